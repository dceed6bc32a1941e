import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { countTry } from "@/lib/platform/access/attempts";
import { acceptedStep, newAuthenticatorKey, newRecoveryCodes, plainCode } from "@/lib/platform/access/one-time-codes";
import { keyedHash, seal, unseal } from "@/lib/platform/access/secret-box";
import { endSignIns } from "@/lib/platform/access/sign-ins";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { SECRET_PURPOSE } from "./queries";

const RECOVERY_CODES = 10;

const recoveryHash = (code: string) => keyedHash(plainCode(code), "recovery-code");

/** Makes a key for an authenticator app; it counts once a first code of it was given. */
export async function beginSecondFactor(actor: Actor): Promise<void> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  const { accountId } = actor;
  await inTransaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, totpConfirmedAt: null },
      data: { totpSecret: seal(newAuthenticatorKey(), SECRET_PURPOSE), totpLastStep: null },
    });
    if (count === 0) refuse("second_factor_on", "sign-in.refusals.secondFactorOn");
  });
}

/**
 * Turns the second factor on with a first code.
 * @returns the recovery codes, to be shown once: only their hashes are kept.
 */
export async function enrolSecondFactor(actor: Actor, { code }: { code: string }): Promise<string[]> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  const { accountId } = actor;
  await countTry(actor, { door: "second-factor", name: accountId });
  return inTransaction(async (tx) => {
    if (!(await spendStep(tx, accountId, { code: plainCode(code), at: now() })))
      refuse("wrong_code", "sign-in.refusals.wrongCode", { field: "code" });
    await tx.account.updateMany({ where: { id: accountId, totpConfirmedAt: null }, data: { totpConfirmedAt: now() } });
    const codes = await replaceRecoveryCodes(tx, accountId);
    const subject = { kind: "account", id: accountId };
    await record(tx, actor, { kind: "access.second-factor-changed", subject, data: { on: true } });
    return codes;
  });
}

/** Makes ten new recovery codes; the former ones end. */
export async function renewRecoveryCodes(actor: Actor): Promise<string[]> {
  if (actor.kind !== "account") return refuse("not_permitted", "refusals.notPermitted");
  const { accountId } = actor;
  return inTransaction(async (tx) => {
    const codes = await replaceRecoveryCodes(tx, accountId);
    const subject = { kind: "account", id: accountId };
    await record(tx, actor, { kind: "access.recovery-codes-made", subject, data: {} });
    return codes;
  });
}

async function replaceRecoveryCodes(tx: Tx, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes(RECOVERY_CODES);
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({ data: codes.map((code) => ({ accountId, codeHash: recoveryHash(code) })) });
  return codes;
}

/**
 * Turns the second factor of an account off: its own, or that of a colleague who lost everything, who is then also
 * signed out `everywhere`.
 */
export async function removeSecondFactor(
  actor: Actor,
  accountId: string,
  { everywhere = false }: { everywhere?: boolean } = {},
): Promise<void> {
  await inTransaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId },
      data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null },
    });
    if (count === 0) refuse("not_found", "refusals.notFound");
    await tx.recoveryCode.deleteMany({ where: { accountId } });
    if (everywhere) await endSignIns(tx, { accountId });
    const subject = { kind: "account", id: accountId };
    await record(tx, actor, { kind: "access.second-factor-changed", subject, data: { on: false } });
  });
}

/**
 * Takes a code of the authenticator or a recovery code, once.
 * @returns which of the two it was; null for a wrong or used one.
 */
export async function spendSecondFactor(
  tx: Tx,
  accountId: string,
  { code }: { code: string },
): Promise<"authenticator" | "recovery-code" | null> {
  const plain = plainCode(code);
  if (/^\d{6}$/.test(plain))
    return (await spendStep(tx, accountId, { code: plain, at: now() })) ? "authenticator" : null;
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, codeHash: recoveryHash(plain), usedAt: null },
    data: { usedAt: now() },
  });
  return count === 1 ? "recovery-code" : null;
}

/** A step is taken by one conditional update, so that two requests with the same code cannot both pass. */
async function spendStep(tx: Tx, accountId: string, { code, at }: { code: string; at: Date }): Promise<boolean> {
  const { totpSecret } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { totpSecret: true } });
  const step = totpSecret ? acceptedStep(unseal(totpSecret, SECRET_PURPOSE), code, { at }) : null;
  if (step === null) return false;
  const taken = await execute(
    sql`UPDATE accounts SET totp_last_step = ${step}
      WHERE id = ${accountId}::uuid AND (totp_last_step IS NULL OR totp_last_step < ${step})`,
    tx,
  );
  return taken === 1;
}
