import { addDays, endOfMonth, type LocalDate, startOfMonth, startOfWeek } from "@/lib/values/date";

export const CALENDAR_VIEWS = ["day", "week", "month", "agenda", "team"] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

const AGENDA_DAYS = 14;

/** The days a view shows, the last one excluded. A month is shown in whole weeks. */
export function daysShown(view: CalendarView, date: LocalDate): { first: LocalDate; end: LocalDate } {
  if (view === "day" || view === "team") return { first: date, end: addDays(date, 1) };
  if (view === "agenda") return { first: date, end: addDays(date, AGENDA_DAYS) };
  if (view === "week") return { first: startOfWeek(date), end: addDays(startOfWeek(date), 7) };
  const first = startOfWeek(startOfMonth(date));
  return { first, end: addDays(first, 42) };
}

/** The day that the same view begins from one step on (`1`) or back (`-1`). */
export function stepFrom(view: CalendarView, date: LocalDate, by: 1 | -1): LocalDate {
  if (view === "day" || view === "team") return addDays(date, by);
  if (view === "agenda") return addDays(date, by * AGENDA_DAYS);
  if (view === "week") return addDays(date, by * 7);
  return by > 0 ? addDays(endOfMonth(date), 1) : startOfMonth(addDays(startOfMonth(date), -1));
}
