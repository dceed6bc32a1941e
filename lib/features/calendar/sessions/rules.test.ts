import { describe, expect, it } from "vitest";
import { daysShown, stepFrom } from "./rules";

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
});
