import { CUSTOM_LIMITS, type CustomField, type CustomType } from "@/lib/features/custom-fields/schema";
import type { RowValues } from "@/lib/features/imports/cells/rules";
import type { ImportField, ValueKind } from "@/lib/features/imports/schema";
import { OWN_RECORDS, type OwnFields, type OwnRecord } from "./schema";

const PREFIXES: Record<OwnRecord, string> = { client: "custom.", contact: "contact.custom." };

const KINDS: Record<CustomType, ValueKind> = {
  text: "text",
  number: "decimal",
  date: "date",
  choice: "choice",
  yes_no: "yes-no",
};

/** The name that a column goes by when it is one of the organization's own fields. */
export const customKey = (record: OwnRecord, fieldId: string) => PREFIXES[record] + fieldId;

/** The live fields of the organization's own, as columns of a file can be read. Those of clients stand first. */
export function customImportFields(own: OwnFields): ImportField[] {
  return OWN_RECORDS.flatMap((record) => own[record].flatMap((field) => importField(record, field)));
}

function importField(record: OwnRecord, { id, label, type, choices, archived }: CustomField): ImportField[] {
  if (archived) return [];
  const said = label.toLowerCase();
  return [
    {
      key: customKey(record, id),
      labelKey: "",
      own: record,
      label,
      valueKind: KINDS[type],
      synonyms: record === "contact" ? [said, `contact ${said}`] : [said],
      maxLength: CUSTOM_LIMITS.text,
      ...(type === "choice" ? { choices: choices.filter((choice) => !choice.archived) } : {}),
    },
  ];
}

/** What a row says in the own fields of one record, by their id and as they are kept; blanks left out. */
export function customOf(values: RowValues, record: OwnRecord): Record<string, string> {
  const prefix = PREFIXES[record];
  const said = Object.entries(values).flatMap(([key, value]): [string, string][] => {
    if (!key.startsWith(prefix) || value === null || value === undefined) return [];
    return [[key.slice(prefix.length), typeof value === "boolean" ? (value ? "yes" : "no") : String(value)]];
  });
  return Object.fromEntries(said);
}

/** What of it a record has not yet. */
export function customAdditions(said: Record<string, string> = {}, standing: readonly string[] = []) {
  return Object.fromEntries(Object.entries(said).filter(([id]) => !standing.includes(id)));
}
