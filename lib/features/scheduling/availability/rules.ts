import {
  intersectIntervals,
  intervalMinutes,
  intervalsOverlap,
  isEndTime,
  isLocalTime,
  mergeIntervals,
  subtractIntervals,
  type TimeInterval,
} from "@/lib/values/time";
import { WEEKDAYS, type Weekday } from "@/lib/values/weekday";
import type { HoursInput, HoursOfDay, Layer, SpecialHours } from "./schema";

export type HoursProblem = {
  code: "start_missing" | "end_missing" | "end_before_start" | "overlap" | "not_a_time";
  /** The form field it belongs to. */
  field: string;
};

type Row = HoursInput[string][string];

/**
 * The week a form describes, or the first thing wrong with it. A row with both times blank is not there; a day without
 * rows is not available.
 */
export function readWeek(hours: HoursInput): { days: HoursOfDay[] } | { problem: HoursProblem } {
  const days: HoursOfDay[] = [];
  for (const weekday of WEEKDAYS) {
    const read = readDay(weekday, hours[String(weekday)] ?? {});
    if ("problem" in read) return read;
    days.push(read);
  }
  return { days };
}

function readDay(weekday: Weekday, rows: Record<string, Row>): HoursOfDay | { problem: HoursProblem } {
  const intervals: TimeInterval[] = [];
  const filled = Object.entries(rows)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .filter(([, { start, end }]) => start !== "" || end !== "");
  for (const [place, interval] of filled) {
    const problem = problemOf(interval, intervals);
    const field = `hours.${weekday}.${place}.${problem === "start_missing" ? "start" : "end"}`;
    if (problem) return { problem: { code: problem, field } };
    intervals.push(interval);
  }
  return { weekday, intervals: intervals.toSorted((a, b) => (a.start < b.start ? -1 : 1)) };
}

function problemOf(interval: Row, others: readonly TimeInterval[]): HoursProblem["code"] | null {
  if (interval.start === "") return "start_missing";
  if (interval.end === "") return "end_missing";
  if (!isLocalTime(interval.start)) return "not_a_time";
  if (!isEndTime(interval.end)) return interval.end === "00:00" ? "end_before_start" : "not_a_time";
  if (interval.end <= interval.start) return "end_before_start";
  return others.some((other) => intervalsOverlap(other, interval)) ? "overlap" : null;
}

type Paint = { weekdays: readonly Weekday[]; stretch: TimeInterval; available: boolean };

/** The week after a stretch of some of its days was painted available, or wiped. */
export function paintedWeek(days: readonly HoursOfDay[], { weekdays, stretch, available }: Paint): HoursOfDay[] {
  return days.map(({ weekday, intervals }) => {
    if (!weekdays.includes(weekday)) return { weekday, intervals };
    const painted = available ? mergeIntervals([...intervals, stretch]) : subtractIntervals(intervals, [stretch]);
    return { weekday, intervals: painted };
  });
}

/** How much of a stretch is available. */
export function shareOf(intervals: readonly TimeInterval[], stretch: TimeInterval): "all" | "part" | "none" {
  const minutes = intersectIntervals(intervals, [stretch]).reduce((sum, one) => sum + intervalMinutes(one), 0);
  if (minutes === 0) return "none";
  return minutes === intervalMinutes(stretch) ? "all" : "part";
}

type DaysTaken = Pick<SpecialHours, "layer" | "firstDay" | "lastDay">;

/** Hours of one day come as weekday 1 and are those of the day's own weekday. */
export function daysOfSpecial(
  layer: Layer,
  { days, weekday }: { days: readonly HoursOfDay[]; weekday: Weekday },
): HoursOfDay[] {
  if (layer === "RANGE") return [...days];
  return [{ weekday, intervals: days.find((day) => day.weekday === 1)?.intervals ?? [] }];
}

/** The first of the same layer that lies over one of these days. */
export function overlapping(
  wanted: DaysTaken,
  { others, except }: { others: readonly SpecialHours[]; except: string | null },
): SpecialHours | null {
  const clash = others.find(
    ({ id, layer, firstDay, lastDay }) =>
      id !== except && layer === wanted.layer && firstDay <= wanted.lastDay && wanted.firstDay <= lastDay,
  );
  return clash ?? null;
}

/** The hours of a day as the form shows them, the other way round; blank for a new one. */
export function dayForForm(hours: SpecialHours | null): HoursOfDay {
  return { weekday: 1, intervals: hours?.days.flatMap(({ intervals }) => intervals) ?? [] };
}
