import { formatDateRange, formatLocalTime } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import type { Weekday } from "@/lib/values/weekday";
import type { HoursOfDay, SpecialHours } from "./schema";

/** The names of history and messages for the weekdays. */
export const WEEKDAY_KEYS: Record<Weekday, string> = {
  1: "monday",
  2: "tuesday",
  3: "wednesday",
  4: "thursday",
  5: "friday",
  6: "saturday",
  7: "sunday",
};

/** "9:00 AM – 12:00 PM, 2:00 PM – 5:00 PM"; null for a day without hours. */
export function hoursText(intervals: HoursOfDay["intervals"], locale: Locale): string | null {
  const texts = intervals.map(
    ({ start, end }) => `${formatLocalTime(start, locale)} – ${formatLocalTime(end, locale)}`,
  );
  return texts.length === 0 ? null : texts.join(", ");
}

/** "Summer, Jun 1 – Aug 31, 2026"; without a name only the days. */
export function specialHoursText(hours: Pick<SpecialHours, "label" | "firstDay" | "lastDay">, locale: Locale): string {
  const when = formatDateRange(hours.firstDay, hours.lastDay, { locale });
  return hours.label ? `${hours.label}, ${when}` : when;
}
