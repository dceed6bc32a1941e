import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayIn } from "./date";
import { type InstantRange, instantOf } from "./instant";
import { hoursOn, instantsOn, intersect, openInstants, subtract, unite } from "./intervals";
import { timeOfMinutes } from "./time";
import { timeIn } from "./time-zone";

const ZONES = [
  ...["UTC", "America/New_York", "America/Chicago", "America/Phoenix", "America/St_Johns", "America/Sao_Paulo"],
  ...["America/Santiago", "America/Havana", "America/Nuuk", "Europe/London", "Europe/Berlin", "Europe/Chisinau"],
  ...["Africa/Casablanca", "Africa/Cairo", "Asia/Beirut", "Asia/Gaza", "Asia/Kolkata", "Asia/Kathmandu"],
  ...["Australia/Lord_Howe", "Australia/Adelaide", "Pacific/Apia", "Pacific/Chatham", "Pacific/Kiritimati"],
];
const MINUTE = 60_000;
const at = (text: string) => new Date(text);
const range = (start: string, end: string) => ({ start: at(start), end: at(end) });
const week = (start: string, end: string) => new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ start, end }]]));
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
  it("a missing hour moves forward by the gap, and what lies in the gap is gone", () => {
    const spring = (start: string, end: string) => instantsOn("2026-03-08", [{ start, end }], "America/New_York");
    expect(spring("01:30", "02:30")).toEqual([range("2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z")]);
    expect(spring("02:30", "04:00")).toEqual([range("2026-03-08T07:30:00Z", "2026-03-08T08:00:00Z")]);
    expect(spring("02:00", "03:00")).toEqual([]);
    const half = instantsOn("2026-10-04", [{ start: "02:15", end: "03:00" }], "Australia/Lord_Howe");
    expect(half).toEqual([range("2026-10-03T15:45:00Z", "2026-10-03T16:00:00Z")]);
  });

  it("a doubled hour is the first", () => {
    const autumn = (start: string, end: string) => instantsOn("2026-11-01", [{ start, end }], "America/New_York");
    expect(autumn("01:00", "01:30")).toEqual([range("2026-11-01T05:00:00Z", "2026-11-01T05:30:00Z")]);
    expect(autumn("01:30", "02:00")).toEqual([range("2026-11-01T05:30:00Z", "2026-11-01T07:00:00Z")]);
  });

  it("whole days leave no gap and take none twice, in every zone and year", () => {
    for (const zone of ZONES) {
      const asked = { first: "2024-01-01", last: "2030-12-31" };
      const open = openInstants(daily(zone, "00:00", "24:00"), asked);
      expect(open, zone).toHaveLength(1);
      expect([open[0]?.start, open[0]?.end].map((edge) => edge && [dayIn(zone, edge), timeIn(zone, edge)])).toEqual([
        ["2024-01-01", "00:00"],
        ["2031-01-01", "00:00"],
      ]);
    }
  });

  it("the clock on the wall shows the hours asked for wherever it shows them once", () => {
    fc.assert(
      fc.property(zones, days, hours, (zone, day, { start, end }) => {
        const [open, ...more] = instantsOn(day, [{ start, end }], zone);
        if (!open) return;
        expect(more).toEqual([]);
        expect(open.start.getTime()).toBeLessThan(open.end.getTime());
        const shown = timeIn(zone, open.start);
        expect(shown >= start).toBe(true);
        if (shown === start) expect(dayIn(zone, open.start)).toBe(day);
      }),
      { numRuns: 2000 },
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
import { openInstants } from "./lib/values/intervals.ts";
const usual = new Map([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [{ start: "00:30", end: "02:30" }]]));
const hash = createHash("sha256");
for (const zone of ${JSON.stringify(CHANGING)})
  for (const { start, end } of openInstants({ zone, usual, ranges: [], days: new Map() }, { first: "2024-01-01", last: "2030-12-31" }))
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
