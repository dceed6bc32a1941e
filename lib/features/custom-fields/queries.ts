import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { CustomField, CustomRecord } from "./schema";

/** A value as text, from `v` of custom_values. */
export const VALUE_TEXT = sql`coalesce(v.text_value, trim_scale(v.number_value)::text, v.date_value::text, v.choice_id::text,
  case when v.yes_value then 'yes' when not v.yes_value then 'no' end)`;

const FIELD = sql`'id', f.id, 'label', f.label, 'help', f.help, 'type', f.type, 'mandatory', f.mandatory,
  'archived', f.archived_at is not null,
  'choices', case when f.type = 'choice' then coalesce((
    select jsonb_agg(jsonb_build_object('id', o.id, 'label', o.label, 'archived', o.archived_at is not null)
      order by o.position, o.label) from custom_field_choices o where o.field_id = f.id), '[]'::jsonb)
    else '[]'::jsonb end`;

/**
 * The live fields of one record with its values, as a column of the query that reads the record: a list of CustomValue,
 * at the price of no query.
 */
export function customValuesOf(record: CustomRecord, id: SqlFragment): SqlFragment {
  return sql`coalesce((select jsonb_agg(jsonb_build_object(${FIELD}, 'value', ${VALUE_TEXT}) order by f.position, f.id)
    from custom_fields f left join custom_values v on v.field_id = f.id and v.record_id = ${id}
    where f.record_kind = ${record} and f.archived_at is null), '[]'::jsonb)`;
}

/** The fields of a kind of record as a column of a query: a list of CustomField, archived ones last. */
export function customFieldsOf(record: CustomRecord): SqlFragment {
  return sql`coalesce((select jsonb_agg(jsonb_build_object(${FIELD}) order by f.archived_at is not null, f.position, f.id)
    from custom_fields f where f.record_kind = ${record}), '[]'::jsonb)`;
}

/** The same by itself. */
export async function findCustomFields(record: CustomRecord, tx?: Tx): Promise<CustomField[]> {
  const [found] = await rows<{ fields: CustomField[] }>(sql`select ${customFieldsOf(record)} as fields`, tx);
  return found?.fields ?? [];
}
