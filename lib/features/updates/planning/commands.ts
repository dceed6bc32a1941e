import "server-only";
import { findSetting } from "@/lib/features/settings/queries";
import { countHanded, handedCondition, idOf, tableOf } from "@/lib/features/updates/choosing/queries";
import { refusalOf } from "@/lib/features/updates/choosing/rules";
import { fieldLabel } from "@/lib/features/updates/copy";
import { findNoun, listFields } from "@/lib/features/updates/nouns/queries";
import {
  handedOver,
  MOST_RECORDS,
  type PlanUpdateInput,
  TRANSFER_KIND,
  UPDATE_KIND,
  type UpdateRecord,
} from "@/lib/features/updates/schema";
import { type AskedValue, askedValue } from "@/lib/features/updates/valuing/queries";
import { type Actor, actingWith } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { translatorFor } from "@/lib/platform/i18n/translate";
import type { BulkChange, BulkField, BulkNoun } from "@/lib/platform/operation/bulk-field";
import { beginOperation, saveProgress } from "@/lib/platform/operation/lifecycle";
import { operationProgress } from "@/lib/platform/operation/progress";
import { countOutcomes } from "@/lib/platform/operation/rows";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";

const PLAN_TIMEOUT_MS = 60_000;

type Planned = { noun: BulkNoun; field: BulkField; asked: AskedValue; which: SqlFragment };

/**
 * Looks at every chosen record and writes down what the change would do to it; nothing else happens before it is applied.
 * @returns the operation, whose page is the preview.
 * @throws {RefusalError} not_found, not_permitted, unknown_value, reason_missing, nothing_chosen, too_many
 */
export async function planUpdate(actor: Actor, input: PlanUpdateInput): Promise<string> {
  const found = findNoun(actor, input.noun);
  if (!found) refuse("not_found", "refusals.notFound");
  const { noun } = found;
  const editor = actingWith(actor, noun.permission);
  const handed = handedOver(Object.fromEntries(new URLSearchParams(input.query)));
  if ((await countHanded(editor, noun, handed)) > MOST_RECORDS) {
    refuse("too_many", "updates.refusals.tooMany", { values: { limit: MOST_RECORDS } });
  }
  const ticked = input.all
    ? sql`${idOf(noun)} <> all(${input.except}::uuid[])`
    : sql`${idOf(noun)} = any(${input.ids}::uuid[])`;
  const which = sql`${await handedCondition(editor, noun, handed)} and ${ticked}`;
  return planChange(actor, { ...input, which });
}

type Change = Pick<PlanUpdateInput, "noun" | "field" | "value" | "reason" | "query"> & { which: SqlFragment };

/** The same for records that are known already, such as those an earlier change had to refuse. */
export async function planChange(actor: Actor, { which, ...input }: Change): Promise<string> {
  const found = findNoun(actor, input.noun);
  if (!found) refuse("not_found", "refusals.notFound");
  const { noun, name } = found;
  const field = (await listFields(actor, noun)).find(({ key }) => key === input.field);
  if (!field) refuse("not_permitted", "updates.refusals.field", { field: "field" });
  const asked = await askedValue(actor, field, input);
  const record: UpdateRecord = { ...input, noun: name, value: asked.value, shown: asked.shown };
  return writePlan(actor, { noun, field, asked, which }, record);
}

async function writePlan(actor: Actor, planned: Planned, record: UpdateRecord): Promise<string> {
  const { field, asked } = planned;
  const t = await translatorFor(actor.language);
  const terms = await findSetting("terminology");
  const label = fieldLabel(field, { noun: record.noun, words: t, terms });
  return inTransaction(
    async (tx) => {
      const operationId = await beginOperation(tx, actor, {
        kind: field.transfer ? TRANSFER_KIND : UPDATE_KIND,
        title: `${label} → ${asked.shown ?? t("updates.empty")}`,
        input: record,
        status: "PLANNED",
      });
      const count = await insertPlan(tx, operationId, planned);
      if (count === 0) refuse("nothing_chosen", "updates.refusals.nothingChosen");
      const counts = await countOutcomes(tx, operationId);
      await saveProgress(tx, operationId, operationProgress.parse(counts));
      return operationId;
    },
    { timeoutMs: PLAN_TIMEOUT_MS },
  );
}

async function insertPlan(tx: Tx, operationId: string, { noun, field, asked, which }: Planned): Promise<number> {
  const change = await field.change(asked.value);
  return execute(
    sql`insert into operation_rows (id, operation_id, position, outcome, reasons, source, subject_kind, subject_id)
      select new_id(), ${operationId}::uuid, row_number() over (order by x.id),
        case when x.same then 'unchanged' when x.refusal is not null then 'refused' else 'update' end,
        case when x.same or x.refusal is null then '[]'::jsonb else jsonb_build_array(x.refusal) end,
        jsonb_build_object('name', x.name, 'from', x.present, 'fromKey', x.key), ${noun.subjectKind}, x.id
      from (${lookedAt(noun, change)} where ${which}) x`,
    tx,
  );
}

/** Each record with what stands there and what stands in the way. */
export function lookedAt(noun: BulkNoun, change: BulkChange): SqlFragment {
  return sql`select ${idOf(noun)} as id, ${noun.name} as name, ${noun.clientId} as "clientId", ${change.present} as present,
    ${change.presentKey ?? sql`null::text`} as key, ${change.same} as same, ${refusalOf(change)} as refusal from ${tableOf(noun)}`;
}
