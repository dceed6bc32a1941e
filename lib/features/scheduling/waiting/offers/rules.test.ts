import { expect, it } from "vitest";
import type { BookingTerms } from "@/lib/features/scheduling/booking/schema";
import { addMinutes, instantOf } from "@/lib/values/instant";
import { answerUntil, firstOf, isOpen, lastMoment, wishOf } from "./rules";
import type { Candidate } from "./schema";

const terms: BookingTerms = {
  ...{ mode: "DIRECT", minutes: 60, noticeHours: 24, horizonDays: 42, bufferMinutes: 0, practitionerDaily: 0 },
  ...{ clientDaily: 1, changeHours: 24, waiting: "ONE_BY_ONE", waitingMinutes: 120 },
};
const at = instantOf(Date.parse("2027-03-01T15:00:00Z"));
/** Tuesday evening in Chicago, Wednesday already by the world's clock. */
const slot = { startsAt: instantOf(Date.parse("2027-03-10T01:00:00Z")) };
const waits = (more: Partial<Candidate> = {}): Candidate => ({
  ...{ waitId: "w", clientId: "c", clientName: "Harbor Bakery", createdAt: at, service: null, portalBooking: null },
  ...{ firstDay: null, lastDay: null, timeZone: "America/Chicago", ownTimeZone: "America/Chicago", onDay: 0 },
  readers: [{ id: "k", name: "Ana Owner", firstName: "Ana", email: "ana@mail.example", language: "en" }],
  ...more,
});

it("a client takes as long as their service says, else as long as any session is", () => {
  expect(wishOf(waits(), slot, terms)?.range).toEqual({ start: slot.startsAt, end: addMinutes(slot.startsAt, 60) });
  const short = waits({ service: { name: "Check-in", minutes: 30 } });
  expect(wishOf(short, slot, terms)?.range.end).toEqual(addMinutes(slot.startsAt, 30));
});

it("only days count that the client asked for, by the clock of the center", () => {
  expect(wishOf(waits({ lastDay: "2027-03-09" }), slot, terms)).not.toBeNull();
  expect(wishOf(waits({ firstDay: "2027-03-10" }), slot, terms)).toBeNull();
  expect(wishOf(waits({ lastDay: "2027-03-08" }), slot, terms)).toBeNull();
});

it("nobody is asked who may not book, has enough that day already, or is not reached", () => {
  expect(wishOf(waits({ portalBooking: "OFF" }), slot, terms)).toBeNull();
  expect(wishOf(waits(), slot, { ...terms, mode: "OFF" })).toBeNull();
  expect(wishOf(waits({ portalBooking: "REQUEST" }), slot, { ...terms, mode: "OFF" })).not.toBeNull();
  expect(wishOf(waits({ onDay: 1 }), slot, terms)).toBeNull();
  expect(wishOf(waits({ onDay: 1 }), slot, { ...terms, clientDaily: 0 })).not.toBeNull();
  expect(wishOf(waits({ readers: [] }), slot, terms)).toBeNull();
});

it("who is asked alone has the time that is set, but never longer than the time can be booked", () => {
  expect(answerUntil(slot, { terms, at })).toEqual(addMinutes(at, 120));
  const late = addMinutes(lastMoment(slot, terms), -10);
  expect(answerUntil(slot, { terms, at: late })).toEqual(lastMoment(slot, terms));
  const many = { ...terms, waiting: "FIRST_COME" as const };
  expect(answerUntil(slot, { terms: many, at })).toEqual(lastMoment(slot, terms));
});

it("a client is asked once, in the order of the line, however often they wait", () => {
  const line = ["a", "b", "a", "c"].map((clientId) => ({ clientId }));
  expect(firstOf(line, 2).map(({ clientId }) => clientId)).toEqual(["a", "b"]);
  expect(firstOf(line, 9).map(({ clientId }) => clientId)).toEqual(["a", "b", "c"]);
});

it("an offer is open until its time is over", () => {
  expect(isOpen({ state: "OPEN", expiresAt: addMinutes(at, 1) }, at)).toBe(true);
  expect(isOpen({ state: "OPEN", expiresAt: at }, at)).toBe(false);
  expect(isOpen({ state: "DECLINED", expiresAt: addMinutes(at, 1) }, at)).toBe(false);
});
