import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { type LocalDate, weekdayOf } from "./date";

/** How something repeats, by days on the wall calendar. */
export type Recurrence = {
  every: "week" | "month-day" | "month-weekday";
  interval: number;
  /** ISO weekdays, for weeks; that of the first day where none is named. */
  weekdays: readonly number[];
  /** Whichever comes first; at least one of them. */
  count: number | null;
  until: LocalDate | null;
};

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** The rule as iCalendar writes it: "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10". Months without such a day are left out. */
export function ruleText(first: LocalDate, { every, interval, weekdays, count, until }: Recurrence): string {
  const frequency = every === "week" ? "WEEKLY" : "MONTHLY";
  return [
    `FREQ=${frequency}`,
    `INTERVAL=${interval}`,
    dayPart(first, every, weekdays),
    ...(count === null ? [] : [`COUNT=${count}`]),
    ...(until === null ? [] : [`UNTIL=${until.replaceAll("-", "")}T235959Z`]),
  ].join(";");
}

function dayPart(first: LocalDate, every: Recurrence["every"], weekdays: readonly number[]): string {
  const day = Number(first.slice(8));
  if (every === "month-day") return `BYMONTHDAY=${day}`;
  if (every === "month-weekday") return `BYDAY=${day > 28 ? -1 : Math.ceil(day / 7)}${DAYS[weekdayOf(first) - 1]}`;
  const named = weekdays.length > 0 ? weekdays : [weekdayOf(first)];
  return `BYDAY=${named.toSorted((a, b) => a - b).map((weekday) => DAYS[weekday - 1])}`;
}

/**
 * The days a rule names, the first one on or after `first`, at most `most` of them. Days only: what a clock shows on them is
 * reckoned for each by itself, so that clock changes move nothing.
 */
export function recurrenceDays(first: LocalDate, recurrence: Recurrence, most: number): LocalDate[] {
  // In UTC every day has every hour, so no day is lost where clocks change.
  const rule = new RRuleTemporal({
    rruleString: ruleText(first, recurrence.count === null ? recurrence : { ...recurrence, until: null }),
    dtstart: Temporal.PlainDate.from(first).toZonedDateTime("UTC"),
    temporal: Temporal as never,
  });
  const days: LocalDate[] = [];
  for (const at of rule.all((_, place) => place < most)) {
    const day = at.toString().slice(0, 10);
    if (recurrence.until !== null && day > recurrence.until) break;
    days.push(day);
  }
  return days;
}
