import "server-only";
import { combineCustomValues } from "@/lib/features/custom-fields/combining/commands";
import type { MergedKind, Merging } from "@/lib/features/merges/schema";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

type Combining = Merging & { kind: MergedKind };

/** What hangs on records of either kind and cannot only be pointed elsewhere. */
export async function combineShared(tx: Tx, combining: Combining): Promise<void> {
  await combineNotes(tx, combining);
  await combineCustomValues(tx, combining);
  await combineMessages(tx, combining);
  await combineFollows(tx, combining);
  await combineDecisions(tx, combining);
}

/** Additional Information of all, one after the other. */
async function combineNotes(tx: Tx, { kind, winnerId, loserIds }: Combining): Promise<void> {
  const all = [winnerId, ...loserIds];
  const notes = await tx.staffNote.findMany({ where: { subjectKind: kind, subjectId: { in: all } } });
  const losers = notes.filter(({ subjectId }) => subjectId !== winnerId);
  if (losers.length === 0) return;
  const own = notes.find(({ subjectId }) => subjectId === winnerId);
  const text = [...new Set([own, ...losers].flatMap((note) => (note ? [note.text] : [])))].join("\n\n");
  await tx.staffNote.deleteMany({ where: { subjectKind: kind, subjectId: { in: [...loserIds] } } });
  await tx.staffNote.upsert({
    where: { subjectKind_subjectId: { subjectKind: kind, subjectId: winnerId } },
    create: { subjectKind: kind, subjectId: winnerId, text, updatedAt: now() },
    update: { text, version: { increment: 1 }, updatedAt: now() },
    select: { version: true },
  });
}

/** Whoever was told apart from one of them is told apart from the record that stays. */
async function combineDecisions(tx: Tx, { winnerId, loserIds }: Merging): Promise<void> {
  await execute(
    sql`insert into not_duplicates (first_id, second_id, decided_at)
      select distinct on (other) least(other, ${winnerId}::uuid), greatest(other, ${winnerId}::uuid), decided_at from (
        select case when first_id = any(${loserIds}::uuid[]) then second_id else first_id end as other, decided_at
        from not_duplicates where first_id = any(${loserIds}::uuid[]) or second_id = any(${loserIds}::uuid[])
      ) decisions where other <> all(${[winnerId, ...loserIds]}::uuid[]) order by other, decided_at
      on conflict do nothing`,
    tx,
  );
}

/** A message that stood on several of them stands on the record that stays once. */
async function combineMessages(tx: Tx, { kind, winnerId, loserIds }: Combining): Promise<void> {
  const ofLosers = sql`subject_kind = ${kind} and subject_id = any(${loserIds}::uuid[])`;
  await execute(
    sql`delete from message_links where id in (select id from (
        select id, row_number() over (partition by message_id order by (subject_id = ${winnerId}::uuid) desc, id) as rank
        from message_links where (subject_kind = ${kind} and subject_id = ${winnerId}::uuid) or (${ofLosers})
      ) links where rank > 1)`,
    tx,
  );
  await execute(sql`update message_links set subject_id = ${winnerId}::uuid where ${ofLosers}`, tx);
}

/** Whoever follows several of them follows the record that stays once. */
async function combineFollows(tx: Tx, { kind, winnerId, loserIds }: Combining): Promise<void> {
  const all = [winnerId, ...loserIds];
  await execute(
    sql`delete from follows where id in (select id from (
        select id, row_number() over (partition by account_id order by (subject_id = ${winnerId}::uuid) desc, id) as rank
        from follows where subject_kind = ${kind} and subject_id = any(${all}::uuid[])
      ) followed where rank > 1)`,
    tx,
  );
  await execute(
    sql`update follows set subject_id = ${winnerId}::uuid where subject_kind = ${kind} and subject_id = any(${loserIds}::uuid[])`,
    tx,
  );
}
