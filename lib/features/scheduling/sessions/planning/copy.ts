import { formatDay, formatTimeRange } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";

type When = { startsAt: Date; endsAt: Date; timeZone: string };

/** Day and hours of a session on its own clock: "Mar 10, 2026, 2:00–2:45 PM CDT". */
export function whenWords({ startsAt, endsAt, timeZone: zone }: When, locale: Locale = "en"): string {
  return `${formatDay(startsAt, { locale, zone })}, ${formatTimeRange(startsAt, endsAt, { locale, zone, showZone: true })}`;
}
