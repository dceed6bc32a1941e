import type { Instant } from "./instant";
import { intlTag, type Locale } from "./locale";

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

/** "CDT", or "GMT+5:45" where English has no abbreviation. */
export function zoneAbbreviation(zone: TimeZone, instant: Instant, { locale }: { locale: Locale }): string {
  const parts = new Intl.DateTimeFormat(intlTag(locale), { timeZone: zone, timeZoneName: "short" }).formatToParts(
    instant,
  );
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}
