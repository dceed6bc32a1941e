import "server-only";
import {
  MERGE_OPERATIONS,
  MERGED_TABLES,
  type MergedKind,
  type MergeResult,
  type Merging,
  mergeRecord,
} from "@/lib/features/merges/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import { fullName } from "@/lib/values/person-name";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";

/** The merge that made these records one already; null while they are several. */
export async function findMergeOf(
  tx: Tx,
  { kind, winnerId, loserIds }: Merging & { kind: MergedKind },
): Promise<string | null> {
  const [gone] = await rows<{ count: number }>(
    sql`select count(*)::int as count from ${sqlName(MERGED_TABLES[kind])}
      where id = any(${[...loserIds]}::uuid[]) and deleted_at is not null and merged_into_id = ${winnerId}::uuid`,
    tx,
  );
  if (gone?.count !== loserIds.length) return null;
  const [found] = await rows<{ id: string }>(
    sql`select o.id from operation_rows r join operations o on o.id = r.operation_id and o.kind = ${MERGE_OPERATIONS[kind]}
      where r.subject_kind = ${kind} and r.subject_id = any(${[...loserIds]}::uuid[]) and o.status = 'APPLIED'
      order by o.created_at desc, o.id desc limit 1`,
    tx,
  );
  return found?.id ?? null;
}

/**
 * As whom a merged record lives on, for old links to lead there; null for everybody else.
 * @param visible which rows of the record's own table this person may read.
 */
export async function findStayed(kind: MergedKind, recordId: string, visible: SqlFragment): Promise<string | null> {
  const table = sqlName(MERGED_TABLES[kind]);
  const [found] = await rows<{ id: string }>(sql`
    with recursive trail (id, merged_into_id, steps) as (
      select id, merged_into_id, 0 from ${table} where id = ${recordId}::uuid and deleted_at is not null
      union all
      select k.id, k.merged_into_id, trail.steps + 1 from trail join ${table} k on k.id = trail.merged_into_id
      where trail.steps < 50
    )
    select ${table}.id from ${table} join trail on trail.id = ${table}.id
    where trail.steps > 0 and ${visible} limit 1`);
  return found?.id ?? null;
}

/** One merge: who became one with whom, what moved, and what became of taking it back. */
export async function findMerge(actor: Actor, operationId: string): Promise<MergeResult | null> {
  const operation = await db.operation.findFirst({
    where: { AND: [{ id: operationId, kind: { in: Object.values(MERGE_OPERATIONS) } }, operationsVisibleTo(actor)] },
    select: {
      kind: true,
      status: true,
      input: true,
      appliedAt: true,
      undoUntil: true,
      undoneAt: true,
      account: { select: { firstName: true, lastName: true } },
    },
  });
  if (!operation) return null;
  const { winnerId, loserIds, name, merged } = mergeRecord.parse(operation.input);
  const found = await rows<{ table: string; undo: string | null; count: number }>(sql`
    select source->>'table' as table, nullif(undo, 'undone') as undo, count(*)::int as count
    from operation_rows where operation_id = ${operationId}::uuid group by 1, 2 order by 1, 2`);
  const tables = [...new Set(found.map(({ table }) => table))];
  const countOf = (table: string) =>
    found.filter((row) => row.table === table).reduce((sum, row) => sum + row.count, 0);
  return {
    operationId,
    kind: operation.kind === MERGE_OPERATIONS.client ? "client" : "contact",
    status: statusOf(operation.status),
    winner: { id: winnerId, name },
    merged,
    count: loserIds.length,
    by: operation.account && fullName(operation.account),
    at: operation.appliedAt,
    undoUntil: operation.undoUntil,
    undoneAt: operation.undoneAt,
    moved: tables.map((table) => ({ table, count: countOf(table) })),
    left: found.flatMap(({ table, undo, count }) => (undo ? [{ table, reason: undo, count }] : [])),
  };
}

function statusOf(status: string): MergeResult["status"] {
  return status === "UNDOING" || status === "UNDONE" || status === "FAILED" ? status : "APPLIED";
}
