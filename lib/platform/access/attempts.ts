import "server-only";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { countAttempt } from "@/lib/platform/rate-limit";
import { emailKey } from "@/lib/values/email-address";
import type { Actor } from "./actor";
import { tokenHash } from "./tokens";

const WINDOW_SECONDS = 15 * 60;
/** A whole office may sit behind one address. */
const PER_ADDRESS = 300;
const PER_NAME = 10;

const nameKey = (door: string, name: string) => `${door}:name:${tokenHash(emailKey(name))}`;

/**
 * Counts one try to sign in, by the browser's address and by the name that was typed, whether or not anybody has it.
 * Too many only mean waiting: after a quarter of an hour the door is open again.
 * @throws {RefusalError} too_many_attempts
 */
export async function countTry(actor: Actor, { door, name }: { door: string; name: string }): Promise<void> {
  await countAttempt(`${door}:address:${actor.ip ?? "unknown"}`, { limit: PER_ADDRESS, windowSeconds: WINDOW_SECONDS });
  await countAttempt(nameKey(door, name), { limit: PER_NAME, windowSeconds: WINDOW_SECONDS });
}

/** A success starts the count of this name anew. */
export async function forgetTries({ door, name }: { door: string; name: string }): Promise<void> {
  await db.rateLimit.deleteMany({ where: { key: nameKey(door, name) } });
}

/** Of these doors and names, the ids of those that must wait, in one query. */
export async function lockedNames(
  asked: readonly { door: string; name: string; id: string }[],
): Promise<ReadonlySet<string>> {
  const byKey = new Map(asked.map(({ door, name, id }) => [nameKey(door, name), id]));
  const found = await db.rateLimit.findMany({
    where: { key: { in: [...byKey.keys()] }, windowEnds: { gt: now() }, count: { gte: PER_NAME } },
    select: { key: true },
  });
  return new Set(found.flatMap(({ key }) => byKey.get(key) ?? []));
}
