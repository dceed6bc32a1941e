import { addDays, type LocalDate } from "@/lib/values/date";
import { addMinutes, type Instant, type InstantRange, instantOf, minutesBetween } from "@/lib/values/instant";
import { intersect } from "@/lib/values/intervals";
import { minutesOfDay, timeOfMinutes } from "@/lib/values/time";
import { startOfDay, timeIn, toInstant } from "@/lib/values/wall-clock";
import type { Block, Candidate, Offer, Ranked } from "./schema";

const WEEK = [0, 1, 2, 3, 4, 5, 6];
const DAY_END = 1440;
const MINUTE = 60_000;
/** What is proposed begins in these hours; others are drawn, and can be asked for. */
const PROPOSED = { from: 8 * 60, to: 20 * 60 };
const STEP = 30;
const MOST_OFFERS = 3;

type WeekIn = { first: LocalDate; zone: string };

/** A day of the week that is looked at, with its moments; `usual` where no clock changes in it. */
export type WeekDay = { date: LocalDate; range: InstantRange; usual: boolean };

/** The days of a week from its first on. Counted once for a page: asking a zone for its clock is dear. */
export function daysOfWeek({ first, zone }: WeekIn): WeekDay[] {
  const starts = [...WEEK, WEEK.length].map((day) => startOfDay(addDays(first, day), zone));
  return WEEK.flatMap((day) => {
    const [start, end] = starts.slice(day, day + 2);
    if (!start || !end) return [];
    return [{ date: addDays(first, day), range: { start, end }, usual: minutesBetween(start, end) === DAY_END }];
  });
}

export function rangeOf(days: readonly WeekDay[]): InstantRange {
  return { start: days[0]?.range.start ?? instantOf(0), end: days.at(-1)?.range.end ?? instantOf(0) };
}

/** Moments as they lie on the wall clock of a week, in whole minutes: one that has begun is over. */
export function blocksOf(free: readonly InstantRange[], days: readonly WeekDay[], zone: string): Block[] {
  const whole = free.map(({ start, end }) => ({
    start: instantOf(Math.ceil(start.getTime() / MINUTE) * MINUTE),
    end: instantOf(Math.floor(end.getTime() / MINUTE) * MINUTE),
  }));
  return days.flatMap(({ range, usual }, day) => {
    const minuteOf = (at: Instant) => (usual ? minutesBetween(range.start, at) : minutesOfDay(timeIn(zone, at)));
    return intersect(whole, [range]).map(({ start, end }) => ({
      day,
      from: minuteOf(start),
      to: end.getTime() === range.end.getTime() ? DAY_END : minuteOf(end),
    }));
  });
}

type Proposing = { minutes: number; days: readonly WeekDay[]; zone: string };

/** The first good time of each of the next days, to be taken with one click. */
export function offersIn(blocks: readonly Block[], { minutes, days, zone }: Proposing): Offer[] {
  const byDay = days.flatMap(({ date, range, usual }, day) => {
    const starts = blocks
      .filter((block) => block.day === day)
      .map(({ from, to }) => ({ at: Math.ceil(Math.max(from, PROPOSED.from) / STEP) * STEP, to }));
    const found = starts.find(({ at, to }) => at + minutes <= Math.min(to, PROPOSED.to));
    if (!found) return [];
    const startsAt = usual ? addMinutes(range.start, found.at) : toInstant(date, timeOfMinutes(found.at), zone);
    return [{ date, startsAt }];
  });
  return byDay.slice(0, MOST_OFFERS);
}

const matches = ({ givesService, speaks, atCenter }: Candidate) =>
  (givesService ? 4 : 0) + (speaks ? 2 : 0) + (atCenter ? 1 : 0);

/** Who has time at all comes first; then who gives the service, speaks the language, works there, has most time. */
export function rankPairs(pairs: readonly Ranked[]): Ranked[] {
  const hasTime = ({ minutes }: Ranked) => (minutes > 0 ? 1 : 0);
  return pairs.toSorted(
    (a, b) =>
      hasTime(b) - hasTime(a) || matches(b) - matches(a) || b.minutes - a.minutes || a.name.localeCompare(b.name),
  );
}
