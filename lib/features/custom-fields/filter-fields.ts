import type { FilterField, FilterKind, FilterTree } from "@/lib/features/filters/schema";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { customOfKey, filterKey } from "./rules";
import type { CustomField, CustomType } from "./schema";

const KINDS: Record<CustomType, FilterKind> = {
  text: "text",
  number: "number",
  date: "date",
  choice: "reference",
  yes_no: "choice",
};

const COLUMNS: Record<CustomType, string> = {
  text: "custom_values.text_value",
  number: "custom_values.number_value",
  date: "custom_values.date_value",
  choice: "custom_values.choice_id",
  yes_no: "custom_values.yes_value",
};

/** A field of the organization's own as a list can be filtered by it; `record` is the column of the record's id. */
export function customFilterField(field: Pick<CustomField, "id" | "type">, record: SqlFragment): FilterField {
  const { id, type } = field;
  return {
    key: filterKey(field),
    labelKey: filterKey(field),
    kind: KINDS[type],
    column: COLUMNS[type],
    rows: sql`custom_values where custom_values.field_id = ${id}::uuid and custom_values.record_id = ${record}`,
    nullable: true,
    ...(type === "yes_no" ? { choices: ["true", "false"] } : {}),
  };
}

/** The live fields, and those of a filter that are not live any more, as a list offers them. */
export function offeredCustomFields(
  fields: readonly CustomField[],
  tree: FilterTree | null,
  record: SqlFragment,
): FilterField[] {
  const live = fields.filter(({ archived }) => !archived).map((field) => customFilterField(field, record));
  const asked = tree ? customFilterFieldsIn(tree, record) : [];
  return [...live, ...asked.filter(({ key }) => !live.some((field) => field.key === key))];
}

/** The fields of the organization's own that a filter names, archived ones among them. */
export function customFilterFieldsIn(tree: FilterTree, record: SqlFragment): FilterField[] {
  return [...new Set(keysIn(tree))].flatMap((key) => {
    const field = customOfKey(key);
    return field ? [customFilterField(field, record)] : [];
  });
}

function keysIn(tree: FilterTree): string[] {
  if ("not" in tree) return keysIn(tree.not);
  if ("all" in tree) return tree.all.flatMap(keysIn);
  if ("any" in tree) return tree.any.flatMap(keysIn);
  return [tree.field];
}
