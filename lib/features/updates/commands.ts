import "server-only";
import { findNoun, listFields } from "@/lib/features/updates/nouns/queries";
import { planChange } from "@/lib/features/updates/planning/commands";
import { type Actor, actingWith } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { moveOperation } from "@/lib/platform/operation/lifecycle";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import { refuse } from "@/lib/platform/refusal";
import { sql, sqlName } from "@/lib/values/sql";
import { UPDATE_KINDS, type UpdateRecord, updateRecord } from "./schema";

type Named = { operationId: string };

/**
 * Begins to do what the preview showed, in the background.
 * @throws {RefusalError} not_found, not_permitted, operation_moved
 */
export async function applyUpdate(actor: Actor, { operationId }: Named): Promise<void> {
  await findUpdate(actor, operationId);
  await inTransaction((tx) => moveOperation(tx, operationId, { from: ["PLANNED"], to: "APPLYING" }));
}

/**
 * Looks again at the records that an operation refused, as a new operation with its own preview.
 * @throws {RefusalError} not_found, not_permitted, nothing_chosen
 */
export async function retryRefused(actor: Actor, { operationId }: Named): Promise<string> {
  const { noun, record } = await findUpdate(actor, operationId);
  const which = sql`${await noun.chosen(actingWith(actor, noun.permission), {})} and ${sqlName(`${noun.alias}.id`)} in (select subject_id from operation_rows
    where operation_id = ${operationId}::uuid and outcome = 'refused')`;
  return planChange(actor, { ...record, which });
}

/** An update whose field this person may change, too. */
async function findUpdate(actor: Actor, operationId: string) {
  const operation = await db.operation.findFirst({
    where: { AND: [{ id: operationId, kind: { in: [...UPDATE_KINDS] } }, operationsVisibleTo(actor)] },
    select: { input: true },
  });
  if (!operation) refuse("not_found", "refusals.notFound");
  const record: UpdateRecord = updateRecord.parse(operation.input);
  const found = findNoun(actor, record.noun);
  const fields = found ? await listFields(actor, found.noun) : [];
  if (!found || !fields.some(({ key }) => key === record.field)) refuse("not_permitted", "updates.refusals.field");
  return { noun: found.noun, record };
}
