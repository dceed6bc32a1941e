/** A calendar day without a zone: "2026-03-08". Plain comparison of two of them orders them. */
export type LocalDate = string;

/** Inclusive at both ends; null means open. */
export type DateRange = { start: LocalDate | null; end: LocalDate | null };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day with these numbers (month 1 to 12), or null where the calendar has none, as 31 February. */
export function localDateOf(year: number, month: number, day: number): LocalDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return dateOf(year, month, day);
}

function dateOf(year: number, month: number, day: number): LocalDate {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export function isLocalDate(value: unknown): value is LocalDate {
  const parts = typeof value === "string" ? SHAPE.exec(value) : null;
  return parts !== null && localDateOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

export function compareDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const DAY = 86_400_000;

// A day without a zone is counted as UTC counts it: its days all have 24 hours.
function countOf(date: LocalDate): number {
  const start = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(start)) throw new RangeError(`no calendar day: ${date}`);
  return start / DAY;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((countOf(date) + days) * DAY).toISOString().slice(0, 10);
}

/** 31 January plus one month is the last day of February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dateOf(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)));
}

export function addYears(date: LocalDate, years: number): LocalDate {
  return addMonths(date, years * 12);
}

/** How many days later `end` is than `start`; negative when earlier. */
export function daysBetween(start: LocalDate, end: LocalDate): number {
  return countOf(end) - countOf(start);
}

/** Completed years on that day; someone born on 29 February is a year older on 1 March of common years. */
export function ageOn(born: LocalDate, day: LocalDate): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return new Date(countOf(date) * DAY).getUTCDay() || 7;
}

/** First day of the week around the date; `firstWeekday` 1 is Monday, 7 (usual in the United States) Sunday. */
export function startOfWeek(date: LocalDate, firstWeekday = 7): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7));
}

export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 8)}01`;
}

export function endOfMonth(date: LocalDate): LocalDate {
  return date.slice(0, 8) + daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

export function startOfYear(date: LocalDate): LocalDate {
  return `${date.slice(0, 4)}-01-01`;
}

export function endOfYear(date: LocalDate): LocalDate {
  return `${date.slice(0, 4)}-12-31`;
}

export function rangeIncludes(range: DateRange, date: LocalDate): boolean {
  return (range.start === null || range.start <= date) && (range.end === null || date <= range.end);
}

export function rangesOverlap(a: DateRange, b: DateRange): boolean {
  const aStartsInTime = a.start === null || b.end === null || a.start <= b.end;
  const bStartsInTime = b.start === null || a.end === null || b.start <= a.end;
  return aStartsInTime && bStartsInTime;
}

/** Every day from start to end, both included; empty when the end comes first. */
export function datesFrom(start: LocalDate, end: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(start, end) + 1) }, (_, index) => addDays(start, index));
}
