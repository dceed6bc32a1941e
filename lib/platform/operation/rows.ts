import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { AppliedRow, PlannedRow, RowReason, RowResult, UndoResult } from "./handler";
import type { Outcome } from "./progress";

/** A row to be planned; without `id` it gets one. */
export type NewRow = {
  position: number;
  outcome: Outcome;
  reasons?: readonly RowReason[];
  source?: unknown;
  subject?: { kind: string; id: string } | null;
};

/** Adds rows to an operation. Lower positions are applied first and undone last. */
export async function insertRows(tx: Tx, operationId: string, planned: readonly NewRow[]): Promise<void> {
  if (planned.length === 0) return;
  const content = planned.map(({ position, outcome, reasons, source, subject }) => ({
    id: newId(),
    position,
    outcome,
    reasons: reasons ?? [],
    source: source ?? null,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
  }));
  await execute(
    sql`insert into operation_rows (id, operation_id, position, outcome, reasons, source, subject_kind, subject_id)
      select r.id, ${operationId}::uuid, r.position, r.outcome, r.reasons, r.source, r.subject_kind, r.subject_id
      from jsonb_to_recordset(${JSON.stringify(content)}::jsonb) as r (id uuid, position int, outcome text, reasons jsonb,
        source jsonb, subject_kind text, subject_id uuid)`,
    tx,
  );
}

export async function deleteRows(tx: Tx, operationId: string): Promise<void> {
  await execute(sql`delete from operation_rows where operation_id = ${operationId}::uuid`, tx);
}

/** The next rows that nothing was done for yet. */
export function nextRowsToApply(tx: Tx, operationId: string, size: number): Promise<PlannedRow[]> {
  return rows<PlannedRow>(
    sql`select id, position, outcome, source, reasons, subject_id as "subjectId" from operation_rows
      where operation_id = ${operationId}::uuid and applied_at is null and outcome in ('create', 'update')
      order by position limit ${size}`,
    tx,
  );
}

/** The newest rows that were applied and not undone yet. */
export function nextRowsToUndo(tx: Tx, operationId: string, size: number): Promise<AppliedRow[]> {
  // Written by this folder only; parsing what tens of thousands of rows touched would take longer than undoing it.
  return rows<AppliedRow>(
    sql`select id, position, coalesce(before, '{}') as before, coalesce(after, '{}') as after from operation_rows
      where operation_id = ${operationId}::uuid and applied_at is not null and undo is null
      order by position desc limit ${size}`,
    tx,
  );
}

/** Keeps what came of rows. Refused and unchanged ones have nothing to undo. */
export async function saveResults(tx: Tx, results: readonly RowResult[], { at }: { at: Date }): Promise<void> {
  const content = results.map(({ id, outcome, reasons, subject, before, after }) => ({
    id,
    outcome,
    reasons: reasons ?? null,
    subject_kind: subject?.kind ?? null,
    subject_id: subject?.id ?? null,
    before: before ?? null,
    after: after ?? null,
  }));
  await execute(
    sql`update operation_rows o set outcome = r.outcome, reasons = coalesce(nullif(r.reasons, 'null'), o.reasons),
        subject_kind = coalesce(r.subject_kind, o.subject_kind), subject_id = coalesce(r.subject_id, o.subject_id),
        before = nullif(r.before, 'null'), after = nullif(r.after, 'null'),
        applied_at = case when r.outcome in ('create', 'update') then ${at}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(content)}::jsonb) as r (id uuid, outcome text, reasons jsonb, subject_kind text,
        subject_id uuid, before jsonb, after jsonb)
      where o.id = r.id`,
    tx,
  );
}

export async function saveUndo(tx: Tx, results: readonly UndoResult[]): Promise<void> {
  await execute(
    sql`update operation_rows o set undo = r.undo
      from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) as r (id uuid, undo text) where o.id = r.id`,
    tx,
  );
}

/** Rows that an undo had to leave are tried again. */
export async function forgetLeftRows(tx: Tx, operationId: string): Promise<void> {
  await execute(
    sql`update operation_rows set undo = null
      where operation_id = ${operationId}::uuid and undo is not null and undo <> 'undone'`,
    tx,
  );
}

/** How many rows came out how. */
export async function countOutcomes(tx: Tx, operationId: string): Promise<Record<Outcome, number>> {
  const found = await rows<{ outcome: Outcome; count: number }>(
    sql`select outcome, count(*)::int as count from operation_rows where operation_id = ${operationId}::uuid group by outcome`,
    tx,
  );
  const counts = { create: 0, update: 0, unchanged: 0, refused: 0 };
  for (const { outcome, count } of found) counts[outcome] = count;
  return counts;
}
