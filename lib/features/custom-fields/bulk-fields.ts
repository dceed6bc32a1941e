import "server-only";
import { YES_NO } from "@/lib/platform/operation/bulk-columns";
import type { BulkChange, BulkField, BulkInput } from "@/lib/platform/operation/bulk-field";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { findCustomFields } from "./queries";
import { customName } from "./rules";
import { CUSTOM_LIMITS, type CustomField, type CustomRecord, type CustomType } from "./schema";

const MOST_NUMBER = 99_999_999_999_999;

/** The live fields of the organization's own that many records can be given a value of; `owner` is the record's id. */
export async function customFieldsInBulk(record: CustomRecord, owner: SqlFragment): Promise<BulkField[]> {
  const fields = await findCustomFields(record);
  return fields.filter(({ archived }) => !archived).map((field) => inBulk(field, record, { owner }));
}

function inBulk(field: CustomField, record: CustomRecord, { owner }: { owner: SqlFragment }): BulkField {
  return {
    key: customName(field),
    label: field.label,
    input: inputOf(field),
    optional: !field.mandatory,
    change: (value) => changeOf(field, record, { owner, value }),
  };
}

function inputOf({ type, choices }: CustomField): BulkInput {
  if (type === "text") return { kind: "text", max: CUSTOM_LIMITS.text };
  if (type === "number") return { kind: "number", min: -MOST_NUMBER, max: MOST_NUMBER, decimals: 6 };
  if (type === "date") return { kind: "date" };
  if (type === "yes_no")
    return { kind: "choice", words: "yesNo", choices: async () => YES_NO.map((value) => ({ value, label: value })) };
  const live = choices.filter(({ archived }) => !archived).map(({ id, label }) => ({ value: id, label }));
  return { kind: "choice", choices: async () => live };
}

/** Where a value stands, how it is cast, and how people read it, over `v` of custom_values. */
const COLUMNS: Record<CustomType, { name: SqlFragment; cast: SqlFragment; shown: SqlFragment }> = {
  text: { name: sql`text_value`, cast: sql`text`, shown: sql`v.text_value` },
  number: { name: sql`number_value`, cast: sql`numeric`, shown: sql`trim_scale(v.number_value)::text` },
  date: { name: sql`date_value`, cast: sql`date`, shown: sql`v.date_value::text` },
  choice: {
    name: sql`choice_id`,
    cast: sql`uuid`,
    shown: sql`(select o.label::text from custom_field_choices o where o.id = v.choice_id)`,
  },
  yes_no: { name: sql`yes_value`, cast: sql`boolean`, shown: sql`case when v.yes_value then 'Yes' else 'No' end` },
};

const OWNERS: Record<CustomRecord, SqlFragment> = {
  client: sql`client_id`,
  contact: sql`contact_id`,
  prospect: sql`prospect_id`,
};

type Change = { owner: SqlFragment; value: string | null };

function changeOf({ id, type }: CustomField, record: CustomRecord, { owner, value }: Change): BulkChange {
  const { name, cast, shown } = COLUMNS[type];
  const wanted = sql`${value}::text::${cast}`;
  const standing = (what: SqlFragment) =>
    sql`(select ${what} from custom_values v where v.field_id = ${id}::uuid and v.record_id = ${owner})`;
  return {
    present: standing(shown),
    presentKey: standing(sql`v.${name}::text`),
    same: sql`${standing(sql`v.${name}`)} is not distinct from ${wanted}`,
    companions: [
      {
        table: "custom_values",
        owner: sql`custom_values.${OWNERS[record]}`,
        work: (ids) => [
          sql`delete from custom_values where field_id = ${id}::uuid and record_id = any(${[...ids]}::uuid[])`,
          sql`insert into custom_values (field_id, record_id, record_kind, type, ${OWNERS[record]}, ${name})
            select ${id}::uuid, r, ${record}, ${type}, r, ${wanted} from unnest(${[...ids]}::uuid[]) r
            where ${value}::text is not null`,
        ],
      },
    ],
  };
}
