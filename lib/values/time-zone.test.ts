import { afterEach, describe, expect, it } from "vitest";
import { addDays } from "./date";
import { isoOf } from "./instant";
import * as zones from "./time-zone";
import * as clock from "./wall-clock";

const ZONES = (
  "America/New_York America/Chicago America/Denver America/Los_Angeles America/St_Johns America/Sao_Paulo America/Santiago " +
  "America/Asuncion Europe/London Europe/Berlin Africa/Casablanca Africa/Cairo Asia/Kathmandu Asia/Kolkata Asia/Tehran " +
  "Asia/Jerusalem Australia/Lord_Howe Australia/Adelaide Pacific/Apia Pacific/Auckland"
).split(" ");
const before = process.env.TZ;
afterEach(() => {
  process.env.TZ = before;
});

describe.each([
  "UTC",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Pacific/Apia",
])("on a server in %s", (serverZone) => {
  it("BK-05 keeps a weekly 09:00 at 09:00 across every clock change from 2024 to 2030", () => {
    process.env.TZ = serverZone;
    const wrong: string[] = [];
    for (const zone of ZONES) {
      for (let day = "2024-01-01"; day < "2031-01-01"; day = addDays(day, 7)) {
        const moment = clock.toInstant(day, "09:00", zone);
        if (clock.timeIn(zone, moment) !== "09:00" || clock.dayIn(zone, moment) !== day) wrong.push(`${zone} ${day}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("BK-05 moves a missing time forward by the gap and takes the earlier of a doubled one", () => {
    process.env.TZ = serverZone;
    expect(isoOf(clock.toInstant("2026-03-08", "02:30", "America/Chicago"))).toBe("2026-03-08T08:30:00.000Z");
    expect(isoOf(clock.toInstant("2026-11-01", "01:30", "America/Chicago"))).toBe("2026-11-01T06:30:00.000Z");
    expect(isoOf(clock.toInstant("2026-10-04", "02:15", "Australia/Lord_Howe"))).toBe("2026-10-03T15:45:00.000Z");
  });
});

it("says when a wall clock skips or repeats a time", () => {
  expect(clock.occurrenceOf("2026-03-08", "02:30", "America/Chicago")).toBe("missing");
  expect(clock.occurrenceOf("2026-11-01", "01:30", "America/Chicago")).toBe("doubled");
  expect(clock.occurrenceOf("2026-07-01", "01:30", "America/Chicago")).toBe("once");
  expect(clock.occurrenceOf("2011-12-30", "12:00", "Pacific/Apia")).toBe("missing");
});

it("ends a day at the next midnight", () => {
  expect(clock.toInstant("2026-03-07", "24:00", "Asia/Kathmandu")).toEqual(
    clock.startOfDay("2026-03-08", "Asia/Kathmandu"),
  );
});

it("accepts names of zones and nothing that only looks like one", () => {
  expect(["America/Chicago", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+3"].every(zones.isTimeZone)).toBe(true);
  expect(["+05:30", "Mars/Olympus", "", "America/Chicago\0", "__proto__", null].some(zones.isTimeZone)).toBe(false);
  expect(zones.listTimeZones()).toContain("America/Chicago");
});

it("names the zone as people there do", () => {
  const summer = clock.toInstant("2026-07-01", "09:00", "America/Chicago");
  expect(zones.zoneAbbreviation("America/Chicago", summer, { locale: "en" })).toBe("CDT");
  expect(zones.zoneAbbreviation("Asia/Kathmandu", summer, { locale: "en" })).toBe("GMT+5:45");
});
