import "server-only";
import { findPeopleNamed, listClientIdsOf, type PortalPerson } from "@/lib/features/portal-logins/queries";
import { meantPerson } from "@/lib/features/portal-logins/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { countTry, forgetTries } from "@/lib/platform/access/attempts";
import { hashPassword, needsRehash, passwordMatches } from "@/lib/platform/access/passwords";
import { endSignIns, startSignIn } from "@/lib/platform/access/sign-ins";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { isBefore } from "@/lib/values/instant";
import type { PortalSignInInput } from "./schema";

const DOOR = "portal-sign-in";

type Entering = PortalPerson & { loginId: string };

/**
 * Signs a contact in to the portal by username, or by an address that is theirs alone. Every failure (nobody of that
 * name, several, wrong password, not entitled) costs the same work and gets the same answer.
 * @returns the token for the cookie, and whether an own password has to be chosen first.
 * @throws {RefusalError} sign_in_failed, too_many_attempts
 */
export async function signInToPortal(
  actor: Actor,
  { name, password }: Pick<PortalSignInInput, "name" | "password">,
  { userAgent }: { userAgent: string | null },
): Promise<{ token: string; mustSetPassword: boolean }> {
  await countTry(actor, { door: DOOR, name });
  const person = meantPerson(await findPeopleNamed(name));
  const right = await passwordMatches(password, person?.passwordHash ?? null);
  if (!person || !right || !mayEnter(person)) {
    await recordFailure(actor, person, { right });
    return refuse("sign_in_failed", "sign-in.refusals.failedPortal");
  }
  await forgetTries({ door: DOOR, name });
  const rehashed = person.passwordHash && needsRehash(person.passwordHash) ? await hashPassword(password) : null;
  return inTransaction((tx) => enter(tx, actor, { person, userAgent, rehashed }));
}

function mayEnter(person: PortalPerson): person is Entering {
  const lapsed = person.temporaryUntil !== null && !isBefore(now(), person.temporaryUntil);
  return person.loginId !== null && person.entitled && !lapsed;
}

type Entry = { person: Entering; userAgent: string | null; rehashed: string | null };

async function enter(tx: Tx, actor: Actor, { person, userAgent, rehashed }: Entry) {
  const { loginId: portalLoginId, contactId, temporaryUntil } = person;
  const mustSetPassword = temporaryUntil !== null;
  // A temporary password opens one sign-in at a time.
  if (mustSetPassword) await endSignIns(tx, { portalLoginId });
  const owner = { portalLoginId };
  const token = await startSignIn(tx, actor, {
    owner,
    userAgent,
    ...(mustSetPassword ? { awaits: "set-password" } : {}),
  });
  const data = { lastSignInAt: now(), ...(rehashed ? { passwordHash: rehashed } : {}) };
  await tx.portalLogin.update({ where: { id: portalLoginId }, data, select: { id: true } });
  const name = `${person.firstName} ${person.lastName}`;
  const subject = { kind: "contact", id: contactId };
  const clientIds = await listClientIdsOf(tx, contactId);
  await record(tx, { ...actor, name }, { kind: "portal-login.signed-in", subject, data: { name }, clientIds });
  return { token, mustSetPassword };
}

async function recordFailure(actor: Actor, person: PortalPerson | null, { right }: { right: boolean }): Promise<void> {
  const reason = !person ? "unknown" : right ? "not-entitled" : "password";
  const subject = { kind: "contact", id: person?.contactId ?? null };
  await inTransaction((tx) => record(tx, actor, { kind: "access.sign-in-failed", subject, data: { reason } }));
}
