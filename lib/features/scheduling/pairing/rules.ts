import { addDays, type LocalDate } from "@/lib/values/date";
import type { InstantRange } from "@/lib/values/instant";
import { intersect } from "@/lib/values/intervals";
import { minutesOfDay, timeOfMinutes } from "@/lib/values/time";
import { startOfDay, timeIn, toInstant } from "@/lib/values/wall-clock";
import type { Block, Candidate, Offer, Pair } from "./schema";

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const DAY_END = 1440;
/** What is proposed begins in these hours; others are drawn, and can be asked for. */
const PROPOSED = { from: 8 * 60, to: 20 * 60 };
const STEP = 30;
const MOST_OFFERS = 4;

type WeekIn = { first: LocalDate; zone: string };

/** The days of a week from its first on, as moments. */
function daysOf({ first, zone }: WeekIn): InstantRange[] {
  return WEEK.map((day) => ({
    start: startOfDay(addDays(first, day), zone),
    end: startOfDay(addDays(first, day + 1), zone),
  }));
}

export function rangeOfWeek({ first, zone }: WeekIn): InstantRange {
  return { start: startOfDay(first, zone), end: startOfDay(addDays(first, 7), zone) };
}

/** Moments as they lie on the wall clock of a week. */
export function blocksOf(free: readonly InstantRange[], week: WeekIn): Block[] {
  return daysOf(week).flatMap((range, day) =>
    intersect(free, [range]).map(({ start, end }) => ({
      day,
      from: minutesOfDay(timeIn(week.zone, start)),
      to: end.getTime() === range.end.getTime() ? DAY_END : minutesOfDay(timeIn(week.zone, end)),
    })),
  );
}

/** The first good time of each of the next days, to be taken with one click. */
export function offersIn(blocks: readonly Block[], { minutes, first, zone }: WeekIn & { minutes: number }): Offer[] {
  const byDay = WEEK.flatMap((day) => {
    const starts = blocks
      .filter((block) => block.day === day)
      .map(({ from, to }) => ({ at: Math.ceil(Math.max(from, PROPOSED.from) / STEP) * STEP, to }));
    const found = starts.find(({ at, to }) => at + minutes <= Math.min(to, PROPOSED.to));
    const date = addDays(first, day);
    return found ? [{ date, startsAt: toInstant(date, timeOfMinutes(found.at), zone) }] : [];
  });
  return byDay.slice(0, MOST_OFFERS);
}

const matches = ({ givesService, speaks, atCenter }: Candidate) =>
  (givesService ? 4 : 0) + (speaks ? 2 : 0) + (atCenter ? 1 : 0);

/** Who has time at all comes first; then who gives the service, speaks the language, works there, has most time. */
export function rankPairs(pairs: readonly Pair[]): Pair[] {
  const hasTime = ({ minutes }: Pair) => (minutes > 0 ? 1 : 0);
  return pairs.toSorted(
    (a, b) =>
      hasTime(b) - hasTime(a) || matches(b) - matches(a) || b.minutes - a.minutes || a.name.localeCompare(b.name),
  );
}
