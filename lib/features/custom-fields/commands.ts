import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { refuse } from "@/lib/platform/refusal";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { typedCustom } from "./rules";
import type { CustomInput, CustomRecord, CustomValue } from "./schema";

/**
 * The fields with what a form says of them.
 * @throws {RefusalError} unreadable_fields, naming each beside its field
 */
export function requireReadable(fields: readonly CustomValue[], input: CustomInput = {}): CustomValue[] {
  const typed = typedCustom(fields, input);
  if (Object.keys(typed.problems).length > 0)
    refuse("unreadable_fields", "refusals.checkTheForm", { fields: typed.problems });
  return typed.fields;
}

export type CustomWrite = { recordId: string; field: Pick<CustomValue, "id" | "type">; value: string | null };

/** Keeps what a record has in the fields given; a blank one is no row at all. */
export async function writeCustomValues(
  tx: Tx,
  record: CustomRecord,
  { recordId, fields }: { recordId: string; fields: readonly CustomValue[] },
): Promise<void> {
  await writeManyCustomValues(
    tx,
    record,
    fields.map((field) => ({ recordId, field, value: field.value })),
  );
}

/** The same of many records, in two statements whatever their number. The caller has locked the records. */
export async function writeManyCustomValues(
  tx: Tx,
  record: CustomRecord,
  writes: readonly CustomWrite[],
): Promise<void> {
  const blank = writes.filter(({ value }) => value === null);
  if (blank.length > 0)
    await execute(
      sql`delete from custom_values where (field_id, record_id) in (select *
        from unnest(${blank.map(({ field }) => field.id)}::uuid[], ${blank.map(({ recordId }) => recordId)}::uuid[]))`,
      tx,
    );
  const filled = writes.filter(({ value }) => value !== null);
  if (filled.length === 0) return;
  await execute(
    sql`${insertion(record, filled)} on conflict (field_id, record_id) do update set text_value = excluded.text_value,
      number_value = excluded.number_value, date_value = excluded.date_value, choice_id = excluded.choice_id,
      yes_value = excluded.yes_value`,
    tx,
  );
}

/** Keeps values where nothing stands, in one statement. Answers which were kept, with their keys as operations name them. */
export async function fillCustomValues(
  tx: Tx,
  record: CustomRecord,
  writes: readonly CustomWrite[],
): Promise<{ recordId: string; key: string }[]> {
  if (writes.length === 0) return [];
  return rows<{ recordId: string; key: string }>(
    sql`${insertion(record, writes)} on conflict do nothing
      returning record_id as "recordId", field_id || ':' || record_id as key`,
    tx,
  );
}

function insertion(record: CustomRecord, writes: readonly CustomWrite[]): SqlFragment {
  const content = writes.map(({ recordId, field, value }) => ({ f: field.id, t: field.type, r: recordId, v: value }));
  return sql`insert into custom_values (field_id, record_id, record_kind, type, client_id, contact_id, prospect_id,
      text_value, number_value, date_value, choice_id, yes_value)
    select w.f, w.r, ${record}, w.t,
      case when ${record} = 'client' then w.r end, case when ${record} = 'contact' then w.r end,
      case when ${record} = 'prospect' then w.r end,
      case when w.t = 'text' then w.v end, case when w.t = 'number' then w.v::numeric end,
      case when w.t = 'date' then w.v::date end, case when w.t = 'choice' then w.v::uuid end,
      case when w.t = 'yes_no' then w.v = 'yes' end
    from json_to_recordset(${JSON.stringify(content)}::json) as w (f uuid, t text, r uuid, v text)`;
}
