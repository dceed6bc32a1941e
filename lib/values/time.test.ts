import fc from "fast-check";
import { expect, it } from "vitest";
import * as time from "./time";

const interval = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start: time.timeOfMinutes(start), end: time.timeOfMinutes(end) }));
const minutes = (list: time.TimeInterval[]) => list.reduce((sum, each) => sum + time.intervalMinutes(each), 0);

it("allows 24:00 as an end and nowhere else", () => {
  expect(time.isLocalTime("24:00")).toBe(false);
  expect(time.isTimeInterval({ start: "22:00", end: "24:00" })).toBe(true);
  expect(time.isTimeInterval({ start: "24:00", end: "24:00" })).toBe(false);
  expect(time.isTimeInterval({ start: "22:00", end: "00:00" })).toBe(false);
});

it("reads only full HH:mm", () => {
  expect(["9:00", "09:60", "25:00", "09:00:00", ""].some(time.isLocalTime)).toBe(false);
});

it("lets neighbours touch without overlapping", () => {
  expect(time.intervalsOverlap({ start: "09:00", end: "12:00" }, { start: "12:00", end: "14:00" })).toBe(false);
});

it("joins, cuts and intersects without losing or inventing a minute", () => {
  fc.assert(
    fc.property(fc.array(interval, { maxLength: 6 }), fc.array(interval, { maxLength: 6 }), (open, taken) => {
      const whole = time.mergeIntervals(open);
      const left = time.subtractIntervals(open, taken);
      const shared = time.intersectIntervals(open, taken);
      expect(minutes(left) + minutes(shared)).toBe(minutes(whole));
      expect([...left, ...shared].every(time.isTimeInterval)).toBe(true);
    }),
  );
});
