import { expect, it } from "vitest";
import { recurrenceDays, ruleText } from "./recurrence";

const weekly = { every: "week", interval: 1, weekdays: [], count: 4, until: null } as const;

it("names the days of a week, every week or every few", () => {
  expect(recurrenceDays("2026-03-02", weekly, 100)).toEqual(["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"]);
  expect(recurrenceDays("2026-03-02", { ...weekly, interval: 2, weekdays: [1, 3] }, 100)).toEqual([
    "2026-03-02",
    "2026-03-04",
    "2026-03-16",
    "2026-03-18",
  ]);
});

it("names a day of the month or a weekday of it, and leaves out months that have none", () => {
  const monthly = { ...weekly, every: "month-day" } as const;
  expect(recurrenceDays("2026-01-31", { ...monthly, count: 3 }, 100)).toEqual([
    "2026-01-31",
    "2026-03-31",
    "2026-05-31",
  ]);
  expect(recurrenceDays("2026-03-10", { ...monthly, every: "month-weekday", count: 3 }, 100)).toEqual([
    "2026-03-10",
    "2026-04-14",
    "2026-05-12",
  ]);
  expect(recurrenceDays("2026-03-31", { ...monthly, every: "month-weekday", count: 2 }, 100)).toEqual([
    "2026-03-31",
    "2026-04-28",
  ]);
});

it("ends on a day, after a number, or where it gets too many", () => {
  const open = { ...weekly, count: null, until: "2026-03-16" };
  expect(recurrenceDays("2026-03-02", open, 100)).toEqual(["2026-03-02", "2026-03-09", "2026-03-16"]);
  expect(recurrenceDays("2026-03-02", { ...weekly, count: 200 }, 60)).toHaveLength(60);
  expect(ruleText("2026-03-02", open)).toBe("FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;UNTIL=20260316T235959Z");
});
