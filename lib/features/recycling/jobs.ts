import "server-only";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { RECORD_TABLES } from "./commands";
import { KEPT_DAYS } from "./rules";
import type { RecycledKind } from "./schema";

const AT_ONCE = 200;
const DAY = 24 * 60;

/**
 * Empties the recycle bin of what lay in it for thirty days. A record that something must be kept for (a signed agreement,
 * a conversion) stays hidden for good instead.
 */
export async function emptyRecycleBin(): Promise<void> {
  const due = await db.recycledRecord.findMany({
    where: { deletedAt: { lt: addMinutes(now(), -KEPT_DAYS * DAY) } },
    orderBy: [{ deletedAt: "asc" }, { id: "asc" }],
    take: AT_ONCE,
    select: { id: true, recordKind: true, recordId: true },
  });
  for (const { id, recordKind, recordId } of due)
    await inTransaction(async (tx) => {
      const { count } = await tx.recycledRecord.deleteMany({ where: { id } });
      if (count > 0) await erase(tx, { kind: recordKind as RecycledKind, recordId });
    });
}

type Erased = { kind: RecycledKind; recordId: string };

/** Removes the row and what only made sense with it; whatever refers to it for keeps holds it back. */
async function erase(tx: Tx, { kind, recordId }: Erased): Promise<void> {
  const erased = await execute(
    sql`delete from ${RECORD_TABLES[kind]} r where r.id = ${recordId}::uuid and r.deleted_at is not null and not ${HELD[kind]}`,
    tx,
  );
  if (erased === 0) return;
  const subject = sql`subject_kind = ${kind} and subject_id = ${recordId}::uuid`;
  await execute(sql`delete from tasks where ${subject}`, tx);
  await execute(sql`delete from staff_notes where ${subject}`, tx);
  await execute(sql`delete from message_links where ${subject}`, tx);
  await execute(
    sql`update documents set deleted_at = coalesce(deleted_at, ${now()}::timestamptz) where ${subject}`,
    tx,
  );
}

const HELD = {
  client: sql`(exists (select from signatures s where s.client_id = r.id) or exists (select from conversions c where c.client_id = r.id))`,
  contact: sql`exists (select from signatures s where s.contact_id = r.id)`,
  prospect: sql`exists (select from conversions c where c.prospect_id = r.id)`,
  event: sql`exists (select from registrations g where g.event_id = r.id)`,
};
