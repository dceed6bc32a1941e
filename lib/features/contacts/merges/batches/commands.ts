import "server-only";
import { mergeGroup } from "@/lib/features/contacts/merges/commands";
import { type ContactFollowers, MERGED_FIELDS, type MergeInput } from "@/lib/features/contacts/merges/schema";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import type { AppliedRow, PlannedRow, RowResult, RunningOperation } from "@/lib/platform/operation/handler";
import { beginOperation, moveOperation, saveProgress } from "@/lib/platform/operation/lifecycle";
import { operationProgress } from "@/lib/platform/operation/progress";
import { countOutcomes } from "@/lib/platform/operation/rows";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import { undoTraced } from "@/lib/platform/operation/undo-traced";
import { RefusalError, refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { MOST_IN_GROUP, SAFE_MERGE_KIND, safeMergeRow } from "./schema";

/**
 * Looks at every group of contacts with one address and writes down which of them can be made one without anybody
 * looking: same name, no second telephone number, no second sign-in, no event that two of them go to.
 * @returns the operation, whose page is the preview. @throws {RefusalError} nothing_to_merge
 */
export async function planSafeMerge(actor: Actor, { title }: { title: string }): Promise<string> {
  return inTransaction(
    async (tx) => {
      const operationId = await beginOperation(tx, actor, {
        kind: SAFE_MERGE_KIND,
        title,
        input: {},
        status: "PLANNED",
      });
      const found = await writeGroups(tx, actor, operationId);
      if (found === 0) refuse("nothing_to_merge", "duplicates.refusals.nothingToMerge");
      await saveProgress(tx, operationId, operationProgress.parse(await countOutcomes(tx, operationId)));
      return operationId;
    },
    { timeoutMs: 60_000 },
  );
}

function writeGroups(tx: Tx, actor: Actor, operationId: string): Promise<number> {
  return execute(
    sql`insert into operation_rows (id, operation_id, position, outcome, reasons, source, subject_kind, subject_id)
      select new_id(), ${operationId}::uuid, row_number() over (order by g.email),
        case when g.problem is null then 'update' else 'refused' end,
        case when g.problem is null then '[]'::jsonb else jsonb_build_array(jsonb_build_object('code', g.problem)) end,
        jsonb_build_object('name', g.name, 'address', g.email::text, 'winnerId', g.ids[1], 'ids', to_jsonb(g.ids)), 'contact', g.ids[1]
      from (
        select email, ids, names[1] as name, case
          when cardinality(ids) > ${MOST_IN_GROUP} then 'too_many_people'
          when told_apart then 'told_apart'
          when cardinality(folded) > 1 then 'names_differ'
          when phones > 1 then 'phones_differ'
          when logins > 1 then 'several_logins'
          when exists (select from registrations r where r.contact_id = any(ids) and r.status <> 'CANCELLED'
            group by r.event_id having count(*) > 1) then 'same_event'
        end as problem
        from (
          select contacts.email,
            array_agg(contacts.id order by l.last_sign_in_at desc nulls last, l.id nulls last, contacts.created_at, contacts.id) as ids,
            array_agg(contacts.first_name || ' ' || contacts.last_name order by l.last_sign_in_at desc nulls last, l.id nulls last,
              contacts.created_at, contacts.id) as names,
            array_agg(distinct fold_text(contacts.first_name || ' ' || contacts.last_name)) as folded,
            count(distinct contacts.phone) as phones, count(l.id) as logins,
            exists (select from not_duplicates n where n.first_id = any(array_agg(contacts.id))
              and n.second_id = any(array_agg(contacts.id))) as told_apart
          from contacts left join portal_logins l on l.contact_id = contacts.id
          where ${contactsVisibleTo(actor)} and contacts.email is not null
          group by contacts.email having count(*) > 1
        ) grouped
      ) g`,
    tx,
  );
}

/**
 * Begins to make the groups one that the preview showed as safe.
 * @throws {RefusalError} not_found, operation_moved
 */
export async function applySafeMerge(actor: Actor, { operationId }: { operationId: string }): Promise<void> {
  const where = { AND: [{ id: operationId, kind: SAFE_MERGE_KIND }, operationsVisibleTo(actor)] };
  if ((await db.operation.count({ where })) === 0) refuse("not_found", "refusals.notFound");
  await inTransaction((tx) => moveOperation(tx, operationId, { from: ["PLANNED"], to: "APPLYING" }));
}

/** Makes each group of the batch one; a group that somebody changed since is refused, and the others go on. */
export async function mergeBatch(
  tx: Tx,
  operation: RunningOperation,
  batch: readonly PlannedRow[],
  followers: ContactFollowers,
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const row of batch) results.push(await mergeRow(tx, operation, row, followers));
  return results;
}

async function mergeRow(
  tx: Tx,
  { actor, id: operationId }: RunningOperation,
  row: PlannedRow,
  followers: ContactFollowers,
): Promise<RowResult> {
  const { winnerId, ids } = safeMergeRow.parse(row.source);
  try {
    const input = await inputOf(tx, { winnerId, ids });
    const trace = await mergeGroup(tx, actor, { input, followers, operationId });
    return { id: row.id, outcome: "update", ...trace };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    return { id: row.id, outcome: "refused", reasons: [{ code: "changed_since_preview" }] };
  }
}

/** From whom each field is taken: from whom is kept, or who has it where they do not. */
async function inputOf(tx: Tx, { winnerId, ids }: { winnerId: string; ids: readonly string[] }): Promise<MergeInput> {
  const people = await rows<Record<(typeof MERGED_FIELDS)[number], unknown> & { id: string; version: number }>(
    sql`select id, version, first_name as "firstName", last_name as "lastName", email, phone, language, do_not_mail as "doNotMail"
      from contacts where id = any(${[...ids]}::uuid[]) and deleted_at is null
      order by (id = ${winnerId}::uuid) desc, id`,
    tx,
  );
  if (people.length !== ids.length) refuse("not_found", "duplicates.refusals.gone");
  const from = (field: (typeof MERGED_FIELDS)[number]) => people.find((person) => person[field])?.id ?? winnerId;
  const take = Object.fromEntries(MERGED_FIELDS.map((field) => [field, from(field)])) as MergeInput["take"];
  return { people: people.map(({ id, version }) => ({ id, version })), winnerId, take };
}

/** Takes groups apart again; what was changed since stays and is listed. */
export async function undoMergeBatch(tx: Tx, { actor, id: operationId }: RunningOperation, batch: AppliedRow[]) {
  const results = await undoTraced(tx, batch);
  const undone = new Set(results.filter(({ undo }) => undo === "undone").map(({ id }) => id));
  const found = await tx.operationRow.findMany({ where: { id: { in: [...undone] } }, select: { source: true } });
  for (const { source } of found) {
    const { winnerId, ids, name } = safeMergeRow.parse(source);
    await record(tx, actor, {
      kind: "contact.merge-undone",
      subject: { kind: "contact", id: winnerId },
      operationId,
      data: { name, merged: name, mergedIds: ids.filter((id) => id !== winnerId) },
    });
  }
  return results;
}
