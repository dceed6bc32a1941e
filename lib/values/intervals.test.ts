import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./date";
import { addMinutes, type InstantRange, instantOf, isoOf } from "./instant";
import { everyDay, hoursOn, intersect, momentsOf, subtract, unite } from "./intervals";
import { timeOfMinutes } from "./time";
import { startOfDay, timeIn } from "./wall-clock";

const ZONES = [
  ...["UTC", "America/New_York", "America/Chicago", "America/Phoenix", "America/St_Johns", "America/Sao_Paulo"],
  ...["America/Santiago", "America/Havana", "America/Nuuk", "Europe/London", "Europe/Berlin", "Europe/Chisinau"],
  ...["Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Asia/Gaza", "Asia/Kolkata", "Asia/Kathmandu"],
  ...["Australia/Lord_Howe", "Australia/Adelaide", "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati"],
];
const MINUTE = 60_000;
const at = (text: string) => new Date(text);
const range = (start: string, end: string) => ({ start: at(start), end: at(end) });
const week = (start: string, end: string) => everyDay([{ start, end }]);
const daily = (zone: string, start: string, end: string) => ({
  zone,
  usual: week(start, end),
  ranges: [],
  days: new Map(),
});

const zones = fc.constantFrom(...ZONES);
const days = fc.integer({ min: 0, max: 2556 }).map((after) => addDays("2024-01-01", after));
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([start, end]) => start < end)
  .map(([start, end]) => ({ start: timeOfMinutes(start), end: timeOfMinutes(end) }));
const sets = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 40 }))
    .map(([start, length]) => ({ start: instantOf(start * MINUTE), end: instantOf((start + length) * MINUTE) })),
  { maxLength: 12 },
);
const holds = (set: readonly InstantRange[], moment: number) =>
  set.some(({ start, end }) => start.getTime() <= moment && moment < end.getTime());

describe("hours on the wall become moments", () => {
  it("an hour that spring skips is not there, and one that autumn repeats is there twice", () => {
    const on = (zone: string, day: string, start: string, end: string) =>
      momentsOf(daily(zone, start, end), { start: startOfDay(day, zone), end: startOfDay(addDays(day, 1), zone) });
    const spring = (start: string, end: string) => on("America/New_York", "2026-03-08", start, end);
    expect(spring("01:30", "02:30")).toEqual([range("2026-03-08T06:30:00Z", "2026-03-08T07:00:00Z")]);
    expect(spring("02:30", "04:00")).toEqual([range("2026-03-08T07:00:00Z", "2026-03-08T08:00:00Z")]);
    expect(spring("02:00", "03:00")).toEqual([]);
    const half = on("Australia/Lord_Howe", "2026-10-04", "02:15", "03:00");
    expect(half).toEqual([range("2026-10-03T15:30:00Z", "2026-10-03T16:00:00Z")]);
    const autumn = (start: string, end: string) => on("America/New_York", "2026-11-01", start, end);
    expect(autumn("01:00", "01:30")).toEqual([
      range("2026-11-01T05:00:00Z", "2026-11-01T05:30:00Z"),
      range("2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z"),
    ]);
    expect(autumn("01:00", "02:30")).toEqual([range("2026-11-01T05:00:00Z", "2026-11-01T07:30:00Z")]);
  });

  it("whole days leave no gap and take none twice, in every zone and year", () => {
    for (const zone of ZONES) {
      const asked = { start: startOfDay("2024-01-01", zone), end: startOfDay("2031-01-01", zone) };
      expect(momentsOf(daily(zone, "00:00", "24:00"), asked), zone).toEqual([asked]);
    }
  });

  it("BK-05 a moment is in the hours exactly when the clock on the wall says so, from 2024 to 2030", () => {
    const probes = fc.array(fc.integer({ min: 0, max: 20_159 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(zones, days, hours, probes, (zone, day, { start, end }, minutes) => {
        const from = startOfDay(day, zone);
        const open = momentsOf(daily(zone, start, end), { start: from, end: addMinutes(from, 20_160) });
        expect(open).toEqual(unite(open));
        for (const minute of minutes) {
          const moment = addMinutes(from, minute);
          const shown = timeIn(zone, moment);
          expect([isoOf(moment), holds(open, moment.getTime())]).toEqual([
            isoOf(moment),
            start <= shown && shown < end,
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a day lies over a range, a range over the usual week", () => {
    const schedule = {
      ...daily("America/Chicago", "09:00", "17:00"),
      ranges: [{ firstDay: "2026-06-01", lastDay: "2026-08-31", week: week("08:00", "12:00") }],
      days: new Map([["2026-07-04", []]]),
    };
    const starts = ["2026-05-31", "2026-06-01", "2026-07-04", "2026-08-31", "2026-09-01"].map(
      (day) => hoursOn(schedule, day)[0]?.start ?? null,
    );
    expect(starts).toEqual(["09:00", "08:00", null, "08:00", "09:00"]);
  });
});

describe("sets of moments", () => {
  it("are united, intersected and subtracted moment by moment", () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const [both, shared, left] = [unite([...a, ...b]), intersect(a, b), subtract(a, b)];
        for (let minute = -1; minute <= 342; minute += 1) {
          const moment = minute * MINUTE;
          expect(holds(both, moment)).toBe(holds(a, moment) || holds(b, moment));
          expect(holds(shared, moment)).toBe(holds(a, moment) && holds(b, moment));
          expect(holds(left, moment)).toBe(holds(a, moment) && !holds(b, moment));
        }
        for (const set of [both, shared, left]) expect(unite(set)).toEqual(set);
      }),
      { numRuns: 150 },
    );
  });
});

const CHANGING = [
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Beirut",
  "America/Havana",
  "Africa/Casablanca",
  "Europe/Chisinau",
];
const SERVER_ZONES = ["UTC", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia"];
const TABLE = `
import { createHash } from "node:crypto";
import { everyDay, momentsOf } from "./lib/values/intervals.ts";
const usual = everyDay([{ start: "00:30", end: "02:30" }]);
const range = { start: new Date("2024-01-01T00:00:00Z"), end: new Date("2031-01-01T00:00:00Z") };
const hash = createHash("sha256");
for (const zone of ${JSON.stringify(CHANGING)})
  for (const { start, end } of momentsOf({ zone, usual, ranges: [], days: new Map() }, range))
    hash.update(start.toISOString() + end.toISOString());
process.stdout.write(hash.digest("hex") + new Date(2026, 0, 1).getTimezoneOffset());
`;

it("are the same whatever zone the server lives in", () => {
  const answers = SERVER_ZONES.map((zone) =>
    execFileSync("npx", ["tsx", "--input-type=module", "-e", TABLE], {
      encoding: "utf8",
      env: { ...process.env, TZ: zone },
    }),
  );
  expect(new Set(answers.map((answer) => answer.slice(0, 64))).size).toBe(1);
  expect(new Set(answers).size).toBe(SERVER_ZONES.length);
}, 60_000);
