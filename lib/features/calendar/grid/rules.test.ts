import { describe, expect, it } from "vitest";
import { columnDay, columnOf, drawnOn, movedTo, offTheWall, onTheWall } from "./rules";

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

describe("columns of practitioners", () => {
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
