import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { addMinutes, isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { record } from "./record";

/** Entries per transaction, and per entry that says so. */
const BATCH = 10_000;
const YEAR = 366 * 24 * 60;

type Erased = { through: number; mac: string; erased: number };

/**
 * Erases what is older than so many years from the beginning of the history, and says so in the history: with the seal
 * up to which it went, from which `npm run audit:verify` checks what is left. The database refuses fewer than six years.
 */
export async function eraseOldHistory(years: number): Promise<void> {
  const before = isoOf(addMinutes(now(), -years * YEAR));
  while (await inTransaction((tx) => eraseBatch(tx, { years, before })));
}

async function eraseBatch(tx: Tx, { years, before }: { years: number; before: string }): Promise<boolean> {
  const [done] = await rows<Erased>(
    sql`select through::int as through, mac, erased from erase_history(${before}::timestamptz, ${BATCH}::int)`,
    tx,
  );
  if (!done) return false;
  const actor = systemActor("Retention");
  await record(tx, actor, { kind: "audit.erased", subject: { kind: "audit", id: null }, data: { ...done, years } });
  return true;
}
