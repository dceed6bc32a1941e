import "server-only";
import { holdsAddress } from "@/lib/features/portal-logins/passwords/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { plainCode } from "@/lib/platform/access/one-time-codes";
import { passwordMatches } from "@/lib/platform/access/passwords";
import { randomToken, tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { GRANT_MINUTES, mayAskAgain, PASSCODE_MINUTES, TRIES } from "./rules";

const DAY_MINUTES = 24 * 60;
const FIRST = -10;

/**
 * Asks for a passcode. Whatever was typed, the work and the answer are the same: a job finds out whom it is for.
 * @returns the token that binds the passcode to the browser that asks.
 * @throws {RefusalError} too_many_attempts, counted by what was typed, whether or not anybody has that address
 */
export async function askForPasscode(actor: Actor, { email }: { email: string }): Promise<string> {
  await countAttempt(`passcode:address:${actor.ip ?? "unknown"}`, { limit: 100, windowSeconds: 3600 });
  const addressHash = tokenHash(emailKey(email));
  const browserToken = randomToken();
  const at = now();
  await inTransaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${addressHash}, 0))`;
    if (!mayAskAgain(await askedSince(tx, addressHash, at), at))
      refuse("too_many_attempts", "sign-in.refusals.tooManyPasscodes");
    await tx.passcode.updateMany({
      where: { addressHash, usedAt: null, supersededAt: null },
      data: { supersededAt: at },
    });
    const { id } = await tx.passcode.create({
      data: {
        browserHash: tokenHash(browserToken),
        addressHash,
        typedAddress: email,
        createdAt: at,
        expiresAt: addMinutes(at, PASSCODE_MINUTES),
      },
      select: { id: true },
    });
    await enqueue(tx, "passcode.send", { passcodeId: id }, { priority: FIRST });
    await record(tx, actor, { kind: "access.passcode-asked", subject: { kind: "contact", id: null }, data: {} });
  });
  return browserToken;
}

async function askedSince(tx: Tx, addressHash: string, at: Date): Promise<Date[]> {
  const found = await tx.passcode.findMany({
    where: { addressHash, createdAt: { gt: addMinutes(at, -DAY_MINUTES) } },
    take: 50,
    select: { createdAt: true },
  });
  return found.map(({ createdAt }) => createdAt);
}

type Tried = { id: string; contactId: string | null; codeHash: string | null; addressHash: string };

/**
 * Gives a passcode. A right one, in the browser that asked for it, grants choosing a password for ten minutes.
 * At most five guesses of a passcode are looked at, however many come at once; all refusals are one.
 * @throws {RefusalError} wrong_passcode, too_many_attempts
 */
export async function givePasscode(
  actor: Actor,
  { code }: { code: string },
  { browserToken }: { browserToken: string | null },
): Promise<void> {
  await countAttempt(`passcode-try:address:${actor.ip ?? "unknown"}`, { limit: 300, windowSeconds: 900 });
  const tried = await takeTry(browserToken);
  const right = await passwordMatches(plainCode(code), tried?.codeHash ?? null);
  if (right && tried && (await grant(tried))) return;
  await inTransaction((tx) =>
    record(tx, actor, {
      kind: "access.passcode-failed",
      subject: { kind: "contact", id: tried?.contactId ?? null },
      data: { reason: tried ? "wrong" : "none" },
    }),
  );
  refuse("wrong_passcode", "sign-in.refusals.wrongPasscode", { field: "code" });
}

/** Counted in the same statement that reads the hash, so that parallel guesses cannot outrun the count. */
async function takeTry(browserToken: string | null): Promise<Tried | null> {
  const at = now();
  const [tried] = await rows<Tried>(
    sql`UPDATE passcodes SET tries = tries + 1
      WHERE browser_hash = ${tokenHash(browserToken ?? "")} AND tries < ${TRIES} AND expires_at > ${at}
        AND granted_until IS NULL AND used_at IS NULL AND superseded_at IS NULL
      RETURNING id, contact_id AS "contactId", code_hash AS "codeHash", address_hash AS "addressHash"`,
  );
  return tried ?? null;
}

async function grant({ id, contactId, addressHash }: Tried): Promise<boolean> {
  // The address may have moved to somebody else, or the person lost access, since the mail was sent.
  if (!contactId || !(await holdsAddress(db, { contactId, addressHash }))) return false;
  const at = now();
  const { count } = await db.passcode.updateMany({
    where: { id, grantedUntil: null, usedAt: null, supersededAt: null, expiresAt: { gt: at } },
    data: { grantedUntil: addMinutes(at, GRANT_MINUTES) },
  });
  return count === 1;
}
