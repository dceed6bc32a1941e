import "server-only";
import { findCenterOfContact } from "@/lib/features/centers/queries";
import { sendPortalWelcome } from "@/lib/features/portal-logins/commands";
import { listClientIdsOf } from "@/lib/features/portal-logins/queries";
import { findSettingIn } from "@/lib/features/settings/queries";
import { systemLetter } from "@/lib/features/templates/queries";
import { paths } from "@/lib/paths";
import { type Actor, systemActor } from "@/lib/platform/access/actor";
import { countTry, forgetTries } from "@/lib/platform/access/attempts";
import { acceptPassword } from "@/lib/platform/access/choose-password";
import { findLink, spendLink, spendLinks } from "@/lib/platform/access/one-time-links";
import { passwordMatches } from "@/lib/platform/access/passwords";
import { endSignIns, startSignIn } from "@/lib/platform/access/sign-ins";
import { tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { MAIL_PRIORITY, queueMail } from "@/lib/platform/mail/queue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { formatDateTime } from "@/lib/values/format";
import { newId } from "@/lib/values/id";
import { localeOf } from "@/lib/values/locale";
import { findPasswordRight, holdsAddress, isEntitled, portalPasswordContext } from "./queries";
import type { PasswordRight } from "./schema";

type Browser = { browserToken: string | null; userAgent: string | null };

/**
 * Chooses a portal password by the right of a passcode, a temporary password or a welcome link, which is spent by it,
 * and signs the person in. All other sign-ins of the login end, and a notice is mailed.
 * @returns the token for the sign-in cookie.
 * @throws {RefusalError} no_right, password_too_short and its like
 */
export async function choosePortalPassword(
  actor: Actor,
  { password, token }: { password: string; token?: string | undefined },
  { browserToken, userAgent }: Browser,
): Promise<{ token: string }> {
  const right = await findPasswordRight(actor, { browserToken, linkToken: token ?? null });
  if (!right) return refuse("no_right", "sign-in.refusals.noRight");
  const context = await portalPasswordContext(right.contactId);
  const passwordHash = await acceptPassword(password, { context });
  return inTransaction(async (tx) => {
    const person = await lockPerson(tx, right.contactId);
    if (!(await isEntitled(tx, right.contactId)) || !(await spendRight(tx, right)))
      refuse("no_right", "sign-in.refusals.noRight");
    const { portalLoginId, replaced } = await storePassword(tx, { contactId: right.contactId, passwordHash });
    await endSignIns(tx, { portalLoginId });
    const started = await startSignIn(tx, actor, { owner: { portalLoginId }, userAgent });
    await tx.portalLogin.update({
      where: { id: portalLoginId },
      data: { lastSignInAt: now() },
      select: { id: true },
    });
    await tellChosen(tx, actor, { person, by: right.by });
    if (replaced || right.by === "passcode") await mailNotice(tx, person);
    return { token: started };
  });
}

/**
 * Changes the password of the contact who asks; every other sign-in ends and a notice is mailed.
 * @throws {RefusalError} wrong_password, password_too_short and its like, too_many_attempts
 */
export async function changePortalPassword(
  actor: Actor,
  { current, password }: { current: string; password: string },
): Promise<void> {
  if (actor.kind !== "contact") return refuse("not_permitted", "refusals.notPermitted");
  const { contactId, portalLoginId, signInId } = actor;
  await countTry(actor, { door: "confirm", name: portalLoginId });
  const login = await db.portalLogin.findUnique({ where: { id: portalLoginId }, select: { passwordHash: true } });
  if (!(await passwordMatches(current, login?.passwordHash ?? null)))
    refuse("wrong_password", "sign-in.refusals.wrongPassword", { field: "current" });
  await forgetTries({ door: "confirm", name: portalLoginId });
  const passwordHash = await acceptPassword(password, { context: await portalPasswordContext(contactId) });
  await inTransaction(async (tx) => {
    const person = await lockPerson(tx, contactId);
    await storePassword(tx, { contactId, passwordHash });
    await endSignIns(tx, { portalLoginId }, { except: signInId });
    await tellChosen(tx, actor, { person, by: "change" });
    await mailNotice(tx, person);
  });
}

type Person = { id: string; name: string; email: string | null; language: string };

async function lockPerson(tx: Tx, contactId: string): Promise<Person> {
  const [person] = await tx.$queryRaw<Person[]>`
    SELECT id, first_name || ' ' || last_name AS name, email::text AS email, language
    FROM contacts WHERE id = ${contactId}::uuid FOR UPDATE`;
  return person ?? refuse("no_right", "sign-in.refusals.noRight");
}

/** Each proof works once: of two requests with the same one, one gets through. */
async function spendRight(tx: Tx, { by, proofId, contactId }: PasswordRight): Promise<boolean> {
  if (by === "link") return spendLink(tx, proofId);
  if (by === "temporary") {
    const { count } = await tx.signIn.updateMany({
      where: { id: proofId, revokedAt: null, mustSetPassword: true },
      data: { revokedAt: now() },
    });
    return count === 1;
  }
  const at = now();
  const granted = { id: proofId, grantedUntil: { gt: at }, usedAt: null, supersededAt: null };
  const passcode = await tx.passcode.findFirst({ where: granted, select: { addressHash: true } });
  if (!passcode || !(await holdsAddress(tx, { contactId, addressHash: passcode.addressHash }))) return false;
  const { count } = await tx.passcode.updateMany({ where: granted, data: { usedAt: at } });
  return count === 1;
}

/** A new password ends every passcode and link that could still replace it. */
async function storePassword(tx: Tx, { contactId, passwordHash }: { contactId: string; passwordHash: string }) {
  const before = await tx.portalLogin.findUnique({ where: { contactId }, select: { passwordHash: true } });
  const { id: portalLoginId } = await tx.portalLogin.upsert({
    where: { contactId },
    create: { contactId, passwordHash },
    update: { passwordHash, temporaryUntil: null },
    select: { id: true },
  });
  await spendLinks(tx, { portalLoginId });
  await tx.passcode.updateMany({
    where: { contactId, usedAt: null, supersededAt: null },
    data: { supersededAt: now() },
  });
  return { portalLoginId, replaced: Boolean(before?.passwordHash) };
}

async function tellChosen(tx: Tx, actor: Actor, { person, by }: { person: Person; by: string }): Promise<void> {
  const { id: contactId, name } = person;
  const who = { ...actor, name };
  const subject = { kind: "contact", id: contactId };
  const clientIds = await listClientIdsOf(tx, contactId);
  await record(tx, who, { kind: "access.password-set", subject, data: { by } });
  await record(tx, who, { kind: "portal-login.password-chosen", subject, data: { name }, clientIds });
}

async function mailNotice(tx: Tx, { id: contactId, name, email, language }: Person): Promise<void> {
  if (!email) return;
  const { timeZone } = await findSettingIn(tx, "organization");
  const locale = localeOf(language);
  const values = {
    ACCOUNT_NAME: name,
    WHEN: formatDateTime(now(), { locale, zone: timeZone, showZone: true }),
    LINK: new URL(paths.portal.forgotPassword, env().APP_ORIGIN).href,
  };
  const centerId = await findCenterOfContact(tx, contactId);
  const letter = await systemLetter(tx, { key: "password-changed", language, values, centerId });
  const source = `password-changed:${newId()}`;
  await queueMail(tx, { source, to: { email, name }, priority: MAIL_PRIORITY.single, ...letter });
}

const LINKS_PER_HOUR = 3;

/** Sends a new welcome to the person an old link was made for; whoever holds the old one learns nothing. */
export async function sendNewPortalLink(actor: Actor, { token }: { token: string }): Promise<void> {
  await countAttempt(`new-link:${actor.ip ?? "unknown"}`, { limit: 60, windowSeconds: 3600 });
  await countAttempt(`new-link:${tokenHash(token)}`, { limit: LINKS_PER_HOUR, windowSeconds: 3600 });
  const link = await findLink(db, token);
  const login = link?.portalLoginId
    ? await db.portalLogin.findUnique({ where: { id: link.portalLoginId }, select: { contactId: true } })
    : null;
  if (!login) return;
  try {
    await sendPortalWelcome(systemActor("Welcome link"), login);
  } catch (error) {
    // Why nothing can be sent is for staff to know, not for the holder of an old link.
    if (!(error instanceof RefusalError)) throw error;
  }
}
