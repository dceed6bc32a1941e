import type { ColumnProfile, DateEvidence } from "@/lib/features/imports/files/schema";
import type { DateOrder } from "@/lib/features/imports/schema";
import { addDays, type LocalDate, localDateOf } from "@/lib/values/date";

export type ReadDate =
  | { ok: true; date: LocalDate }
  | { ok: false; code: "date_unreadable" | "date_impossible" | "date_order_unknown" };

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(19|20)(\d{2})(\d{2})(\d{2})$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const NAMED = /^(?:(\d{1,2})[ .-]*)?([a-zñé]{3,10})\.?[ .-]*(?:(\d{1,2})(?:st|nd|rd|th)?,?[ -]+)?,?(\d{4})$/i;
const SERIAL = /^\d{5}(\.\d+)?$/;
const TIME_BEHIND = /[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]\.?m\.?)?(Z| ?[+-]\d{2}:?\d{2})?$/i;

const MONTHS = (
  "jan january ene enero|feb february febrero|mar march marzo|apr april abr abril|may mayo|jun june junio|jul july julio|" +
  "aug august ago agosto|sep sept september septiembre|oct october octubre|nov november noviembre|dec december dic diciembre"
)
  .split("|")
  .map((names) => names.split(" "));

/** Excel counts days from 1900 with a 29 February 1900 that never was, so day 0 is taken as 1899-12-30. */
const EXCEL_DAY_ZERO: LocalDate = "1899-12-30";
const EXCEL_FROM = 10_000;
const EXCEL_TO = 80_000;

/**
 * A date as people and machines write it. `order` settles 03/04/2024; without it such a date is `date_order_unknown`.
 * With dots the day comes first everywhere. A time behind the date is left off.
 */
export function readDate(text: string, order: DateOrder | null): ReadDate {
  const day = text.replace(TIME_BEHIND, "").trim();
  const numbers = NUMBERS.exec(day);
  if (numbers) return fromNumbers(numbers, order);
  const yearFirst = YEAR_FIRST.exec(day);
  if (yearFirst) return made(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const compact = COMPACT.exec(day);
  if (compact) return made(Number(`${compact[1]}${compact[2]}`), Number(compact[3]), Number(compact[4]));
  const named = NAMED.exec(day.replace(/ del? /gi, " "));
  if (named) return fromNames(named);
  const serial = SERIAL.test(day) ? Math.floor(Number(day)) : 0;
  if (serial >= EXCEL_FROM && serial < EXCEL_TO) return { ok: true, date: addDays(EXCEL_DAY_ZERO, serial) };
  return { ok: false, code: "date_unreadable" };
}

function made(year: number, month: number, day: number): ReadDate {
  const date = localDateOf(year, month, day);
  return date ? { ok: true, date } : { ok: false, code: "date_impossible" };
}

function fromNumbers([, first, separator, second, yearText = ""]: RegExpExecArray, order: DateOrder | null): ReadDate {
  const [a, b] = [Number(first), Number(second)];
  const year = fullYear(yearText);
  if (separator === ".") return made(year, b, a);
  if (order === null) {
    if (a > 12 && b <= 12) return made(year, b, a);
    if (b > 12 || a === b) return made(year, a, b);
    return { ok: false, code: "date_order_unknown" };
  }
  return order === "month_first" ? made(year, a, b) : made(year, b, a);
}

/** Two digits as spreadsheets read them: 30 to 99 lie in the last century. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 30 ? 2000 + year : 1900 + year;
}

function fromNames([, before, name = "", behind, year]: RegExpExecArray): ReadDate {
  const month = MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
  if (month === 0 || (before === undefined) === (behind === undefined)) return { ok: false, code: "date_unreadable" };
  return made(Number(year), month, Number(before ?? behind));
}

export function emptyEvidence(): DateEvidence {
  return { monthFirst: 0, dayFirst: 0, either: 0, clear: 0, other: 0 };
}

/** Counts one value of a column towards the order of its dates. */
export function noteDate(evidence: DateEvidence, text: string) {
  if (text.length < 5 || text.length > 40) {
    evidence.other += 1;
    return;
  }
  const numbers = NUMBERS.exec(text.replace(TIME_BEHIND, ""));
  if (!numbers || numbers[2] === ".") {
    if (readDate(text, null).ok) evidence.clear += 1;
    else evidence.other += 1;
    return;
  }
  const [a, b] = [Number(numbers[1]), Number(numbers[3])];
  if (a > 12 && b > 12) evidence.other += 1;
  else if (a > 12) evidence.dayFirst += 1;
  else if (b > 12) evidence.monthFirst += 1;
  else if (a !== b) evidence.either += 1;
  else evidence.clear += 1;
}

/** The order all dates of a column agree with; null when they show none, or both. */
export function orderOf({ monthFirst, dayFirst }: DateEvidence): DateOrder | null {
  if (monthFirst > 0 && dayFirst === 0) return "month_first";
  return dayFirst > 0 && monthFirst === 0 ? "day_first" : null;
}

export type DateQuestion = {
  /** Index of the column. */
  column: number;
  header: string;
  /** Values that could be read in both orders, to ask with. */
  examples: string[];
};

/** The columns to ask about once: they hold dates like 03/04/2024, and nothing in them settles the order. */
export function dateQuestions(columns: readonly ColumnProfile[], dateColumns: readonly number[]): DateQuestion[] {
  return dateColumns.flatMap((column) => {
    const profile = columns[column];
    if (!profile || profile.dates.either === 0 || orderOf(profile.dates) !== null) return [];
    const examples = profile.samples.filter((text) => {
      const read = readDate(text, null);
      return !read.ok && read.code === "date_order_unknown";
    });
    return [{ column, header: profile.header, examples: examples.slice(0, 3) }];
  });
}
