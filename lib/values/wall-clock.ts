import { Temporal } from "temporal-polyfill";
import { addDays, type LocalDate } from "./date";
import type { Instant } from "./instant";
import { DAY_END, type LocalTime } from "./time";
import type { TimeZone } from "./time-zone";

// Between instants and what the clock on somebody's wall shows. Heavy for a browser: nothing a page loads at first needs it.

/**
 * The moment a wall clock in the zone shows this day and time. One rule for clock changes, everywhere:
 * a time that is missing moves forward by the gap (02:30 becomes 03:30), a doubled time is the earlier one.
 */
export function toInstant(date: LocalDate, time: LocalTime, zone: TimeZone): Instant {
  if (time === DAY_END) return toInstant(addDays(date, 1), "00:00", zone);
  const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: "compatible" });
  return new Date(zoned.epochMilliseconds);
}

/** How often the wall clock shows this time on that day: missing (spring), doubled (autumn) or, nearly always, once. */
export function occurrenceOf(date: LocalDate, time: LocalTime, zone: TimeZone): "missing" | "once" | "doubled" {
  if (time === DAY_END) return occurrenceOf(addDays(date, 1), "00:00", zone);
  const plain = Temporal.PlainDateTime.from(`${date}T${time}`);
  const [early, late] = (["earlier", "later"] as const).map((disambiguation) =>
    plain.toZonedDateTime(zone, { disambiguation }),
  );
  if (!early || !late || early.epochMilliseconds === late.epochMilliseconds) return "once";
  return early.toPlainDateTime().equals(plain) ? "doubled" : "missing";
}

/** The day that people in the zone live in at that moment. */
export function dayIn(zone: TimeZone, instant: Instant): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** What the wall clock shows: "14:05". Seconds are cut off. */
export function timeIn(zone: TimeZone, instant: Instant): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return zoned.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "floor" });
}

export function startOfDay(date: LocalDate, zone: TimeZone): Instant {
  return toInstant(date, "00:00", zone);
}
