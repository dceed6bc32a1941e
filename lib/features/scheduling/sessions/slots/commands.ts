import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type FieldRefusals, refuse } from "@/lib/platform/refusal";
import { localeOf } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { CLASH_FIELD, clashValues } from "./copy";
import { findClashes } from "./queries";
import type { Clash, Slot, Takes } from "./schema";

/**
 * Locks everybody and everything a booking takes, in the one order that all bookings keep: clients, practitioners, rooms,
 * each by id. Whoever comes second waits here, and sees afterwards what was booked. Call it before anything else is locked.
 */
export async function holdSlots(tx: Tx, { clientIds, practitionerIds, roomId }: Takes): Promise<void> {
  await rows(sql`select id from clients where id = any(${[...clientIds]}::uuid[]) order by id for no key update`, tx);
  await rows(
    sql`select id from practitioners where id = any(${[...practitionerIds]}::uuid[]) order by id for no key update`,
    tx,
  );
  if (roomId) await rows(sql`select id from rooms where id = ${roomId}::uuid for no key update`, tx);
}

/**
 * Refuses a booking that would take somebody twice, beside the field that names them. The people are held by now.
 * @throws {RefusalError} slot_taken
 */
export async function refuseClashes(
  tx: Tx,
  actor: Actor,
  wanted: Takes & { slots: readonly Slot[]; except?: readonly string[] },
): Promise<void> {
  const [first, ...more] = await findClashes(actor, wanted, tx);
  if (first) refuseClash(actor, [first, ...more]);
}

/** @throws {RefusalError} slot_taken, always. */
export function refuseClash(actor: Actor, clashes: readonly [Clash, ...Clash[]]): never {
  const locale = localeOf(actor.language);
  const [first] = clashes;
  const fields: FieldRefusals = {};
  for (const clash of clashes)
    fields[CLASH_FIELD[clash.who]] ??= {
      messageKey: `scheduling.refusals.clash.${clash.who}`,
      values: clashValues(clash, { locale }),
    };
  return refuse("slot_taken", `scheduling.refusals.clash.${first.who}`, {
    values: clashValues(first, { locale }),
    fields,
  });
}

/**
 * A transaction that books. What the database itself refuses, because somebody booked around the locks, is a plain answer,
 * too; where two waited for each other one of them begins again.
 */
export async function bookingTransaction<T>(work: (tx: Tx) => Promise<T>, timeoutMs = 15_000): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await inTransaction(work, { timeoutMs, waitMs: 20_000 });
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      if (/_apart\b/.test(message)) refuse("slot_taken", "scheduling.refusals.slotTaken", { field: "start" });
      if (/sessions_places_left|no place left/.test(message))
        refuse("no_place_left", "scheduling.refusals.noPlaceLeft", { field: "places" });
      if (attempt >= 4 || !/deadlock detected|40P01/.test(message)) throw error;
    }
  }
}
