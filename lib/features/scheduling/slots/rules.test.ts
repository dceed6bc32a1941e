import fc from "fast-check";
import { expect, it } from "vitest";
import { addMinutes, isoOf } from "@/lib/values/instant";
import { freeTimes, layersOfClients, layersOfPractitioner, slotsIn, whyNot } from "./rules";
import type { PractitionerFacts, SlotSearch } from "./schema";

const timeZone = "America/Chicago";
const midnight = new Date("2031-05-05T05:00:00Z");
const at = (minutes: number, length = 60) => ({
  start: addMinutes(midnight, minutes),
  end: addMinutes(midnight, minutes + length),
});
const none = { centerHours: null, hours: null, timeOff: [], holidays: [], taken: [] };
const ana: PractitionerFacts = { id: "a", name: "Ana", timeZone, ...none };
const limits = { bufferMinutes: 0, noticeMinutes: 0, horizonDays: 60, mostPerDay: null };
const search: SlotSearch = { range: at(0, 1440), minutes: 60, limits, now: addMinutes(midnight, -60) };
const reasonsOf = (facts: Partial<PractitionerFacts>, change: Partial<SlotSearch["limits"]>, slot = at(600)) => {
  const asked = { ...search, limits: { ...limits, ...change } };
  const layers = [...layersOfClients([], asked), ...layersOfPractitioner({ ...ana, ...facts }, asked)];
  return whyNot(layers, slot).map(({ reason }) => reason);
};

it("names notice, horizon, buffers, full days, holidays and time off, each where it stands in the way", () => {
  expect(reasonsOf({}, {})).toEqual([]);
  expect(reasonsOf({}, { noticeMinutes: 661 })).toEqual(["too_soon"]);
  expect(reasonsOf({}, { noticeMinutes: 660 })).toEqual([]);
  expect(reasonsOf({}, { horizonDays: 0 })).toEqual(["too_far_ahead"]);
  expect(reasonsOf({ taken: [at(660)] }, {})).toEqual([]);
  expect(reasonsOf({ taken: [at(660)] }, { bufferMinutes: 15 })).toEqual(["practitioner_taken"]);
  expect(reasonsOf({ taken: [at(60), at(180)] }, { mostPerDay: 2 })).toEqual(["daily_limit"]);
  expect(reasonsOf({ holidays: [{ start: "2031-05-05", end: "2031-05-05", name: "Holiday" }] }, {})).toEqual([
    "holiday",
  ]);
  const away = { firstDay: "2031-05-01", lastDay: "2031-05-09", timeZone };
  expect(reasonsOf({ timeOff: [{ ...away, hours: null }] }, {})).toEqual(["time_off"]);
  expect(reasonsOf({ timeOff: [{ ...away, hours: { start: "10:30", end: "12:00" } }] }, {})).toEqual(["time_off"]);
  expect(reasonsOf({ timeOff: [{ ...away, hours: { start: "11:00", end: "12:00" } }] }, {})).toEqual([]);
});

it("offers a time exactly when no rule stands against it", () => {
  const piece = fc.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 5, max: 240 }));
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 6 }),
      fc.array(piece, { maxLength: 6 }),
      fc.nat(1380),
      (mine, theirs, probe) => {
        const place = { timeZone: "America/Chicago", holidays: [] };
        const client = { ...place, id: "c", hours: null, taken: theirs.map(([start, length]) => at(start, length)) };
        const facts = { ...ana, taken: mine.map(([start, length]) => at(start, length)) };
        const layers = [...layersOfClients([client], search), ...layersOfPractitioner(facts, search)];
        const slot = at(probe);
        const offered = freeTimes(layers, search).some(({ start, end }) => start <= slot.start && slot.end <= end);
        expect(offered).toBe(whyNot(layers, slot).length === 0);
      },
    ),
  );
});

it("begins at whole steps of the wall clock, also where it is a quarter off the hour", () => {
  const free = [{ start: new Date("2031-05-05T03:20:00Z"), end: new Date("2031-05-05T05:20:00Z") }];
  const starts = slotsIn(free, { minutes: 60, step: 30, timeZone: "Asia/Kathmandu" }).map(({ start }) => isoOf(start));
  expect(starts).toEqual(["2031-05-05T03:45:00.000Z", "2031-05-05T04:15:00.000Z"]);
});
