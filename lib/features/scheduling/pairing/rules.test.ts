import { describe, expect, it } from "vitest";
import { blocksOf, daysOfWeek, offersIn } from "./rules";

const zone = "America/Chicago";
const at = (start: string, end: string) => ({ start: new Date(start), end: new Date(end) });

describe("free moments on the wall of a week", () => {
  it("stand at the hours people read, until midnight too, on the days that clocks change as on others", () => {
    const days = daysOfWeek({ first: "2026-03-08", zone });
    expect(days.map(({ usual }) => usual)).toEqual([false, true, true, true, true, true, true]);
    const free = [
      at("2026-03-08T07:30:00Z", "2026-03-08T09:00:00Z"),
      at("2026-03-10T03:00:00Z", "2026-03-10T06:15:00Z"),
    ];
    expect(blocksOf(free, days, zone)).toEqual([
      { day: 0, from: 90, to: 240 },
      { day: 1, from: 1320, to: 1440 },
      { day: 2, from: 0, to: 75 },
    ]);
  });

  it("begin at the next whole minute when one has begun, and are none when less is left", () => {
    const days = daysOfWeek({ first: "2026-03-08", zone });
    const free = [
      at("2026-03-08T14:40:20.123Z", "2026-03-08T15:00:40Z"),
      at("2026-03-10T14:40:20.123Z", "2026-03-10T15:00:40Z"),
      at("2026-03-10T16:00:01Z", "2026-03-10T16:00:59Z"),
    ];
    expect(blocksOf(free, days, zone)).toEqual([
      { day: 0, from: 581, to: 600 },
      { day: 2, from: 581, to: 600 },
    ]);
  });

  it("are offered at the first half hour of the working day in which there is room", () => {
    const days = daysOfWeek({ first: "2026-03-08", zone });
    const blocks = [0, 1].map((day) => ({ day, from: 8 * 60 + 10, to: 12 * 60 }));
    expect(offersIn(blocks, { minutes: 60, days, zone })).toEqual([
      { date: "2026-03-08", startsAt: new Date("2026-03-08T13:30:00Z") },
      { date: "2026-03-09", startsAt: new Date("2026-03-09T13:30:00Z") },
    ]);
  });
});
