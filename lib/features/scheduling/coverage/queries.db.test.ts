import { beforeAll, expect, it } from "vitest";
import { rightsOf } from "@/lib/platform/access/rights";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addDays, startOfWeek } from "@/lib/values/date";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { findCoverage } from "./queries";

const staff = accountActor("staff");
const zone = "America/Chicago";
const first = addDays(startOfWeek(dayIn(zone, now())), 14);
const [monday, tuesday] = [addDays(first, 1), addDays(first, 2)];
let centerId: string;
const people: Record<"loans" | "busy" | "silent" | "early" | "late" | "abroad" | "gone", string> = {
  ...{ loans: "", busy: "", silent: "", early: "", late: "", abroad: "", gone: "" },
};
let serviceId: string;

type Owner = { clientId: string } | { practitionerId: string };
type Hours = { weekday?: number; from: number; to: number; timeZone?: string; day?: string };

async function hours(owner: Owner, { weekday = 1, from, to, timeZone = zone, day }: Hours) {
  const on = day ? { kind: "DAY" as const, firstDay: new Date(day), lastDay: new Date(day) } : {};
  const intervals = { create: [{ weekday, startMinute: from * 60, endMinute: to * 60 }] };
  await db.availabilitySchedule.create({ data: { ...owner, ...on, timeZone, intervals }, select: { id: true } });
}

beforeAll(async () => {
  centerId = (await make.center({ timeZone: zone })).id;
  serviceId = (await db.service.create({ data: { name: `Loans ${centerId}` } })).id;
  const services = { create: { serviceId } };
  for (const [key, fields] of [
    ["loans", { services }],
    ["busy", {}],
    ["silent", {}],
  ] as const)
    people[key] = (await make.practitioner({ centerId, ...fields })).id;
  for (const key of ["early", "late", "abroad"] as const) people[key] = (await make.client({ centerId })).id;
  people.gone = (await make.client({ centerId, statusId: await make.statusId("INACTIVE") })).id;
  await hours({ practitionerId: people.loans }, { from: 9, to: 12 });
  await hours({ practitionerId: people.busy }, { from: 9, to: 11 });
  await hours({ clientId: people.early }, { from: 9, to: 10 });
  await hours({ clientId: people.late }, { from: 11, to: 14 });
  await hours({ clientId: people.late }, { weekday: 2, from: 17, to: 19, day: tuesday });
  await hours({ clientId: people.abroad }, { from: 22, to: 24, timeZone: "America/Los_Angeles" });
  await hours({ clientId: people.gone }, { from: 9, to: 10 });
  await db.clientDefaults.create({ data: { clientId: people.late, serviceId } });
  const startsAt = toInstant(monday, "10:00", zone);
  await make.session({ clientId: people.early, practitionerId: people.busy, centerId, startsAt, status: "BOOKED" });
  const day = new Date(tuesday);
  await db.timeOff.create({ data: { practitionerId: people.loans, firstDay: day, lastDay: day, timeZone: zone } });
});

async function cover(search: { service?: string; at?: string; center?: string } = {}, actor = staff) {
  const found = await findCoverage(actor, {
    service: undefined,
    at: undefined,
    center: centerId,
    week: monday,
    ...search,
  });
  const at = (day: number, hour: number) => {
    const { open, free, booked, clients } = found?.hours.find((one) => one.day === day && one.hour === hour) ?? {};
    return [open, free, booked, clients];
  };
  return { found, at };
}

it("S3-38 puts practitioners' hours beside those booked and those in which clients could come, hour by hour", async () => {
  const { found, at } = await cover();
  expect(found).toMatchObject({ first, counted: 2, unknown: [{ id: people.silent }], people: null });
  expect(at(1, 9)).toEqual([120, 120, 0, 60]);
  expect(at(1, 10)).toEqual([120, 60, 60, 0]);
  expect(at(1, 11)).toEqual([60, 60, 0, 60]);
  expect(at(1, 13)).toEqual([0, 0, 0, 60]);
  // A single day stands over the usual week, and somebody abroad is counted at the center's hour.
  expect(at(2, 17)).toEqual([0, 0, 0, 60]);
  expect(at(2, 0)).toEqual([0, 0, 0, 60]);
  expect(await countingQueries(() => cover())).toBeLessThanOrEqual(6);
});

it("S3-38 narrows to a service: who gives it, whose work begins with it, and what is booked of it", async () => {
  const { found, at } = await cover({ service: serviceId });
  expect(found).toMatchObject({ counted: 1, service: serviceId });
  expect(at(1, 10)).toEqual([60, 60, 0, 0]);
  expect(at(1, 11)).toEqual([60, 60, 0, 60]);
});

it("S3-38 names the people of an hour, and leads nobody to those they may not see", async () => {
  const { found } = await cover({ at: `${monday}T10` });
  const ids = (list: readonly { id: string }[] | undefined) => list?.map(({ id }) => id);
  expect(ids(found?.people?.free)).toEqual([people.loans]);
  expect(ids(found?.people?.taken)).toEqual([people.busy]);
  expect(found?.people?.clients).toEqual([]);
  const midnight = (await cover({ at: `${tuesday}T00` })).found?.people;
  expect(midnight?.clients).toMatchObject([{ id: people.abroad, planned: false }]);
  const nine = (await cover({ at: `${monday}T09` })).found?.people;
  expect(nine?.clients).toMatchObject([{ id: people.early, planned: true }]);
  expect((await cover({ at: "2001-01-01T09" })).found?.people).toBeNull();
  const rights = rightsOf(() => "own");
  const elsewhere = accountActor("staff", { rights, centerIds: [(await make.center()).id] });
  const { found: theirs } = await cover({ at: `${monday}T10` }, elsewhere);
  expect(theirs?.center.id).not.toBe(centerId);
  expect(theirs?.people).toMatchObject({ free: [], taken: [], clients: [] });
});
