import { describe, expect, it } from "vitest";
import { columnDay, columnOf, daysShown, drawnOn, movedTo, offTheWall, onTheWall, stepFrom } from "./rules";

describe("hours on the wall", () => {
  it.each([
    ["Asia/Kathmandu", "2026-12-01T09:00:00Z", "2026-12-01T14:45:00Z"],
    ["America/St_Johns", "2026-12-01T09:00:00Z", "2026-12-01T05:30:00Z"],
    ["America/Chicago", "2026-03-08T07:59:00Z", "2026-03-08T01:59:00Z"],
    ["America/Chicago", "2026-03-08T08:00:00Z", "2026-03-08T03:00:00Z"],
  ])("in %s an instant is drawn at its own hour and read back from there", (zone, instant, wall) => {
    expect(onTheWall(new Date(instant), zone)).toBe(wall);
    expect(offTheWall(new Date(wall), zone)).toEqual(new Date(instant));
  });

  it("a session that is dragged into the hour that clocks leave out begins when they go on", () => {
    expect(offTheWall(new Date("2026-03-08T02:30:00Z"), "America/Chicago")).toEqual(new Date("2026-03-08T08:30:00Z"));
  });

  it("what is drawn in one zone is moved in the zone of the session", () => {
    const startsAt = offTheWall(new Date("2026-12-01T14:45:00Z"), "Asia/Kathmandu");
    const endsAt = offTheWall(new Date("2026-12-01T15:30:00Z"), "Asia/Kathmandu");
    const moved = { date: "2026-12-01", start: "03:00", minutes: 45 };
    expect(movedTo({ startsAt, endsAt, zone: "America/Chicago" })).toEqual(moved);
  });
});

describe("what a view shows", () => {
  it("weeks begin on Sunday, a month is whole weeks, an agenda two weeks from its day", () => {
    expect(daysShown("week", "2026-11-25")).toEqual({ first: "2026-11-22", end: "2026-11-29" });
    expect(daysShown("month", "2026-11-25")).toEqual({ first: "2026-11-01", end: "2026-12-13" });
    expect(daysShown("agenda", "2026-11-25")).toEqual({ first: "2026-11-25", end: "2026-12-09" });
    expect(daysShown("team", "2026-11-25")).toEqual({ first: "2026-11-25", end: "2026-11-26" });
  });

  it("steps lead to the neighbours and never leave a month out", () => {
    expect([stepFrom("month", "2026-01-31", 1), stepFrom("month", "2026-03-31", -1)]).toEqual([
      "2026-02-01",
      "2026-02-01",
    ]);
    expect([stepFrom("week", "2026-11-25", 1), stepFrom("day", "2026-11-25", -1)]).toEqual([
      "2026-12-02",
      "2026-11-24",
    ]);
  });

  it("what is drawn in a column is on the day that is looked at, until midnight too", () => {
    const wall = { start: new Date(`${columnDay(3)}T22:00:00Z`), end: new Date(`${columnDay(4)}T00:00:00Z`) };
    expect(drawnOn(wall, { zone: "Asia/Kathmandu", column: "2026-12-01" })).toEqual({
      startsAt: new Date("2026-12-01T16:15:00Z"),
      endsAt: new Date("2026-12-01T18:15:00Z"),
    });
  });

  it("each practitioner has a column of their own", () => {
    expect([0, 1, 39].map((column) => columnOf(new Date(`${columnDay(column)}T10:00:00Z`)))).toEqual([0, 1, 39]);
  });
});
