import { describe, expect, it } from "vitest";
import { newId } from "@/lib/values/id";
import { deadlineText, draftOf, eventTimes, eventWhen, registrationBlocker, seatsLeft, timesProblem } from "./rules";
import { createEventInput, type EventView } from "./schema";

const form = {
  title: "Cash Flow",
  centerId: newId(),
  date: "2027-03-16",
  startTime: "18:00",
  endTime: "20:00",
  capacity: "",
  audience: "PUBLIC",
};

const view = (change: Partial<EventView> = {}): EventView => ({
  id: newId(),
  title: "Cash Flow",
  description: "",
  centerId: newId(),
  centerName: "Chicago",
  startsAt: new Date("2027-03-16T23:00:00Z"),
  endsAt: new Date("2027-03-17T01:00:00Z"),
  timeZone: "America/Chicago",
  location: null,
  onlineUrl: null,
  isOnline: false,
  capacity: 20,
  seatsTaken: 20,
  waiting: 0,
  registrationClosesAt: null,
  audience: "PUBLIC",
  status: "PUBLISHED",
  sequence: 0,
  version: 1,
  ...change,
});

describe("an event's times", () => {
  it("are those of the center's clocks, on both sides of a clock change and in odd zones", () => {
    const input = createEventInput.parse(form);
    expect(eventTimes(input, "America/Chicago").startsAt).toEqual(new Date("2027-03-16T23:00:00Z"));
    expect(eventTimes({ ...input, date: "2027-03-09" }, "America/Chicago").startsAt).toEqual(
      new Date("2027-03-10T00:00:00Z"),
    );
    expect(eventTimes(input, "Asia/Kathmandu").startsAt).toEqual(new Date("2027-03-16T12:15:00Z"));
    expect(eventTimes(input, "America/St_Johns").startsAt).toEqual(new Date("2027-03-16T20:30:00Z"));
  });

  it("end after they start, and people sign up before", () => {
    const problem = (change: object) =>
      timesProblem(eventTimes(createEventInput.parse({ ...form, ...change }), "America/Chicago"))?.field ?? null;
    expect(problem({})).toBeNull();
    expect(problem({ endTime: "18:00" })).toBe("endTime");
    expect(problem({ closesOn: "2027-03-17" })).toBe("closesOn");
    expect(problem({ closesOn: "2027-03-16" })).toBeNull();
    expect(problem({ closesOn: "2027-03-14", closesAt: "12:00" })).toBeNull();
  });

  it("are shown with the zone named, and the end of a day as its last minute", () => {
    expect(eventWhen(view(), "en")).toBe("Tuesday, March 16, 2027, 6:00 – 8:00 PM CDT");
    const closes = eventTimes(createEventInput.parse({ ...form, closesOn: "2027-03-14" }), "America/Chicago");
    expect(deadlineText(view(closes), "en")).toBe("Mar 14, 2027, 11:59 PM CDT");
    expect(draftOf(view(closes))).toMatchObject({ closesOn: "2027-03-14", closesAt: "", startTime: "18:00" });
  });
});

describe("who can register", () => {
  const before = new Date("2027-03-01T00:00:00Z");
  const during = new Date("2027-03-17T00:00:00Z");
  it("is decided by state, audience, deadline and time", () => {
    const ask = (change: Partial<EventView>, by: "contact" | "public" | "staff", now = before) =>
      registrationBlocker(view(change), { now, by });
    expect(ask({}, "public")).toBeNull();
    expect(ask({ audience: "CLIENTS" }, "public")).toBe("clients_only");
    expect(ask({ audience: "CLIENTS" }, "contact")).toBeNull();
    expect(ask({ status: "DRAFT" }, "staff")).toBe("not_published");
    expect(ask({ status: "CANCELLED" }, "contact")).toBe("event_cancelled");
    expect(ask({ registrationClosesAt: before }, "contact")).toBe("closed");
    expect(ask({ registrationClosesAt: before }, "staff")).toBeNull();
    expect(ask({}, "contact", during)).toBe("event_over");
    expect(ask({}, "staff", during)).toBeNull();
  });

  it("finds seats as long as some are left", () => {
    expect(seatsLeft(view())).toBe(0);
    expect(seatsLeft(view({ seatsTaken: 18 }))).toBe(2);
    expect(seatsLeft(view({ capacity: null }))).toBeNull();
  });
});

describe("the form of an event", () => {
  it("takes only web addresses, and whole numbers of places", () => {
    const parse = (change: object) => createEventInput.safeParse({ ...form, ...change }).success;
    expect(parse({ onlineUrl: "https://meet.example.org/abc" })).toBe(true);
    expect(parse({ onlineUrl: "javascript:alert(1)" })).toBe(false);
    expect(parse({ capacity: "0" })).toBe(false);
    expect(parse({ capacity: "2.5" })).toBe(false);
    expect(parse({ capacity: "12" })).toBe(true);
  });
});
