import { datesFrom, type LocalDate, weekdayOf } from "./date";
import { compareInstants, type InstantRange } from "./instant";
import type { TimeInterval } from "./time";
import { type TimeZone, toInstant } from "./time-zone";

/** Hours by ISO weekday, 1 is Monday; a weekday that is missing has none. */
export type Week = ReadonlyMap<number, readonly TimeInterval[]>;

/** Wall time of one zone: a usual week, weeks that lie over it between two days (inclusive), and single days over both. */
export type WallSchedule = {
  zone: TimeZone;
  usual: Week;
  ranges: readonly { firstDay: LocalDate; lastDay: LocalDate; week: Week }[];
  days: ReadonlyMap<LocalDate, readonly TimeInterval[]>;
};

/** What the schedule says of one day. */
export function hoursOn({ usual, ranges, days }: WallSchedule, date: LocalDate): readonly TimeInterval[] {
  const day = days.get(date);
  if (day) return day;
  const range = ranges.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
  return (range?.week ?? usual).get(weekdayOf(date)) ?? [];
}

/**
 * Wall times of a day as moments. A missing time moves forward by the gap, a doubled one is the first; what the gap
 * swallows whole is left out.
 */
export function instantsOn(date: LocalDate, hours: readonly TimeInterval[], zone: TimeZone): InstantRange[] {
  return unite(
    hours.map(({ start, end }) => ({ start: toInstant(date, start, zone), end: toInstant(date, end, zone) })),
  );
}

/** When the schedule is open from one day to another, both included, in order and joined where it touches. */
export function openInstants(schedule: WallSchedule, { first, last }: { first: LocalDate; last: LocalDate }) {
  return unite(datesFrom(first, last).flatMap((date) => instantsOn(date, hoursOn(schedule, date), schedule.zone)));
}

/** In order, without empty ones, with overlapping and touching ranges joined. */
export function unite(ranges: readonly InstantRange[]): InstantRange[] {
  const united: InstantRange[] = [];
  const real = ranges.filter(({ start, end }) => start.getTime() < end.getTime());
  for (const next of real.toSorted((a, b) => compareInstants(a.start, b.start))) {
    const last = united.at(-1);
    if (!last || last.end.getTime() < next.start.getTime()) united.push({ ...next });
    else if (last.end.getTime() < next.end.getTime()) last.end = next.end;
  }
  return united;
}

/** The moments that lie in both, in one walk over each. */
export function intersect(a: readonly InstantRange[], b: readonly InstantRange[]): InstantRange[] {
  const [lefts, rights, shared] = [unite(a), unite(b), [] as InstantRange[]];
  for (let i = 0, j = 0; ; ) {
    const left = lefts[i];
    const right = rights[j];
    if (!left || !right) return shared;
    const start = left.start.getTime() > right.start.getTime() ? left.start : right.start;
    const end = left.end.getTime() < right.end.getTime() ? left.end : right.end;
    if (start.getTime() < end.getTime()) shared.push({ start, end });
    if (left.end.getTime() < right.end.getTime()) i += 1;
    else j += 1;
  }
}

/** What is left of `from` when `taken` is cut out. */
export function subtract(from: readonly InstantRange[], taken: readonly InstantRange[]): InstantRange[] {
  const whole = unite(from);
  const [first, last] = [whole.at(0), whole.at(-1)];
  if (!first || !last) return [];
  const gaps: InstantRange[] = [];
  let start = first.start;
  for (const cut of unite(taken)) {
    if (cut.end.getTime() <= start.getTime()) continue;
    if (start.getTime() < cut.start.getTime()) gaps.push({ start, end: cut.start });
    start = cut.end;
  }
  if (start.getTime() < last.end.getTime()) gaps.push({ start, end: last.end });
  return intersect(whole, gaps);
}
