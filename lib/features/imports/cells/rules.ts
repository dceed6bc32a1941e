import { orderOf, readDate } from "@/lib/features/imports/cells/dates/rules";
import { readMinutes, readNumber } from "@/lib/features/imports/cells/numbers/rules";
import { readTime } from "@/lib/features/imports/cells/times/rules";
import { readCountry, readLanguage, readYesNo } from "@/lib/features/imports/cells/words/rules";
import type { ColumnProfile } from "@/lib/features/imports/files/schema";
import { importFields } from "@/lib/features/imports/import-fields";
import {
  type ColumnMapping,
  type DateOrder,
  type FileRow,
  type ImportAnswers,
  type ImportField,
  type ImportKind,
  isError,
  type ProblemCode,
  type ProblemParams,
  type RowProblem,
  rowProblem,
  type ValueKind,
} from "@/lib/features/imports/schema";
import { unescapeFormula } from "@/lib/values/csv-safe";
import { isDeliverable, storedEmail } from "@/lib/values/email-address";
import { parsePhone, storedPhone } from "@/lib/values/phone";
import { foldText } from "@/lib/values/text";

export type CellValue = string | number | boolean | null;

/** What a row says, by field key; a blank cell is null, a column that is not there undefined. */
export type RowValues = Record<string, CellValue | undefined>;

export type CellContext = {
  maxLength: number;
  dateOrder: DateOrder | null;
  /** Where phone numbers without a prefix belong, ISO 3166. */
  country: string;
  /** What a choice is one of. */
  choices?: ImportField["choices"];
};

export type ReadCell = { value: CellValue; problem?: { code: ProblemCode; params?: ProblemParams } };

const MINUTES_IN_DAY = 1440;
/** What a field of the organization's own can hold. */
const MOST_DECIMAL = 99_999_999_999_999;
const DECIMALS = 6;
const MOST_EMPLOYEES = 10_000_000;

const READERS: Record<ValueKind, (text: string, context: CellContext) => ReadCell> = {
  text: (text, context) => limited(unescapeFormula(text).replace(/[\t\r\n]+/g, " "), context),
  "long-text": (text, context) => limited(unescapeFormula(text), context),
  status: (text, context) => limited(unescapeFormula(text), context),
  date: (text, { dateOrder }) => {
    const read = readDate(text, dateOrder);
    return read.ok ? { value: read.date } : unreadable(read.code, text);
  },
  time: (text) => known(readTime(text), "time_unreadable", text),
  hours: (text) => inRange(readMinutes(text), MINUTES_IN_DAY, { text }),
  "whole-number": (text) => {
    const number = readNumber(text);
    return inRange(number === null || Number.isInteger(number) ? number : null, MOST_EMPLOYEES, { text });
  },
  decimal: (text) => {
    const number = readNumber(text);
    if (number === null) return unreadable("number_unreadable", text);
    const fits = Math.abs(number) <= MOST_DECIMAL && Number(number.toFixed(DECIMALS)) === number;
    return fits ? { value: number } : unreadable("number_out_of_range", text);
  },
  choice: (text, { choices = [] }) => {
    const label = foldText(unescapeFormula(text));
    return known(choices.find((choice) => foldText(choice.label) === label)?.id ?? null, "choice_unknown", text);
  },
  "yes-no": (text) => known(readYesNo(text), "yes_no_unreadable", text),
  language: (text, { choices = [] }) => known(readLanguage(text, choices), "language_unknown", text),
  country: (text) => known(readCountry(text), "country_unknown", text),
  email: (text, context) => {
    const read = limited(storedEmail(unescapeFormula(text)), context);
    return isDeliverable(String(read.value)) ? read : { problem: problemOf("email_unreadable", text), ...read };
  },
  phone: (text, context) => {
    const phone = parsePhone(unescapeFormula(text), context.country);
    if (phone) return { value: storedPhone(phone) };
    return { problem: problemOf("phone_unreadable", text), ...limited(unescapeFormula(text), context) };
  },
};

const shown = (text: string) => ({ value: text.slice(0, 80) });

function problemOf(code: ProblemCode, text: string) {
  return { code, params: shown(text) };
}

function unreadable(code: ProblemCode, text: string): ReadCell {
  return { value: null, problem: problemOf(code, text) };
}

function known(value: CellValue, code: ProblemCode, text: string): ReadCell {
  return value === null ? unreadable(code, text) : { value };
}

function limited(text: string, { maxLength: max }: CellContext): ReadCell {
  if (text.length <= max) return { value: text };
  return { value: null, problem: { code: "text_too_long", params: { max, length: text.length } } };
}

function inRange(value: number | null, max: number, { text }: { text: string }): ReadCell {
  if (value === null) return unreadable("number_unreadable", text);
  return value < 0 || value > max ? unreadable("number_out_of_range", text) : { value };
}

/** Reads one cell as a field of this kind. Blank is null and never a problem. */
export function readCell(text: string, kind: ValueKind, context: CellContext): ReadCell {
  const trimmed = text.trim();
  return trimmed === "" ? { value: null } : READERS[kind](trimmed, context);
}

export type ReadOptions = {
  headers: readonly string[];
  mapping: ColumnMapping;
  /** The order of day and month by column, as `dateOrders` makes it. */
  dateOrders: Record<string, DateOrder>;
  country?: string;
  /** The organization's own fields. */
  custom?: readonly ImportField[];
  /** The languages of the administrators' list. */
  languages?: ImportField["choices"];
};

/** What the file shows and people answered about the order of day and month, by index of the column. */
export function dateOrders(
  columns: readonly ColumnProfile[],
  answers: ImportAnswers | null,
): Record<string, DateOrder> {
  const seen = columns.flatMap(({ dates }, index): [string, DateOrder][] => {
    const order = orderOf(dates);
    return order ? [[String(index), order]] : [];
  });
  return { ...answers?.dateOrders, ...Object.fromEntries(seen) };
}

export type ReadRow = { values: RowValues; problems: RowProblem[] };

/** Makes the reader of a file's rows, so that nothing about the columns is worked out once per row. */
export function rowReader(kind: ImportKind, options: ReadOptions): (row: FileRow) => ReadRow {
  const columns = importFields(kind, options.custom ?? []).flatMap((field) => {
    const index = options.mapping.indexOf(field.key);
    return index < 0
      ? []
      : [{ index, field, header: options.headers[index] ?? null, context: contextOf(field, index) }];
  });

  function contextOf(field: ImportField, index: number): CellContext {
    const dateOrder = options.dateOrders[index] ?? null;
    const { maxLength = 254 } = field;
    const choices = field.valueKind === "language" ? options.languages : field.choices;
    return { maxLength, dateOrder, country: options.country ?? "US", choices };
  }

  return ({ row, cells, problems: fromFile }) => {
    const problems = [...fromFile];
    const values: RowValues = {};
    if (fromFile.some(isError)) return { values, problems };
    for (const { index, field, header, context } of columns) {
      const { value, problem } = readCell(cells[index] ?? "", field.valueKind, context);
      values[field.key] = value;
      if (problem) problems.push(rowProblem(problem.code, row, { column: header, params: problem.params }));
    }
    return { values, problems };
  };
}

export function textOf(values: RowValues, key: string): string | null {
  const value = values[key];
  return typeof value === "string" ? value : null;
}

export function numberOf(values: RowValues, key: string): number | null {
  const value = values[key];
  return typeof value === "number" ? value : null;
}

export function flagOf(values: RowValues, key: string): boolean | null {
  const value = values[key];
  return typeof value === "boolean" ? value : null;
}
