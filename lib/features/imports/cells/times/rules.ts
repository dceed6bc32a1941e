import { type LocalTime, timeOfMinutes } from "@/lib/values/time";

const CLOCK = /^(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*(?:([ap])\.?\s?m\.?)?$/i;
const EXCEL_FRACTION = /^0?\.\d+$/;
const WORDS: Record<string, LocalTime> = { noon: "12:00", midnight: "00:00" };

/** "3:30 PM", "14:15", "9am", "9:00:00" or Excel's fraction of a day as "HH:mm"; null for anything else. */
export function readTime(text: string): LocalTime | null {
  const clean = text.trim().toLowerCase();
  if (EXCEL_FRACTION.test(clean)) return timeOfMinutes(Math.round(Number(clean) * 1440) % 1440);
  const match = CLOCK.exec(clean);
  if (!match) return WORDS[clean] ?? null;
  const [, hourText, minuteText, , half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText ?? 0);
  if (minute > 59 || (minuteText === undefined && half === undefined)) return null;
  if (half === undefined) return hour < 24 ? timeOfMinutes(hour * 60 + minute) : null;
  if (hour < 1 || hour > 12) return null;
  return timeOfMinutes(((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute);
}
