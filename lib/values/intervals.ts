import { Temporal } from "temporal-polyfill";
import { type LocalDate, weekdayOf } from "./date";
import { compareInstants, type InstantRange, instantOf } from "./instant";
import { minutesOfDay, type TimeInterval } from "./time";
import type { TimeZone } from "./time-zone";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Hours by ISO weekday, 1 is Monday; a weekday that is missing has none. */
export type Week = ReadonlyMap<number, readonly TimeInterval[]>;

/** Wall time of one zone: a usual week, weeks that lie over it between two days (inclusive), and single days over both. */
export type WallSchedule = {
  zone: TimeZone;
  usual: Week;
  ranges: readonly { firstDay: LocalDate; lastDay: LocalDate; week: Week }[];
  days: ReadonlyMap<LocalDate, readonly TimeInterval[]>;
};

/** The same hours on each day of the week. */
export function everyDay(hours: readonly TimeInterval[]): Week {
  return new Map([1, 2, 3, 4, 5, 6, 7].map((weekday) => [weekday, hours]));
}

/** What the schedule says of one day. */
export function hoursOn({ usual, ranges, days }: WallSchedule, date: LocalDate): readonly TimeInterval[] {
  const day = days.get(date);
  if (day) return day;
  const range = ranges.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
  return (range?.week ?? usual).get(weekdayOf(date)) ?? [];
}

/**
 * The moments of a range at which the clock on the wall shows hours of the schedule, in order and joined. So an hour
 * that a clock change skips is not there, one that it repeats is there twice, and a whole day is then 23 or 25 hours.
 */
export function momentsOf(schedule: WallSchedule, range: InstantRange): InstantRange[] {
  return unite(stretchesOf(schedule.zone, range).flatMap((stretch) => momentsIn(schedule, stretch)));
}

/** A time in which a zone's clock runs through; `offset` is what it shows more than UTC, all in milliseconds. */
type Stretch = { start: number; end: number; offset: number };

/** Asking a zone for its next change is dear, and everybody's hours are asked for the same few ranges. */
const known = new Map<string, readonly Stretch[]>();
const MOST_KNOWN = 500;

function stretchesOf(zone: TimeZone, range: InstantRange): readonly Stretch[] {
  const key = `${zone} ${range.start.getTime()} ${range.end.getTime()}`;
  const found = known.get(key) ?? findStretches(zone, range);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, found);
  return found;
}

function findStretches(zone: TimeZone, { start, end }: InstantRange): Stretch[] {
  const stretches: Stretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(start.getTime()).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < end.getTime()) {
    const next = at.getTimeZoneTransition("next");
    const until = Math.min(next?.epochMilliseconds ?? end.getTime(), end.getTime());
    stretches.push({ start: at.epochMilliseconds, end: until, offset: at.offsetNanoseconds / 1_000_000 });
    if (!next) break;
    at = next;
  }
  return stretches;
}

/** In such a time the wall clock is UTC's, shifted; its days are UTC's days, shifted. */
function momentsIn(schedule: WallSchedule, { start, end, offset }: Stretch): InstantRange[] {
  const first = Math.floor((start + offset) / DAY) * DAY;
  const days = Math.ceil((end + offset - first) / DAY);
  return Array.from({ length: days }, (_, day) => first + day * DAY).flatMap((midnight) =>
    hoursOn(schedule, instantOf(midnight).toISOString().slice(0, 10)).map((hours) => ({
      start: instantOf(Math.max(start, midnight + minutesOfDay(hours.start) * MINUTE - offset)),
      end: instantOf(Math.min(end, midnight + minutesOfDay(hours.end) * MINUTE - offset)),
    })),
  );
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
