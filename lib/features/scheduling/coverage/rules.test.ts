import { describe, expect, it } from "vitest";
import { daysOfWeek } from "@/lib/features/scheduling/pairing/rules";
import { addMinutes, minutesBetween } from "@/lib/values/instant";
import { hoursOf, minutesPerHour, shortagesIn, shownHours, standingOf, weekOf } from "./rules";

const zone = "America/Chicago";
const hoursFrom = (first: string) => hoursOf(daysOfWeek({ first, zone }), zone);
const quiet = { open: 0, free: 0, booked: 0, clients: 0 };

describe("the hours of a week", () => {
  it("are those of the wall clock: none where it jumps, a long one where it falls back", () => {
    const lengths = (first: string) => hoursFrom(first).map(({ start, end }) => minutesBetween(start, end));
    expect(lengths("2026-03-08").slice(0, 4)).toEqual([60, 60, 0, 60]);
    expect(lengths("2026-11-01").slice(0, 4)).toEqual([60, 120, 60, 60]);
    expect(lengths("2026-06-07")).toEqual(Array(168).fill(60));
  });

  it("add up to the time that lies in the week, whatever reaches out of it", () => {
    const hours = hoursFrom("2026-11-01");
    const [start, end] = [hours[0]?.start ?? new Date(0), hours.at(-1)?.end ?? new Date(0)];
    const whole = { start: addMinutes(start, -90), end: addMinutes(end, 600), count: 3 };
    const minutes = minutesPerHour(hours, [whole, { start: end, end: addMinutes(end, 60), count: 9 }]);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(3 * 169 * 60);
    expect(minutes[1]).toBe(360);
  });

  it("count what is free, not what is taken outside of somebody's hours", () => {
    const hours = hoursFrom("2026-06-07");
    const at = (from: string, to: string) => ({
      start: new Date(`2026-06-08T${from}:00-05:00`),
      end: new Date(`2026-06-08T${to}:00-05:00`),
    });
    const practitioners = [
      { open: [at("09:00", "11:30")], taken: [at("10:00", "11:00"), at("13:00", "14:00")] },
      { open: [at("10:00", "11:00")], taken: [] },
    ];
    const clients = [{ ...at("10:30", "12:30"), count: 8 }];
    const week = weekOf(hours, { practitioners, booked: [{ ...at("10:00", "11:00"), count: 1 }], clients });
    expect(week.slice(24 + 9, 24 + 13)).toEqual([
      { day: 1, hour: 9, open: 60, free: 60, booked: 0, clients: 0 },
      { day: 1, hour: 10, open: 120, free: 60, booked: 60, clients: 240 },
      { day: 1, hour: 11, open: 30, free: 30, booked: 0, clients: 480 },
      { day: 1, hour: 12, open: 0, free: 0, booked: 0, clients: 240 },
    ]);
    expect(week.filter(({ booked, open }) => booked + open > 0)).toHaveLength(3);
  });
});

it.each([
  ["quiet", quiet],
  ["covered", { ...quiet, open: 60, booked: 60 }],
  ["covered", { ...quiet, booked: 60 }],
  ["spare", { ...quiet, open: 60, free: 30 }],
  ["missing", { ...quiet, clients: 30 }],
  ["full", { ...quiet, open: 60, clients: 30 }],
  ["covered", { ...quiet, open: 120, free: 60, clients: 300 }],
  ["tight", { ...quiet, open: 120, free: 60, clients: 301 }],
])("an hour is %s with %o", (standing, hour) => {
  expect(standingOf(hour)).toBe(standing);
});

it("shows the working day, and as far around it as anything is on", () => {
  const one = { ...quiet, day: 2, hour: 6, clients: 60 };
  expect(shownHours([])).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
  expect(shownHours([one, { ...one, hour: 20 }])).toEqual(Array.from({ length: 15 }, (_, index) => 6 + index));
});

it("names what is short as stretches of a day, the one that most could use first", () => {
  const at = (day: number, hour: number, clients: number, free = 0) => ({
    ...quiet,
    day,
    hour,
    clients,
    free,
    open: free,
  });
  const week = [at(0, 22, 60), at(0, 23, 90), at(1, 0, 60), at(1, 1, 0), at(1, 2, 600), at(1, 3, 600, 60)];
  expect(shortagesIn(week)).toEqual([
    { day: 1, from: 2, to: 3, clients: 10 },
    { day: 0, from: 22, to: 24, clients: 2 },
    { day: 1, from: 0, to: 1, clients: 1 },
  ]);
});
