import { CUSTOM_LIMITS, type CustomField, type CustomType } from "@/lib/features/custom-fields/schema";
import type { RowValues } from "@/lib/features/imports/cells/rules";
import type { ImportField, ValueKind } from "@/lib/features/imports/schema";

const PREFIX = "custom.";

const KINDS: Record<CustomType, ValueKind> = {
  text: "text",
  number: "decimal",
  date: "date",
  choice: "choice",
  yes_no: "yes-no",
};

/** The live fields of the organization's own, as columns of a file can be read. */
export function customImportFields(fields: readonly CustomField[]): ImportField[] {
  return fields
    .filter(({ archived }) => !archived)
    .map(({ id, label, type, choices }) => ({
      key: `${PREFIX}${id}`,
      labelKey: "",
      label,
      valueKind: KINDS[type],
      synonyms: [label.toLowerCase()],
      maxLength: CUSTOM_LIMITS.text,
      ...(type === "choice" ? { choices: choices.filter(({ archived }) => !archived) } : {}),
    }));
}

/** What a row says in these fields, by their id and as they are kept; blanks left out. */
export function customOf(values: RowValues): Record<string, string> {
  const said = Object.entries(values).flatMap(([key, value]): [string, string][] => {
    if (!key.startsWith(PREFIX) || value === null || value === undefined) return [];
    return [[key.slice(PREFIX.length), typeof value === "boolean" ? (value ? "yes" : "no") : String(value)]];
  });
  return Object.fromEntries(said);
}
