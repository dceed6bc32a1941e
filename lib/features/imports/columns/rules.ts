import { readDate } from "@/lib/features/imports/cells/dates/rules";
import { readMinutes, readNumber } from "@/lib/features/imports/cells/numbers/rules";
import { readTime } from "@/lib/features/imports/cells/times/rules";
import { readCountry, readLanguageCode, readStanding, readYesNo } from "@/lib/features/imports/cells/words/rules";
import { headerScore } from "@/lib/features/imports/columns/headers/rules";
import type { ColumnProfile } from "@/lib/features/imports/files/schema";
import { importFields, REQUIRED_FIELDS } from "@/lib/features/imports/import-fields";
import {
  type ColumnMapping,
  type ImportField,
  type ImportKind,
  type RowProblem,
  rowProblem,
  type ValueKind,
} from "@/lib/features/imports/schema";

const SURE_ENOUGH = 0.72;
const SAMPLES_LOOKED_AT = 20;

/** Whether one value could be of the kind; kinds that take any text are left out. */
const READABLE: Partial<Record<ValueKind, (text: string) => boolean>> = {
  date: (text) => {
    const read = readDate(text, null);
    return read.ok || read.code !== "date_unreadable";
  },
  time: (text) => readTime(text) !== null,
  hours: (text) => readMinutes(text) !== null,
  "whole-number": (text) => readNumber(text) !== null,
  decimal: (text) => readNumber(text) !== null,
  "yes-no": (text) => readYesNo(text) !== null,
  email: (text) => text.includes("@"),
  phone: (text) => text.replace(/\D/g, "").length >= 7,
  language: (text) => readLanguageCode(text) !== null,
  country: (text) => readCountry(text) !== null,
  status: (text) => readStanding(text) !== null,
};

/**
 * A first mapping: each column goes to the field its header and its values speak for most, each field to one column.
 * A header whose values contradict it ("LICENSE STATUS": AAI) stays out.
 */
export function autoMap(
  kind: ImportKind,
  columns: readonly ColumnProfile[],
  { custom = [] }: { custom?: readonly ImportField[] } = {},
): ColumnMapping {
  const fields = importFields(kind, custom);
  const pairs = columns
    .flatMap((column, index) => fields.map((field) => ({ index, key: field.key, score: fitScore(column, field) })))
    .filter(({ score }) => score >= SURE_ENOUGH)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const mapping: ColumnMapping = columns.map(() => null);
  const used = new Set<string>();
  for (const { index, key } of pairs) {
    if (mapping[index] !== null || used.has(key)) continue;
    mapping[index] = key;
    used.add(key);
  }
  return kind === "clients" ? withoutPeople(mapping) : mapping;
}

function fitScore(column: ColumnProfile, field: ImportField): number {
  const score = headerScore(column.header, field.synonyms);
  const readable = READABLE[field.valueKind];
  const samples = column.samples.slice(0, SAMPLES_LOOKED_AT);
  if (score < SURE_ENOUGH || !readable || samples.length === 0) return score;
  const share = samples.filter(readable).length / samples.length;
  return share < 0.5 ? 0 : score * (0.98 + 0.02 * share);
}

/** In a file without names of people, "Phone" and "Email" are the client's own. */
function withoutPeople(mapping: ColumnMapping): ColumnMapping {
  const names = ["contact.firstName", "contact.lastName", "contact.fullName"];
  if (mapping.some((key) => key !== null && names.includes(key))) return mapping;
  return mapping.map((key) => {
    if (key !== "contact.email" && key !== "contact.phone") return key;
    const own = key.replace("contact.", "client.");
    return mapping.includes(own) ? null : own;
  });
}

/** What is missing for this kind of import, and which columns are left out. */
export function checkMapping(kind: ImportKind, headers: readonly string[], mapping: ColumnMapping): RowProblem[] {
  const missing = REQUIRED_FIELDS[kind]
    .filter((group) => !group.some((key) => mapping.includes(key)))
    .map((group) => rowProblem("missing_column", null, { params: { field: group[0] ?? "" } }));
  const unused = headers
    .filter((_, index) => !mapping[index])
    .map((header) => rowProblem("unused_column", null, { column: header }));
  return [...missing, ...unused];
}

/** A mapping chosen by a person or remembered from before, without fields and columns that do not exist here. */
export function fitMapping(
  kind: ImportKind,
  mapping: ColumnMapping,
  { columns, custom }: { columns: number; custom: readonly ImportField[] },
): ColumnMapping {
  const known = new Set(importFields(kind, custom).map((field) => field.key));
  return Array.from({ length: columns }, (_, index) => {
    const key = mapping[index] ?? null;
    return key !== null && known.has(key) && mapping.indexOf(key) === index ? key : null;
  });
}

/** The columns that hold dates under this mapping, for `dateQuestions`. */
export function dateColumns(
  kind: ImportKind,
  mapping: ColumnMapping,
  { custom = [] }: { custom?: readonly ImportField[] } = {},
): number[] {
  const fields = importFields(kind, custom);
  const dates = new Set(fields.filter((field) => field.valueKind === "date").map((field) => field.key));
  return mapping.flatMap((key, index) => (key !== null && dates.has(key) ? [index] : []));
}
