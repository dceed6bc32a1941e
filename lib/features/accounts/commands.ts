import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { countTry, forgetTries } from "@/lib/platform/access/attempts";
import { passwordMatches } from "@/lib/platform/access/passwords";
import { endSignIn, endSignIns, signInIdOf } from "@/lib/platform/access/sign-ins";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { record, type Subject } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { addMinutes } from "@/lib/values/instant";
import type { ConfirmInput } from "./schema";
import { spendSecondFactor } from "./second-factor/commands";

const CONFIRMED_MINUTES = 30;

function subjectOf(actor: Actor): Subject {
  if (actor.kind === "account") return { kind: "account", id: actor.accountId };
  return { kind: "contact", id: actor.kind === "contact" ? actor.contactId : null };
}

/** Ends this browser's sign-in; for somebody who has none it does nothing. */
export async function signOut(actor: Actor): Promise<void> {
  const signInId = signInIdOf(actor);
  if (!signInId) return;
  await inTransaction(async (tx) => {
    await endSignIn(tx, signInId);
    await record(tx, actor, { kind: "access.signed-out", subject: subjectOf(actor), data: { everywhere: false } });
  });
}

/** Ends every sign-in of the person who asks, this one included. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  if (actor.kind !== "account" && actor.kind !== "contact") return;
  const owner = actor.kind === "account" ? { accountId: actor.accountId } : { portalLoginId: actor.portalLoginId };
  await inTransaction(async (tx) => {
    await endSignIns(tx, owner);
    await record(tx, actor, { kind: "access.signed-out", subject: subjectOf(actor), data: { everywhere: true } });
  });
}

/**
 * Gives somebody who confirms the password (and the second factor, where there is one) thirty minutes for what needs
 * it: administrators get their powers, staff may do what is marked as needing confirmation.
 * @throws {RefusalError} wrong_password, second_factor_needed, wrong_code, too_many_attempts
 */
export async function confirmPassword(actor: Actor, { password, code }: ConfirmInput): Promise<void> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  const { accountId, signInId } = actor;
  await checkOwnPassword(actor, { password, field: "password" });
  if (code) await countTry(actor, { door: "second-factor", name: accountId });
  await inTransaction(async (tx) => {
    await checkSecondFactor(tx, actor, code ?? "");
    const at = now();
    await tx.signIn.updateMany({
      where: { id: signInId, revokedAt: null },
      data: { confirmedAt: at, adminModeUntil: addMinutes(at, CONFIRMED_MINUTES) },
    });
    await record(tx, actor, { kind: "access.confirmed", subject: { kind: "account", id: accountId }, data: {} });
  });
}

/**
 * Refuses unless the password is the one of the account that asks.
 * @throws {RefusalError} wrong_password, too_many_attempts
 */
export async function checkOwnPassword(
  actor: Actor,
  { password, field }: { password: string; field: string },
): Promise<void> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  const { accountId } = actor;
  await countTry(actor, { door: "confirm", name: accountId });
  const account = await db.account.findUnique({ where: { id: accountId }, select: { passwordHash: true } });
  if (!(await passwordMatches(password, account?.passwordHash ?? null)))
    refuse("wrong_password", "sign-in.refusals.wrongPassword", { field });
  await forgetTries({ door: "confirm", name: accountId });
}

async function checkSecondFactor(tx: Tx, actor: Actor & { kind: "account" }, code: string): Promise<void> {
  const { totpConfirmedAt } = await tx.account.findUniqueOrThrow({
    where: { id: actor.accountId },
    select: { totpConfirmedAt: true },
  });
  if (!totpConfirmedAt) return;
  if (!code) refuse("second_factor_needed", "sign-in.refusals.codeNeeded", { field: "code" });
  if (!(await spendSecondFactor(tx, actor.accountId, { code })))
    refuse("wrong_code", "sign-in.refusals.wrongCode", { field: "code" });
}

/** Gives the powers of the confirmation back before they run out. */
export async function leaveConfirmation(actor: Actor): Promise<void> {
  if (actor.kind !== "account") return;
  const { accountId, signInId } = actor;
  await inTransaction(async (tx) => {
    await tx.signIn.updateMany({ where: { id: signInId }, data: { adminModeUntil: null } });
    await record(tx, actor, {
      kind: "access.confirmation-left",
      subject: { kind: "account", id: accountId },
      data: {},
    });
  });
}
