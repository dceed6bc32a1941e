import fc from "fast-check";
import { expect, it } from "vitest";
import { minutesOfDay, timeOfMinutes } from "@/lib/values/time";
import { WEEKDAYS } from "@/lib/values/weekday";
import { paintedWeek, shareOf } from "./rules";
import type { HoursOfDay } from "./schema";

const blank: HoursOfDay[] = WEEKDAYS.map((weekday) => ({ weekday, intervals: [] }));
const halfHours = fc.tuple(fc.nat(47), fc.nat(47)).map(([a, b]) => ({
  start: timeOfMinutes(Math.min(a, b) * 30),
  end: timeOfMinutes(Math.max(a, b) * 30 + 30),
}));
const strokes = fc.record({
  weekdays: fc.subarray([...WEEKDAYS]),
  stretch: halfHours,
  available: fc.boolean(),
});

it("each half hour of a painted week is what was painted over it last", () => {
  fc.assert(
    fc.property(fc.array(strokes, { maxLength: 8 }), (all) => {
      const week = all.reduce((days, stroke) => paintedWeek(days, stroke), blank);
      for (const { weekday, intervals } of week) {
        for (let minute = 0; minute < 1440; minute += 30) {
          const over = all.findLast(
            ({ weekdays, stretch }) =>
              weekdays.includes(weekday) && minutesOfDay(stretch.start) <= minute && minute < minutesOfDay(stretch.end),
          );
          const halfHour = { start: timeOfMinutes(minute), end: timeOfMinutes(minute + 30) };
          expect(shareOf(intervals, halfHour)).toBe(over?.available ? "all" : "none");
        }
      }
    }),
    { numRuns: 200 },
  );
});

it("a half hour of which some is available is told apart, and painting it takes the rest in", () => {
  const monday: HoursOfDay[] = [{ weekday: 1, intervals: [{ start: "09:15", end: "10:00" }] }];
  const stretch = { start: "09:00", end: "09:30" };
  expect(shareOf(monday[0]?.intervals ?? [], stretch)).toBe("part");
  const painted = paintedWeek(monday, { weekdays: [1], stretch, available: true });
  expect(painted).toEqual([{ weekday: 1, intervals: [{ start: "09:00", end: "10:00" }] }]);
});
