import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { explainSlot, findFreeTimes } from "./queries";

const staff = accountActor("staff");
const now = new Date("2031-05-01T00:00:00Z");
const limits = { bufferMinutes: 0, noticeMinutes: 0, horizonDays: 365, mostPerDay: null };
/** Monday, nine to five in Chicago. */
const monday = { start: new Date("2031-05-05T14:00:00Z"), end: new Date("2031-05-05T22:00:00Z") };
const at = (hour: string) => ({
  start: new Date(`2031-05-05T${hour}:00Z`),
  end: addMinutes(new Date(`2031-05-05T${hour}:00Z`), 60),
});
let centerId: string;

beforeAll(async () => {
  centerId = (await make.center()).id;
});

async function week(owner: { clientId: string } | { practitionerId: string }, hours: [number, number, number][]) {
  const intervals = { create: hours.map(([weekday, startMinute, endMinute]) => ({ weekday, startMinute, endMinute })) };
  await db.availabilitySchedule.create({
    data: { ...owner, timeZone: "America/Chicago", intervals },
    select: { id: true },
  });
}

it("S3-37 offers when client and practitioner both can, without what is taken, and names the rule for every other time", async () => {
  const [client, practitioner] = [await make.client({ centerId }), await make.practitioner({ centerId })];
  await week({ clientId: client.id }, [[1, 540, 780]]);
  await week({ practitionerId: practitioner.id }, [[1, 600, 1020]]);
  await make.session({
    clientId: client.id,
    practitionerId: practitioner.id,
    centerId,
    startsAt: at("16:00").start,
    status: "BOOKED",
  });
  const people = { clientIds: [client.id], practitionerIds: [practitioner.id] };
  const [found] = await findFreeTimes(staff, people, { range: monday, minutes: 60, limits, now });
  expect(found?.free).toEqual([at("15:00"), at("17:00")]);
  const why = async (hour: string) =>
    (await explainSlot(staff, people, { range: at(hour), minutes: 60, limits, now }))[0]?.reasons.map(
      ({ reason }) => reason,
    );
  expect(await why("15:00")).toEqual([]);
  expect(await why("14:00")).toEqual(["practitioner_not_available"]);
  expect(await why("16:30")).toEqual(["client_taken", "practitioner_taken"]);
  expect(await why("19:00")).toEqual(["client_not_available"]);
});

it("asks the database twice for one client and 50 practitioners over 8 weeks", async () => {
  const client = await make.client({ centerId });
  await week(
    { clientId: client.id },
    [1, 2, 3, 4, 5].map((day) => [day, 540, 1020]),
  );
  const practitionerIds: string[] = [];
  for (let one = 0; one < 50; one += 1) {
    const { id } = await make.practitioner({ centerId });
    await week(
      { practitionerId: id },
      [1, 2, 3, 4, 5].map((day) => [day, 480, 960]),
    );
    practitionerIds.push(id);
  }
  await execute(
    sql`insert into center_holidays (name, first_day, last_day) values ('Day off', '2031-05-30', '2031-05-30')`,
  );
  const range = { start: now, end: addMinutes(now, 8 * 7 * 1440) };
  const search = () =>
    findFreeTimes(staff, { clientIds: [client.id], practitionerIds }, { range, minutes: 60, limits, now });
  expect(await countingQueries(search)).toBe(2);
  const found = await search();
  expect(found).toHaveLength(50);
  expect(found[0]?.free).toHaveLength(39);
});

it("offers nothing for a client who is not for these eyes", async () => {
  const [client, practitioner] = [await make.client({ centerId }), await make.practitioner({ centerId })];
  const stranger = accountActor("practitioner", { practitionerId: practitioner.id });
  const people = { clientIds: [client.id], practitionerIds: [practitioner.id] };
  expect(await findFreeTimes(stranger, people, { range: monday, minutes: 60, limits, now })).toEqual([]);
});
