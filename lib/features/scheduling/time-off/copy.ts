import { formatDateRange } from "@/lib/values/format";
import type { Locale } from "@/lib/values/locale";
import { hoursText } from "../availability/copy";
import type { TimeOff } from "./schema";

/** "Jun 1 – 5, 2026, 9:00 AM – 12:00 PM"; whole days are their dates alone. */
export function timeOffText(
  { firstDay, lastDay, hours }: Pick<TimeOff, "firstDay" | "lastDay" | "hours">,
  locale: Locale,
) {
  const days = formatDateRange(firstDay, lastDay, { locale });
  return hours ? `${days}, ${hoursText([hours], locale)}` : days;
}
