import type { WeekDay } from "@/lib/features/scheduling/pairing/rules";
import { addMinutes, type InstantRange } from "@/lib/values/instant";
import { subtract } from "@/lib/values/intervals";
import { timeOfMinutes } from "@/lib/values/time";
import { toInstant } from "@/lib/values/wall-clock";
import type { HourOfWeek, Shortage, Standing } from "./schema";

const HOURS_IN_DAY = 24;
const MINUTE = 60_000;
/** Shown even where nothing is on. */
const WORKING_DAY = { from: 8, to: 18 };
/** So many clients for each practitioner who has time are tight. */
const TIGHT = 5;

/** The hours of a week by a wall clock: one that a clock change skips is empty, one that it repeats is twice as long. */
export function hoursOf(days: readonly WeekDay[], zone: string): InstantRange[] {
  return days.flatMap(({ date, range, usual }) => {
    const at = (hour: number) =>
      usual ? addMinutes(range.start, hour * 60) : toInstant(date, timeOfMinutes(hour * 60), zone);
    return Array.from({ length: HOURS_IN_DAY }, (_, hour) => ({ start: at(hour), end: at(hour + 1) }));
  });
}

/** A stretch of time and how many people it is of. */
export type Counted = InstantRange & { count: number };
/** What one practitioner's hours leave open, and what is booked in them. */
export type WorkingTimes = { open: readonly InstantRange[]; taken: readonly InstantRange[] };

/** The minutes of each hour that lie in any of the stretches, of all people together. */
export function minutesPerHour(hours: readonly InstantRange[], stretches: readonly Counted[]): number[] {
  const minutes = hours.map(() => 0);
  for (const { start, end, count } of stretches) {
    for (let index = firstAfter(hours, start.getTime()); index < hours.length; index++) {
      const hour = hours[index];
      if (!hour || hour.start.getTime() >= end.getTime()) break;
      const shared = Math.min(end.getTime(), hour.end.getTime()) - Math.max(start.getTime(), hour.start.getTime());
      minutes[index] = (minutes[index] ?? 0) + (Math.max(0, shared) / MINUTE) * count;
    }
  }
  return minutes;
}

/** The first hour that is not over at a moment, halving what is left. */
function firstAfter(hours: readonly InstantRange[], at: number): number {
  let [low, high] = [0, hours.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hours[middle]?.end.getTime() ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Figures = { practitioners: readonly WorkingTimes[]; booked: readonly Counted[]; clients: readonly Counted[] };

/** Each hour of the week with its figures, day after day. */
export function weekOf(hours: readonly InstantRange[], { practitioners, booked, clients }: Figures): HourOfWeek[] {
  const one = (range: InstantRange) => ({ ...range, count: 1 });
  const sums = {
    open: minutesPerHour(
      hours,
      practitioners.flatMap(({ open }) => open.map(one)),
    ),
    free: minutesPerHour(
      hours,
      practitioners.flatMap(({ open, taken }) => subtract(open, taken).map(one)),
    ),
    booked: minutesPerHour(hours, booked),
    clients: minutesPerHour(hours, clients),
  };
  return hours.map((_, index) => ({
    day: Math.floor(index / HOURS_IN_DAY),
    hour: index % HOURS_IN_DAY,
    open: sums.open[index] ?? 0,
    free: sums.free[index] ?? 0,
    booked: sums.booked[index] ?? 0,
    clients: sums.clients[index] ?? 0,
  }));
}

/** What an hour is: nobody works and clients could come, all are busy, few for many, enough, nobody asks, nothing at all. */
export function standingOf({ open, free, booked, clients }: Omit<HourOfWeek, "day" | "hour">): Standing {
  if (clients === 0) return free > 0 ? "spare" : open + booked > 0 ? "covered" : "quiet";
  if (open === 0) return "missing";
  if (free === 0) return "full";
  return clients > free * TIGHT ? "tight" : "covered";
}

/** The hours of the day to draw: the working day, and as far as anything is on around it. */
export function shownHours(week: readonly HourOfWeek[]): number[] {
  const used = week.filter(({ open, booked, clients }) => open + booked + clients > 0).map(({ hour }) => hour);
  const from = Math.min(WORKING_DAY.from, ...used);
  const to = Math.max(WORKING_DAY.to, ...used.map((hour) => hour + 1));
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** Where clients could come and nobody has time, hours behind one another as one, where most could come first. */
export function shortagesIn(week: readonly HourOfWeek[]): Shortage[] {
  const found: Shortage[] = [];
  for (const each of week) {
    const standing = standingOf(each);
    if (standing !== "missing" && standing !== "full") continue;
    const clients = Math.ceil(each.clients / 60);
    const last = found.at(-1);
    if (last && last.day === each.day && last.to === each.hour) {
      last.to = each.hour + 1;
      last.clients = Math.max(last.clients, clients);
    } else found.push({ day: each.day, from: each.hour, to: each.hour + 1, clients });
  }
  return found.toSorted((a, b) => b.clients - a.clients || a.day - b.day || a.from - b.from);
}
