import { occurrenceKey, whenOf } from "@/lib/features/scheduling/sessions/planning/rules";
import type { LocalDate } from "@/lib/values/date";
import { type Recurrence, recurrenceDays } from "@/lib/values/recurrence";
import type { LocalTime } from "@/lib/values/time";
import { MOST_OCCURRENCES, type RepeatInput, type SeriesLine } from "./schema";

type First = { date: LocalDate; start: LocalTime; minutes: number };

/** One session of a series before it is written: its place in the rule, and when and by whom it takes place after all. */
export type Occurrence = ReturnType<typeof whenOf> & { key: string; practitionerIds: readonly string[] };

export function recurrenceOf({ every, interval, weekdays, count, until }: RepeatInput): Recurrence | null {
  return every === "" ? null : { every, interval, weekdays, count, until };
}

/** Every local time a rule names, the first one among them. */
export function keysOf({ date, start }: Pick<First, "date" | "start">, repeat: RepeatInput): string[] {
  const recurrence = recurrenceOf(repeat);
  const days = recurrence ? recurrenceDays(date, recurrence, MOST_OCCURRENCES) : [date];
  return days.map((day) => occurrenceKey(day, start));
}

type Placing = {
  first: First & { practitionerIds: readonly string[] };
  lines: Record<string, SeriesLine>;
  timeZone: string;
};

/** What is left of these local times after each line said what becomes of it. */
export function placeOccurrences(keys: readonly string[], { first, lines, timeZone }: Placing): Occurrence[] {
  return keys.flatMap((key) => {
    const line = lines[key];
    if (line?.choice === "skip") return [];
    const [date = "", start = ""] = key.split("T");
    const moved = line?.choice === "move";
    const at = { date: (moved && line.date) || date, start: (moved && line.start) || start, minutes: first.minutes };
    const practitionerIds =
      line?.choice === "hand" && line.practitionerId ? [line.practitionerId] : first.practitionerIds;
    return [{ key, practitionerIds, ...whenOf(at, timeZone) }];
  });
}
