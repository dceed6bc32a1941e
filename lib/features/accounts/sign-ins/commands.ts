import "server-only";
import { spendSecondFactor } from "@/lib/features/accounts/second-factor/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { countTry, forgetTries } from "@/lib/platform/access/attempts";
import { hashPassword, needsRehash, passwordMatches } from "@/lib/platform/access/passwords";
import { endSignIn, startSignIn } from "@/lib/platform/access/sign-ins";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { type AccountToSignIn, findAccountToSignIn } from "./queries";
import type { SignInInput } from "./schema";

const DOOR = "staff-sign-in";

type Browser = { userAgent: string | null };
export type StartedSignIn = { token: string; awaits: "second-factor" | null };

/**
 * Signs a person in to their account. Every failure costs the same work and gets the same answer.
 * @throws {RefusalError} sign_in_failed, too_many_attempts
 */
export async function signInToAccount(
  actor: Actor,
  { email, password }: Pick<SignInInput, "email" | "password">,
  { userAgent }: Browser,
): Promise<StartedSignIn> {
  await countTry(actor, { door: DOOR, name: email });
  const account = await findAccountToSignIn(email);
  const right = await passwordMatches(password, account?.passwordHash ?? null);
  if (!account || !right || !account.active) {
    await recordFailure(actor, account, { reason: !account ? "unknown" : right ? "inactive" : "password" });
    return refuse("sign_in_failed", "sign-in.refusals.failed");
  }
  await forgetTries({ door: DOOR, name: email });
  const rehashed = account.passwordHash && needsRehash(account.passwordHash) ? await hashPassword(password) : null;
  return inTransaction(async (tx) => {
    if (rehashed) await tx.account.update({ where: { id: account.id }, data: { passwordHash: rehashed } });
    const awaits = account.secondFactor ? "second-factor" : null;
    const owner = { accountId: account.id };
    const token = await startSignIn(tx, actor, { owner, userAgent, ...(awaits ? { awaits } : {}) });
    if (!awaits) await arrive(tx, { ...actor, name: account.name }, { accountId: account.id, method: "password" });
    return { token, awaits };
  });
}

async function recordFailure(actor: Actor, account: AccountToSignIn | null, data: { reason: string }): Promise<void> {
  const subject = { kind: "account", id: account?.id ?? null };
  await inTransaction((tx) => record(tx, actor, { kind: "access.sign-in-failed", subject, data }));
}

/** What every completed sign-in leaves behind. */
export async function arrive(
  tx: Tx,
  actor: Actor,
  { accountId, method }: { accountId: string; method: string },
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { lastSignInAt: now() }, select: { id: true } });
  await record(tx, actor, { kind: "access.signed-in", subject: { kind: "account", id: accountId }, data: { method } });
}

/**
 * The second step: a code of the authenticator, or a recovery code. The cookie gets a new token.
 * @throws {RefusalError} not_signed_in, wrong_code, too_many_attempts
 */
export async function giveSecondFactor(
  actor: Actor,
  { code }: { code: string },
  { userAgent }: Browser,
): Promise<{ token: string }> {
  const accountId = actor.kind === "anonymous" ? actor.pending?.accountId : null;
  if (!accountId) return refuse("not_signed_in", "refusals.notSignedIn");
  await countTry(actor, { door: "second-factor", name: accountId });
  const token = await inTransaction(async (tx) => {
    const method = await spendSecondFactor(tx, accountId, { code });
    if (!method) return null;
    const { firstName, lastName } = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { firstName: true, lastName: true },
    });
    await arrive(tx, { ...actor, name: `${firstName} ${lastName}` }, { accountId, method });
    return startSignIn(tx, actor, { owner: { accountId }, userAgent });
  });
  if (token) {
    await forgetTries({ door: "second-factor", name: accountId });
    return { token };
  }
  const subject = { kind: "account", id: accountId };
  const data = { reason: "second-factor" };
  await inTransaction((tx) => record(tx, actor, { kind: "access.sign-in-failed", subject, data }));
  return refuse("wrong_code", "sign-in.refusals.wrongCode", { field: "code" });
}

/** Ends one of the person's own sign-ins; anybody else's does not exist for them. */
export async function endOwnSignIn(actor: Actor, { signInId }: { signInId: string }): Promise<void> {
  if (actor.kind !== "account" && actor.kind !== "contact") return refuse("not_signed_in", "refusals.notSignedIn");
  const owner = actor.kind === "account" ? { accountId: actor.accountId } : { portalLoginId: actor.portalLoginId };
  const subject =
    actor.kind === "account" ? { kind: "account", id: actor.accountId } : { kind: "contact", id: actor.contactId };
  await inTransaction(async (tx) => {
    const own = await tx.signIn.findFirst({ where: { id: signInId, ...owner, revokedAt: null }, select: { id: true } });
    if (!own) return refuse("not_found", "refusals.notFound");
    await endSignIn(tx, signInId);
    await record(tx, actor, { kind: "access.sign-in-ended", subject, data: {} });
  });
}
