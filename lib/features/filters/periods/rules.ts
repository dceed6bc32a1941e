import type { Period } from "@/lib/features/filters/schema";
import * as date from "@/lib/values/date";

type NamedPeriod = Extract<Period, { named: string }>["named"];

const NAMED: Record<NamedPeriod, (today: date.LocalDate) => date.DateRange> = {
  today: (today) => ({ start: today, end: today }),
  yesterday: (today) => ({ start: date.addDays(today, -1), end: date.addDays(today, -1) }),
  this_week: (today) => week(date.startOfWeek(today)),
  last_week: (today) => week(date.addDays(date.startOfWeek(today), -7)),
  this_month: (today) => ({ start: date.startOfMonth(today), end: date.endOfMonth(today) }),
  last_month: (today) => NAMED.this_month(date.addMonths(date.startOfMonth(today), -1)),
  this_year: (today) => ({ start: date.startOfYear(today), end: date.endOfYear(today) }),
  last_year: (today) => NAMED.this_year(date.addYears(today, -1)),
};

function week(start: date.LocalDate): date.DateRange {
  return { start, end: date.addDays(start, 6) };
}

/** The days a period means when asked on `today`. The last 30 days are today and the 29 before it. */
export function periodRange(period: Period, today: date.LocalDate): date.DateRange {
  if ("named" in period) return NAMED[period.named](today);
  if ("lastDays" in period) return { start: date.addDays(today, 1 - period.lastDays), end: today };
  if ("nextDays" in period) return { start: today, end: date.addDays(today, period.nextDays - 1) };
  return { start: period.start, end: period.end };
}
