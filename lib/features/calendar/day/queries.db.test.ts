import { expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { findAroundDay, listLastTimes, listOwnDay } from "./queries";

const DAY = { date: "2026-03-10", zone: "America/Chicago" };

async function work() {
  const practitioner = await make.practitioner();
  const client = await make.client({ practitionerId: practitioner.id });
  const ids = { clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId };
  const at = (startsAt: string, status: "BOOKED" | "HELD" = "BOOKED") =>
    make.session({ ...ids, startsAt: new Date(startsAt), status });
  return { practitioner, client, at, actor: accountActor("practitioner", { practitionerId: practitioner.id }) };
}

it("shows practitioners their own day in their own zone, cancelled sessions left out, and nobody else's", async () => {
  const [own, other] = [await work(), await work()];
  const evening = await own.at("2026-03-11T04:00:00Z");
  const morning = await own.at("2026-03-10T14:00:00Z");
  const cancelled = await own.at("2026-03-10T05:00:00Z");
  await db.session.update({ where: { id: cancelled.id }, data: { status: "CANCELLED" } });
  await own.at("2026-03-11T05:00:00Z");
  await other.at("2026-03-10T14:00:00Z");
  const day = await listOwnDay(own.actor, DAY);
  expect(day.map(({ id }) => id)).toEqual([morning.id, evening.id]);
  expect(day[0]?.parts.map(({ name }) => name)).toEqual([own.client.name]);
  expect(await listOwnDay(accountActor("staff"), DAY)).toEqual([]);
});

it("tells what waits to be marked from days before and when the next session is", async () => {
  const { at, actor } = await work();
  await at("2026-03-04T14:00:00Z");
  await at("2026-03-05T14:00:00Z", "HELD");
  const next = await at("2026-03-17T14:00:00Z");
  const around = await findAroundDay(actor, DAY);
  expect(around).toEqual({ unmarked: 1, unmarkedSince: new Date("2026-03-04T14:00:00Z"), nextAt: next.startsAt });
});

it("S3-40 says what was noted the last time for the team and the client, never what is for staff only", async () => {
  const { at, actor } = await work();
  const last = await at("2026-02-10T14:00:00Z", "HELD");
  const notes = { notes: "Bring the lease.", sharedNotes: "Read page 4.", staffNotes: "Owes money." };
  await db.session.update({ where: { id: last.id }, data: notes });
  await at("2026-03-10T14:00:00Z");
  const [session] = await listOwnDay(actor, DAY);
  const told = session ? await listLastTimes(actor, session) : [];
  expect(told).toMatchObject([{ sessionId: last.id, notes: "Bring the lease.", sharedNotes: "Read page 4." }]);
  expect(JSON.stringify(told)).not.toContain("Owes money");
});

it("asks three questions for a day, however full it is", async () => {
  const { at, actor } = await work();
  for (const hour of ["13", "14", "15", "16", "17"]) await at(`2026-03-10T${hour}:00:00Z`);
  const queries = await countingQueries(async () => {
    const [session] = await listOwnDay(actor, DAY);
    await findAroundDay(actor, DAY);
    if (session) await listLastTimes(actor, session);
  });
  expect(queries).toBe(3);
});
