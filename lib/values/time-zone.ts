import { Temporal } from "temporal-polyfill";
import { addDays, type LocalDate } from "./date";
import type { Instant } from "./instant";
import { intlTag, type Locale } from "./locale";
import { DAY_END, type LocalTime } from "./time";

/** An IANA name: "America/Chicago". Offsets ("+05:30") are refused, they know no clock changes. */
export type TimeZone = string;

const NAME = /^(UTC|[A-Za-z_]+(\/[A-Za-z0-9_+-]+){1,2})$/;

export function isTimeZone(value: unknown): value is TimeZone {
  if (typeof value !== "string" || value.length > 64 || !NAME.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat("en-US", { timeZone: value }));
  } catch {
    return false;
  }
}

/** The zone of whoever's machine this runs on; in the browser that of the person who looks. */
export function ownTimeZone(): TimeZone {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone this machine knows, in alphabetical order, UTC last. */
export function listTimeZones(): TimeZone[] {
  return [...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC"), "UTC"];
}

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

/** What the wall clock shows: "14:05". Seconds are cut off. */
export function timeIn(zone: TimeZone, instant: Instant): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return zoned.toPlainTime().toString({ smallestUnit: "minute", roundingMode: "floor" });
}

export function startOfDay(date: LocalDate, zone: TimeZone): Instant {
  return toInstant(date, "00:00", zone);
}

/** "CDT", or "GMT+5:45" where English has no abbreviation. */
export function zoneAbbreviation(zone: TimeZone, instant: Instant, { locale }: { locale: Locale }): string {
  const parts = new Intl.DateTimeFormat(intlTag(locale), { timeZone: zone, timeZoneName: "short" }).formatToParts(
    instant,
  );
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
