import type { LocalDate } from "@/lib/values/date";
import { addMinutes, type Instant, instantOf } from "@/lib/values/instant";
import type { LocalTime } from "@/lib/values/time";
import { toInstant } from "@/lib/values/wall-clock";

/** What the clock on the wall shows, as the database keeps it: without a zone. */
export function wallTime(date: LocalDate, time: LocalTime): Date {
  return instantOf(Date.parse(`${date}T${time}:00Z`));
}

/** The local time one of a series was planned for: "2026-03-08T09:00". */
export function occurrenceKey(date: LocalDate, time: LocalTime): string {
  return `${date}T${time}`;
}

type When = { startsAt: Instant; endsAt: Instant; wallStartsAt: Date; timeZone: string };

/** When a session is, in all three ways it is kept; its length is elapsed time. */
export function whenOf(
  { date, start, minutes }: { date: LocalDate; start: LocalTime; minutes: number },
  timeZone: string,
): When {
  const startsAt = toInstant(date, start, timeZone);
  return { startsAt, endsAt: addMinutes(startsAt, minutes), wallStartsAt: wallTime(date, start), timeZone };
}
