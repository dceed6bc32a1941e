/** A wall-clock time without day or zone: "09:00". "24:00" is legal as the end of an interval only. */
export type LocalTime = string;

/** Half open: 09:00–12:00 and 12:00–14:00 touch but do not overlap. */
export type TimeInterval = { start: LocalTime; end: LocalTime };

export const DAY_END: LocalTime = "24:00";
const MINUTES_IN_DAY = 1440;
const SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === "string" && SHAPE.test(value);
}

export function isEndTime(value: unknown): value is LocalTime {
  return value === DAY_END || (isLocalTime(value) && value !== "00:00");
}

/** Minutes since midnight by the clock: "09:30" is 570, "24:00" is 1440. */
export function minutesOfDay(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The inverse of `minutesOfDay`; throws outside 0 to 1440. */
export function timeOfMinutes(minutes: number): LocalTime {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > MINUTES_IN_DAY) {
    throw new RangeError(`${minutes} is not a minute of a day`);
  }
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function compareTimes(a: LocalTime, b: LocalTime): number {
  return minutesOfDay(a) - minutesOfDay(b);
}

export function isTimeInterval(interval: TimeInterval): boolean {
  return isLocalTime(interval.start) && isEndTime(interval.end) && interval.start < interval.end;
}

export function intervalMinutes(interval: TimeInterval): number {
  return minutesOfDay(interval.end) - minutesOfDay(interval.start);
}

export function intervalsOverlap(a: TimeInterval, b: TimeInterval): boolean {
  return a.start < b.end && b.start < a.end;
}

export function intervalContains(outer: TimeInterval, inner: TimeInterval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** In order, with overlapping and touching intervals joined. */
export function mergeIntervals(intervals: readonly TimeInterval[]): TimeInterval[] {
  const merged: TimeInterval[] = [];
  for (const next of [...intervals].sort((a, b) => compareTimes(a.start, b.start))) {
    const last = merged.at(-1);
    if (last && next.start <= last.end) last.end = next.end > last.end ? next.end : last.end;
    else merged.push({ ...next });
  }
  return merged;
}

/** The parts of a day that lie in both sets. */
export function intersectIntervals(a: readonly TimeInterval[], b: readonly TimeInterval[]): TimeInterval[] {
  const shared = a.flatMap((left) =>
    b
      .filter((right) => intervalsOverlap(left, right))
      .map((right) => ({
        start: left.start > right.start ? left.start : right.start,
        end: left.end < right.end ? left.end : right.end,
      })),
  );
  return mergeIntervals(shared);
}

/** What is left of `from` when `taken` is cut out. */
export function subtractIntervals(from: readonly TimeInterval[], taken: readonly TimeInterval[]): TimeInterval[] {
  return taken.reduce<TimeInterval[]>(
    (left, cut) =>
      left.flatMap((interval) => {
        if (!intervalsOverlap(interval, cut)) return [interval];
        const before = interval.start < cut.start ? [{ start: interval.start, end: cut.start }] : [];
        const after = cut.end < interval.end ? [{ start: cut.end, end: interval.end }] : [];
        return [...before, ...after];
      }),
    mergeIntervals(from),
  );
}
