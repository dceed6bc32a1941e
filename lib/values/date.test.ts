import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import * as date from "./date";
import { instantOf, parseInstant } from "./instant";
import { dayIn } from "./wall-clock";

const anyDay = fc
  .date({ min: instantOf(Date.UTC(1900, 0, 1)), max: instantOf(Date.UTC(2199, 11, 31)), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

describe.each(["UTC", "Asia/Kathmandu", "America/St_Johns"])("a calendar day on a server in %s", (serverZone) => {
  const before = process.env.TZ;
  afterEach(() => {
    process.env.TZ = before;
  });

  it("knows which days exist", () => {
    process.env.TZ = serverZone;
    expect(date.isLocalDate("2024-02-29")).toBe(true);
    expect(
      ["2023-02-29", "2026-02-31", "2026-13-01", "0000-01-01", "2026-1-1", " 2026-01-01", 5].map(date.isLocalDate),
    ).toEqual(Array(7).fill(false));
  });

  it("is the day of the people in the zone", () => {
    process.env.TZ = serverZone;
    const moment = parseInstant("2026-03-08T05:30:00Z");
    if (!moment) throw new Error("unreadable");
    expect(dayIn("America/Chicago", moment)).toBe("2026-03-07");
    expect(dayIn("Asia/Kathmandu", moment)).toBe("2026-03-08");
    expect(dayIn("America/St_Johns", moment)).toBe("2026-03-08");
  });

  it("adds and counts days back the same way", () => {
    process.env.TZ = serverZone;
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
        expect(date.daysBetween(day, date.addDays(day, days))).toBe(days);
      }),
      { numRuns: 200 },
    );
  });
});

it("keeps to the end of short months", () => {
  expect(date.addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(date.addYears("2024-02-29", 1)).toBe("2025-02-28");
  expect(date.endOfMonth("2024-02-10")).toBe("2024-02-29");
});

it("counts a person's completed years", () => {
  expect(date.ageOn("2008-05-20", "2026-05-19")).toBe(17);
  expect(date.ageOn("2008-05-20", "2026-05-20")).toBe(18);
  expect(date.ageOn("2008-02-29", "2026-02-28")).toBe(17);
});

it("starts the week where asked", () => {
  expect(date.startOfWeek("2026-03-11")).toBe("2026-03-08");
  expect(date.startOfWeek("2026-03-11", 1)).toBe("2026-03-09");
  expect(date.startOfWeek("2026-03-08")).toBe("2026-03-08");
});

it("treats open ends of a range as without limit", () => {
  const since = { start: "2026-01-01", end: null };
  expect(date.rangeIncludes(since, "2030-01-01")).toBe(true);
  expect(date.rangesOverlap(since, { start: null, end: "2025-12-31" })).toBe(false);
  expect(date.rangesOverlap(since, { start: null, end: "2026-01-01" })).toBe(true);
  expect(date.datesFrom("2026-02-27", "2026-03-01")).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
});
