import "server-only";
import { OWN_WORD } from "@/lib/features/custom-fields/rules";
import { idOf, tableOf } from "@/lib/features/updates/choosing/queries";
import { commandOf, follow } from "@/lib/features/updates/following/commands";
import { findField, nounOf } from "@/lib/features/updates/nouns/queries";
import { lookedAt } from "@/lib/features/updates/planning/commands";
import { type UpdateRecord, updateRecord, updateRow } from "@/lib/features/updates/schema";
import { systemActor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { recordMany } from "@/lib/platform/history/record-many";
import type { BulkChange, BulkChanged, BulkCommand, BulkField, BulkNoun } from "@/lib/platform/operation/bulk-field";
import type { AppliedRow, PlannedRow, RowReason, RowResult, RunningOperation } from "@/lib/platform/operation/handler";
import { tracedRows } from "@/lib/platform/operation/traced-rows";
import { undoTraced } from "@/lib/platform/operation/undo-traced";
import { sql, sqlName } from "@/lib/values/sql";

type Looked = {
  id: string;
  name: string;
  clientId: string | null;
  present: string | null;
  same: boolean;
  refusal: RowReason | null;
};

type Work = { noun: BulkNoun; field: BulkField; change: BulkChange; record: UpdateRecord; operation: RunningOperation };

/** Changes a batch of records alike: looks at each of them again under lock, then writes all that are free in sets. */
export async function applyBatch(tx: Tx, operation: RunningOperation, batch: PlannedRow[]): Promise<RowResult[]> {
  const record = updateRecord.parse(operation.input);
  const noun = nounOf(record.noun);
  const field = await findField(operation.actor, noun, record.field);
  if (!field) return batch.map(({ id }) => refused(id, { code: "field_gone" }));
  const work = { noun, field, change: await field.change(record.value), record, operation };
  const subjects = batch.flatMap(({ subjectId }) => (subjectId ? [subjectId] : []));
  if (work.change.hold) await rows(work.change.hold(subjects), tx);
  if (!work.change.oneByOne) return applyTogether(tx, work, batch);
  const results: RowResult[] = [];
  for (const row of batch) results.push(...(await applyTogether(tx, work, [row])));
  return results;
}

const refused = (id: string, reason: RowReason): RowResult => ({ id, outcome: "refused", reasons: [reason] });

async function applyTogether(tx: Tx, work: Work, batch: readonly PlannedRow[]): Promise<RowResult[]> {
  const looked = await lookAgain(tx, work, batch);
  const fates = batch.map((row) => ({ row, record: looked.get(row.subjectId ?? ""), ...fateOf(row, looked) }));
  const free = fates.flatMap(({ fate, record }) => (fate === null && record ? [record] : []));
  const ids = free.map(({ id }) => id);
  const traces = await write(tx, work, free);
  await follow(tx, { ...work.record, operation: work.operation, clientIds: ids });
  return fates.map(({ row, record, fate }) => {
    if (fate) return { ...fate, id: row.id };
    return { id: row.id, outcome: "update", ...traces.get(record?.id ?? "") };
  });
}

async function lookAgain(tx: Tx, { noun, change }: Work, batch: readonly PlannedRow[]): Promise<Map<string, Looked>> {
  const ids = batch.flatMap(({ subjectId }) => (subjectId ? [subjectId] : []));
  const live = await noun.chosen(systemActor("bulk update"), {});
  const found = await rows<Looked>(
    sql`${lookedAt(noun, change)} where ${idOf(noun)} = any(${ids}::uuid[]) and ${live}
      order by ${idOf(noun)} for no key update of ${sqlName(noun.alias)}`,
    tx,
  );
  return new Map(found.map((record) => [record.id, record]));
}

/** What keeps a record from being changed after all; null for one that is free. */
function fateOf(row: PlannedRow, looked: Map<string, Looked>): { fate: Omit<RowResult, "id"> | null } {
  const record = looked.get(row.subjectId ?? "");
  if (!record) return { fate: { outcome: "refused", reasons: [{ code: "gone" }] } };
  if (record.same) return { fate: { outcome: "unchanged" } };
  if (record.refusal) return { fate: { outcome: "refused", reasons: [record.refusal] } };
  const seen = updateRow.parse(row.source);
  return seen.from === record.present
    ? { fate: null }
    : { fate: { outcome: "refused", reasons: [{ code: "changed_since_preview" }] } };
}

async function write(tx: Tx, work: Work, free: readonly Looked[]): Promise<ReadonlyMap<string, Partial<RowResult>>> {
  const { record, operation } = work;
  const ids = free.map(({ id }) => id);
  const command = commandOf(record);
  if (command) {
    await command.carryOut(tx, operation.actor, ids);
    return new Map();
  }
  const traces = await writeInSet(tx, work, ids);
  await tell(tx, work, free);
  return traces;
}

async function writeInSet(tx: Tx, { noun, change }: Work, ids: readonly string[]) {
  const { set, companions = [] } = change;
  const own = { table: noun.table, alias: noun.alias, owner: idOf(noun) };
  const beside = companions.map(({ table, owner }) => ({ table, alias: table, owner }));
  const touch = noun.touch?.();
  return tracedRows(tx, { tables: set || touch ? [own, ...beside] : beside, ids }, async () => {
    if (ids.length === 0) return;
    for (const { work } of companions) for (const statement of work(ids)) await execute(statement, tx);
    if (!set && !touch) return;
    const assignments = set && touch ? sql`${set}, ${touch}` : (set ?? touch ?? sql``);
    await execute(sql`update ${tableOf(noun)} set ${assignments} where ${idOf(noun)} = any(${[...ids]}::uuid[])`, tx);
  });
}

async function tell(tx: Tx, { noun, field, record, operation }: Work, records: readonly Looked[]): Promise<void> {
  const changed = records.map(({ id, name, clientId, present }) => ({
    id,
    name,
    clientId,
    from: present,
    to: record.shown,
  }));
  await tellChanged(tx, { noun, field, operation, changed, reason: record.reason });
}

type Told = {
  noun: BulkNoun;
  field: BulkField;
  operation: RunningOperation;
  changed: readonly BulkChanged[];
  reason: string | null;
};

async function tellChanged(tx: Tx, { noun, field, operation, changed, reason }: Told): Promise<void> {
  if (changed.length === 0) return;
  const entries = field.entries
    ? await field.entries(tx, changed, { reason })
    : changed.map((one) => noun.entry(one, { field: field.label ? `${OWN_WORD}${field.label}` : field.key }));
  // The organization's own stream has one line for all of them: the operation's.
  await recordMany(tx, operation.actor, entries, { operationId: operation.id, leading: false });
}

/** Records get back what stood there, unless somebody changed them since; their data streams tell it. */
export async function undoBatch(tx: Tx, operation: RunningOperation, batch: AppliedRow[]) {
  const record = updateRecord.parse(operation.input);
  const command = commandOf(record);
  if (command) return takeBack(tx, operation, { batch, command });
  const results = await undoTraced(tx, batch);
  const noun = nounOf(record.noun);
  const field = await findField(operation.actor, noun, record.field);
  const undone = results.filter(({ undo }) => undo === "undone").map(({ id }) => id);
  const changed = await rows<BulkChanged>(
    sql`select x.id, x.name, x."clientId", ${record.shown}::text as "from", r.source->>'from' as "to"
      from operation_rows r join lateral (select ${idOf(noun)} as id, ${noun.name} as name, ${noun.clientId} as "clientId"
        from ${tableOf(noun)} where ${idOf(noun)} = r.subject_id) x on true
      where r.id = any(${undone}::uuid[]) order by r.position`,
    tx,
  );
  if (field) await tellChanged(tx, { noun, field, operation, changed, reason: null });
  return results;
}

type Taking = { batch: readonly AppliedRow[]; command: BulkCommand };

async function takeBack(tx: Tx, operation: RunningOperation, { batch, command }: Taking) {
  const ids = batch.map(({ id }) => id);
  const found = await rows<{ id: string; subjectId: string }>(
    sql`select id, subject_id as "subjectId" from operation_rows where id = any(${ids}::uuid[]) order by position`,
    tx,
  );
  const subjects = found.map(({ subjectId }) => subjectId);
  const taken = await command.takeBack(tx, operation.actor, subjects);
  return found.map(({ id, subjectId }) => ({ id, undo: taken.get(subjectId) ?? "conflict" }));
}
