import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { listClosed } from "./queries";
import type { ClosedTime } from "./schema";

const ZONE = "America/Chicago";
/** A Monday to Sunday in summer: midnight is 05:00 UTC. */
const WEEK = { from: new Date("2031-06-02T05:00:00Z"), to: new Date("2031-06-09T05:00:00Z"), zone: ZONE };
const staff = accountActor("staff");
const range = (more: { practitioner?: string; center?: string; columns?: boolean } = {}) => ({
  ...WEEK,
  ...{ service: undefined, center: undefined, practitioner: undefined, columns: false, ...more },
});
const day = (date: string) => new Date(`${date}T00:00:00Z`);
const lines = (closed: readonly ClosedTime[], kind: ClosedTime["kind"]) =>
  closed.filter((one) => one.kind === kind).map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`);

/** Works Mondays from 9 to 5, is away on Tuesday afternoon for a reason, and keeps a holiday of the center on Friday. */
async function practice() {
  const center = await make.center();
  const practitioner = await make.practitioner({ centerId: center.id });
  await db.availabilitySchedule.create({
    data: {
      ...{ practitionerId: practitioner.id, timeZone: ZONE },
      intervals: { create: [1, 2].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 })) },
    },
  });
  const tuesday = { firstDay: day("2031-06-03"), lastDay: day("2031-06-03"), timeZone: ZONE };
  const away = { ...tuesday, startMinute: 780, endMinute: 1020, reason: "Surgery" };
  await db.timeOff.create({ data: { ...away, practitionerId: practitioner.id } });
  const friday = { firstDay: day("2031-06-06"), lastDay: day("2031-06-06") };
  await db.centerHoliday.create({ data: { ...friday, centerId: center.id, name: "Founders' Day" } });
  return { center, practitioner };
}

it("shades what lies outside somebody's hours, their time off without its reason, and holidays by name", async () => {
  const { practitioner } = await practice();
  const closed = await listClosed(staff, range({ practitioner: practitioner.id }));
  expect(lines(closed, "hours")).toEqual([
    "2031-06-02T05:00:00.000Z 2031-06-02T14:00:00.000Z",
    "2031-06-02T22:00:00.000Z 2031-06-03T14:00:00.000Z",
    "2031-06-03T22:00:00.000Z 2031-06-06T05:00:00.000Z",
    "2031-06-07T05:00:00.000Z 2031-06-09T05:00:00.000Z",
  ]);
  expect(lines(closed, "off")).toEqual(["2031-06-03T18:00:00.000Z 2031-06-03T22:00:00.000Z"]);
  expect(closed.filter(({ kind }) => kind === "holiday")).toMatchObject([
    { name: "Founders' Day", startsAt: "2031-06-06T05:00:00.000Z", practitionerId: practitioner.id },
  ]);
  expect(JSON.stringify(closed)).not.toContain("Surgery");
});

it("shows a practitioner their own whatever they ask for, and staff of many only what holds for all", async () => {
  const [{ practitioner, center }, other] = [await practice(), await practice()];
  const own = accountActor("practitioner", { practitionerId: practitioner.id });
  const asked = await listClosed(own, range({ practitioner: other.practitioner.id, columns: true }));
  expect(new Set(asked.map(({ practitionerId }) => practitionerId))).toEqual(new Set([practitioner.id]));
  const many = await listClosed(staff, range({ center: center.id }));
  expect(many).toMatchObject([{ kind: "holiday", name: "Founders' Day", practitionerId: null }]);
  expect(await listClosed(accountActor("practitioner"), range({ columns: true }))).toEqual([]);
});

it("gives every column times of its own in two questions, however many there are", async () => {
  const { center, practitioner } = await practice();
  for (let place = 0; place < 5; place += 1) await make.practitioner({ centerId: center.id });
  const columns = range({ center: center.id, columns: true });
  expect(await countingQueries(() => listClosed(staff, columns))).toBe(2);
  const closed = await listClosed(staff, columns);
  expect(new Set(closed.filter(({ kind }) => kind === "holiday").map((one) => one.practitionerId)).size).toBe(6);
  expect(new Set(closed.filter(({ kind }) => kind === "off").map((one) => one.practitionerId))).toEqual(
    new Set([practitioner.id]),
  );
});
