import "server-only";
import { checkOwnPassword } from "@/lib/features/accounts/commands";
import { arrive, type StartedSignIn } from "@/lib/features/accounts/sign-ins/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { acceptPassword } from "@/lib/platform/access/choose-password";
import { spendLink, spendLinks } from "@/lib/platform/access/one-time-links";
import { endSignIns, startSignIn } from "@/lib/platform/access/sign-ins";
import { tokenHash } from "@/lib/platform/access/tokens";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { findAccountLink, passwordContextOf } from "./queries";

const LINKS_PER_HOUR = 3;

/**
 * Chooses a new password for the account that asks; every other sign-in of it ends and a notice is mailed.
 * @throws {RefusalError} wrong_password, password_too_short and its like, too_many_attempts
 */
export async function changePassword(
  actor: Actor,
  { current, password }: { current: string; password: string },
): Promise<void> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  await checkOwnPassword(actor, { password: current, field: "current" });
  const passwordHash = await acceptPassword(password, { context: await passwordContextOf(actor.accountId) });
  await inTransaction(async (tx) => {
    await storePassword(tx, actor, { accountId: actor.accountId, passwordHash, by: "change" });
    await endSignIns(tx, { accountId: actor.accountId }, { except: actor.signInId });
  });
}

/**
 * Spends the link of a mail to choose a password, and signs the person in. An authenticator is still asked for.
 * @throws {RefusalError} link_spent, password_too_short and its like
 */
export async function choosePasswordByLink(
  actor: Actor,
  { token, password }: { token: string; password: string },
  { userAgent }: { userAgent: string | null },
): Promise<StartedSignIn> {
  const link = await findAccountLink(token);
  if (!link || link.spent) return refuse("link_spent", "sign-in.refusals.linkSpent");
  const { accountId, linkId } = link;
  const passwordHash = await acceptPassword(password, { context: await passwordContextOf(accountId) });
  return inTransaction(async (tx) => {
    if (!(await spendLink(tx, linkId))) refuse("link_spent", "sign-in.refusals.linkSpent");
    const { firstName, lastName, totpConfirmedAt } = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { firstName: true, lastName: true, totpConfirmedAt: true },
    });
    const person = { ...actor, name: `${firstName} ${lastName}` };
    await storePassword(tx, person, { accountId, passwordHash, by: "link" });
    await endSignIns(tx, { accountId });
    const awaits = totpConfirmedAt ? "second-factor" : null;
    const started = await startSignIn(tx, actor, { owner: { accountId }, userAgent, ...(awaits ? { awaits } : {}) });
    if (!awaits) await arrive(tx, person, { accountId, method: "link" });
    return { token: started, awaits };
  });
}

async function storePassword(
  tx: Tx,
  actor: Actor,
  { accountId, passwordHash, by }: { accountId: string; passwordHash: string; by: string },
): Promise<void> {
  const before = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { passwordHash: true } });
  await tx.account.update({ where: { id: accountId }, data: { passwordHash }, select: { id: true } });
  await spendLinks(tx, { accountId });
  await record(tx, actor, { kind: "access.password-set", subject: { kind: "account", id: accountId }, data: { by } });
  // The first password is no change anybody has to be warned of.
  if (before.passwordHash)
    await enqueue(tx, "account.send-letter", { accountId, letter: "password-changed", cause: newId() });
}

/** Sends a new link to the person an old one was made for; whoever holds the old one learns nothing. */
export async function sendNewLink(actor: Actor, { token }: { token: string }): Promise<void> {
  await countAttempt(`new-link:${actor.ip ?? "unknown"}`, { limit: 60, windowSeconds: 3600 });
  await countAttempt(`new-link:${tokenHash(token)}`, { limit: LINKS_PER_HOUR, windowSeconds: 3600 });
  const link = await findAccountLink(token);
  if (!link) return;
  await inTransaction((tx) =>
    enqueue(tx, "account.send-letter", { accountId: link.accountId, letter: "welcome", cause: newId() }),
  );
}
