import { isLocalDate } from "@/lib/values/date";
import { isId } from "@/lib/values/id";
import { foldText, hasBidiControls, hasUnstorable } from "@/lib/values/text";
import {
  CUSTOM_LIMITS,
  CUSTOM_TYPES,
  type CustomField,
  type CustomInput,
  type CustomType,
  type CustomValue,
} from "./schema";

/** What a field is called in a form. */
export const customName = ({ id }: Pick<CustomField, "id">) => `custom.${id}`;

type Problem = { messageKey: string; values?: Record<string, string | number> };
type Read = { value: string | null } | { problem: Problem };

const NUMBER = /^-?\d{1,14}(\.\d{1,6})?$/;

const READERS: Record<CustomType, (text: string, field: CustomValue) => Read> = {
  text: (text) => {
    if (hasUnstorable(text) || hasBidiControls(text)) return problem("unreadable_characters");
    const line = text.replace(/[\t\r\n]+/g, " ");
    return line.length > CUSTOM_LIMITS.text ? problem("too_long") : { value: line };
  },
  number: (text) => {
    const digits = text.replaceAll(/[,\s]/g, "");
    return NUMBER.test(digits) ? { value: digits } : problem("number");
  },
  date: (text) => (isLocalDate(text) ? { value: text } : problem("date")),
  choice: (text, { choices, value }) =>
    choices.some(({ id, archived }) => id === text && (!archived || id === value)) ? { value: text } : problem("id"),
  yes_no: (text) => (text === "yes" || text === "no" ? { value: text } : problem("id")),
};

const problem = (key: string): Read => ({ problem: { messageKey: `validation.${key}` } });

/** What was typed into a field, as it is kept; blank is nothing. */
export function readCustom(text: string, field: CustomValue): Read {
  const trimmed = text.trim();
  return trimmed === "" ? { value: null } : READERS[field.type](trimmed, field);
}

/** Fields without what records have in them, as new records begin. */
export function blankCustom(fields: readonly CustomField[]): CustomValue[] {
  return fields.filter(({ archived }) => !archived).map((field) => ({ ...field, value: null }));
}

/** The fields with what was typed into them, or what is wrong with it by the name of the field in the form. */
export function typedCustom(
  fields: readonly CustomValue[],
  input: CustomInput,
): { fields: CustomValue[]; problems: Record<string, Problem> } {
  const problems: Record<string, Problem> = {};
  const typed = fields.map((field) => {
    const text = input[field.id];
    if (text === undefined) return field;
    const read = readCustom(text, field);
    if ("value" in read) return { ...field, value: read.value };
    problems[customName(field)] = read.problem;
    return field;
  });
  return { fields: typed, problems };
}

/** What another record has in fields that are called the same and hold the same kind of thing, where nothing stands yet. */
export function carriedCustom(from: readonly CustomValue[], to: readonly CustomValue[]): CustomValue[] {
  return to.map((field) => {
    const same = from.find((each) => each.type === field.type && foldText(each.label) === foldText(field.label));
    if (field.value !== null || !same?.value) return field;
    if (field.type !== "choice") return { ...field, value: same.value };
    const label = foldText(String(plainValue(same)));
    const choice = field.choices.find((each) => !each.archived && foldText(each.label) === label);
    return { ...field, value: choice?.id ?? null };
  });
}

/** The mandatory fields that are blank. */
export function missingCustom<Field extends CustomValue>(fields: readonly Field[]): Field[] {
  return fields.filter(({ mandatory, value }) => mandatory && value === null);
}

/** The form's fields by name, for telling apart what two people saved. */
export function customFormValues(fields: readonly CustomValue[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [customName(field), field.value ?? ""]));
}

/** What marks the name of a field in a history entry as the organization's own word. */
export const OWN_WORD = "custom:";

/** The fields as history keeps them: words instead of ids, so that they still read after a rename. */
export function shownCustom(fields: readonly CustomValue[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [`${OWN_WORD}${field.label}`, plainValue(field)]));
}

/** A value without formatting: a yes-or-no as such, a choice by its label. */
export function plainValue({ type, value, choices }: CustomValue): string | boolean | null {
  if (value === null) return null;
  if (type === "yes_no") return value === "yes";
  if (type === "choice") return choices.find(({ id }) => id === value)?.label ?? null;
  return value;
}

const PREFIX = "custom.";

/** "custom.date.0193…": the key says all that a condition needs, so that reading a filter asks the database nothing. */
export function filterKey({ type, id }: Pick<CustomField, "type" | "id">): string {
  return `${PREFIX}${type}.${id.replaceAll("-", "")}`;
}

/** The field that a key of a filter names, of whatever record; null for a key that is none of these. */
export function customOfKey(key: string): Pick<CustomField, "id" | "type"> | null {
  if (!key.startsWith(PREFIX)) return null;
  const [typeText, hex = ""] = key.slice(PREFIX.length).split(".");
  const type = CUSTOM_TYPES.find((each) => each === typeText);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return type && isId(id) ? { type, id } : null;
}
