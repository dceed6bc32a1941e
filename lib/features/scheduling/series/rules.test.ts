import { expect, it } from "vitest";
import { weekdayOf } from "@/lib/values/date";
import { dayIn, timeIn } from "@/lib/values/wall-clock";
import { whenOf } from "../sessions/planning/rules";
import { keysOf, placeOccurrences } from "./rules";
import { repeatInput } from "./schema";

const ZONES = [
  "America/Chicago",
  "America/New_York",
  "America/St_Johns",
  "America/Sao_Paulo",
  "America/Santiago",
  "America/Anchorage",
  "Pacific/Honolulu",
  "Pacific/Apia",
  "Pacific/Auckland",
  "Pacific/Chatham",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Tehran",
  "Asia/Tokyo",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Europe/London",
  "Europe/Berlin",
];

const weekly = (date: string, start: string) =>
  keysOf({ date, start }, repeatInput.parse({ every: "week", count: "104" }));

it.each(ZONES)("BK-05 weekly 09:00 stays 09:00 on a Monday in %s from 2024 through 2031", (timeZone) => {
  for (const date of ["2024-01-01", "2025-12-29", "2027-12-27", "2029-12-24"]) {
    const keys = weekly(date, "09:00");
    const first = { date, start: "09:00", minutes: 60, practitionerIds: [] };
    const placed = placeOccurrences(keys, { first, lines: {}, timeZone });
    expect(placed).toHaveLength(104);
    for (const { key, startsAt, endsAt } of placed) {
      expect([timeIn(timeZone, startsAt), dayIn(timeZone, startsAt)]).toEqual(["09:00", key.slice(0, 10)]);
      expect(weekdayOf(dayIn(timeZone, startsAt))).toBe(1);
      expect(endsAt.getTime() - startsAt.getTime()).toBe(3_600_000);
    }
  }
});

it("BK-05 a missing hour moves forward by the gap, a doubled one is the first, and the wall time keeps what was meant", () => {
  const at = (date: string, start: string, zone: string) => whenOf({ date, start, minutes: 60 }, zone);
  const missing = at("2026-03-08", "02:30", "America/Chicago");
  expect(missing.startsAt.toISOString()).toBe("2026-03-08T08:30:00.000Z");
  expect(missing.wallStartsAt.toISOString()).toBe("2026-03-08T02:30:00.000Z");
  expect(timeIn("America/Chicago", missing.startsAt)).toBe("03:30");
  expect(at("2026-11-01", "01:30", "America/Chicago").startsAt.toISOString()).toBe("2026-11-01T06:30:00.000Z");
  // Half an hour, on an island in the Tasman Sea.
  expect(timeIn("Australia/Lord_Howe", at("2026-10-04", "02:15", "Australia/Lord_Howe").startsAt)).toBe("02:45");
});
