import { beforeAll, expect, it } from "vitest";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addDays, startOfWeek } from "@/lib/values/date";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { findPairing, listWaitingClients } from "./queries";

const staff = accountActor("staff");
const zone = "America/Chicago";
const week = addDays(startOfWeek(dayIn(zone, now())), 14);
const monday = addDays(week, 1);
let centerId: string;

beforeAll(async () => {
  centerId = (await make.center()).id;
});

async function hours(owner: { clientId: string } | { practitionerId: string }, startMinute: number, endMinute: number) {
  const intervals = { create: [{ weekday: 1, startMinute, endMinute }] };
  await db.availabilitySchedule.create({ data: { ...owner, timeZone: zone, intervals }, select: { id: true } });
}

it("S3-37 puts who has time, gives the service, speaks the language and works at the center first, and says why not", async () => {
  const client = await make.client({ centerId, language: "pl" });
  await hours({ clientId: client.id }, 540, 780);
  const service = await db.service.create({ data: { name: `Loans ${client.number}` } });
  const [expert, speaker, neighbour, early, away] = [
    await make.practitioner({ services: { create: { serviceId: service.id } } }),
    await make.practitioner({ languages: ["pl"] }),
    await make.practitioner({ centerId }),
    await make.practitioner({ centerId }),
    await make.practitioner({ centerId, languages: ["en", "pl"], skills: [service.name] }),
  ];
  for (const { id } of [expert, speaker, neighbour]) await hours({ practitionerId: id }, 600, 720);
  await hours({ practitionerId: early.id }, 540, 780);
  await hours({ practitionerId: away.id }, 840, 900);
  const search = {
    client: client.id,
    service: service.id,
    week,
    on: monday,
    at: "09:00",
    minutes: undefined,
    all: "1" as const,
  };
  const found = await findPairing(staff, { ...search, page: undefined });
  expect(found?.client.languageName).toBe("Polish");
  const own = [expert, speaker, neighbour, early, away].map(({ id }) => id);
  const pairs = found?.pairs.filter(({ id }) => own.includes(id)) ?? [];
  expect(pairs.map(({ id }) => id)).toEqual([expert.id, speaker.id, early.id, neighbour.id, away.id]);
  expect(pairs.map(({ minutes }) => minutes)).toEqual([120, 120, 240, 120, 0]);
  expect(pairs[0]?.blocks).toEqual([{ day: 1, from: 600, to: 720 }]);
  expect(pairs[0]?.offers).toEqual([{ date: monday, startsAt: toInstant(monday, "10:00", zone) }]);
  const reasonsOf = (id: string) => found?.slot?.answers.find((one) => one.practitionerId === id)?.reasons;
  expect(reasonsOf(early.id)).toEqual([]);
  expect(reasonsOf(expert.id)).toEqual(["practitioner_not_available"]);
  expect(await countingQueries(() => findPairing(staff, { ...search, page: undefined }))).toBeLessThanOrEqual(8);
});

it("S3-37 lists the clients without a next session page by page, with one question each", async () => {
  const practitioner = await make.practitioner({ centerId });
  const waiting: string[] = [];
  for (let one = 0; one < 52; one += 1) waiting.unshift((await make.client({ centerId })).id);
  const planned = await make.client({ centerId });
  const startsAt = toInstant(monday, "09:00", zone);
  const who = { clientId: planned.id, practitionerId: practitioner.id, centerId };
  await make.session({ ...who, startsAt, status: "BOOKED" });
  const first = await listWaitingClients(staff);
  expect(first.rows.map(({ id }) => id)).toEqual(waiting.slice(0, 50));
  const second = await listWaitingClients(staff, first.next ?? "");
  expect(second.rows.slice(0, 2).map(({ id }) => id)).toEqual(waiting.slice(50));
  expect((await listWaitingClients(staff, second.previous ?? "")).rows).toEqual(first.rows);
  expect(await countingQueries(() => listWaitingClients(staff))).toBe(1);
});

it("pairs nobody with a client who is not for these eyes", async () => {
  const [client, practitioner] = [await make.client({ centerId }), await make.practitioner({ centerId })];
  const stranger = accountActor("practitioner", { practitionerId: practitioner.id });
  const blank = {
    service: undefined,
    week: undefined,
    minutes: undefined,
    on: undefined,
    at: undefined,
    all: undefined,
  };
  expect(await findPairing(stranger, { ...blank, client: client.id, page: undefined })).toBeNull();
});
