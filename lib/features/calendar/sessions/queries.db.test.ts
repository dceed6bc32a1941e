import { beforeAll, describe, expect, it } from "vitest";
import { pickColour } from "@/lib/features/clients/colours/commands";
import { db } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { findCalendarChoices, listCalendar } from "./queries";
import { calendarRange } from "./schema";

const WEEK = { from: new Date("2026-12-07T00:00:00Z"), to: new Date("2026-12-14T00:00:00Z") };
const ALL = { ...WEEK, zone: "UTC", columns: false, center: undefined, practitioner: undefined, service: undefined };
const staff = accountActor("staff");

async function planned(startsAt: string) {
  const practitioner = await make.practitioner();
  const client = await make.client({ practitionerId: practitioner.id });
  const ids = { clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId };
  const session = await make.session({ ...ids, startsAt: new Date(startsAt), status: "BOOKED" });
  const actor = accountActor("practitioner", { practitionerId: practitioner.id });
  return { practitioner, client, session, actor };
}

describe("whose sessions a calendar shows", () => {
  it("shows a practitioner their own and nobody else's, and staff both, within the days asked for", async () => {
    const [mine, theirs] = [await planned("2026-12-08T15:00:00Z"), await planned("2026-12-09T15:00:00Z")];
    await planned("2026-12-14T00:00:00Z");
    const idsFor = async (actor: typeof staff) => (await listCalendar(actor, ALL)).sessions.map(({ id }) => id);
    expect(await idsFor(mine.actor)).toEqual([mine.session.id]);
    expect(await idsFor(staff)).toEqual([mine.session.id, theirs.session.id]);
    expect(await idsFor(accountActor("practitioner"))).toEqual([]);
    expect((await findCalendarChoices(mine.actor)).practitioners.map(({ id }) => id)).toEqual([mine.practitioner.id]);
  });

  it("narrows by center, practitioner and service", async () => {
    const { client, practitioner, session } = await planned("2026-12-10T15:00:00Z");
    const service = await db.service.create({ data: { name: "Loan preparation" } });
    await db.session.update({ where: { id: session.id }, data: { serviceId: service.id } });
    for (const narrow of [{ center: client.centerId }, { practitioner: practitioner.id }, { service: service.id }])
      expect((await listCalendar(staff, { ...ALL, ...narrow })).sessions.map(({ id }) => id)).toEqual([session.id]);
  });

  it("S3-42 S3-43 a colour that somebody picked for a client is on their own calendar only", async () => {
    const { client, session } = await planned("2026-12-11T15:00:00Z");
    const account = await make.account();
    const picker = accountActor("staff", { accountId: account.id });
    await pickColour(picker, { clientId: client.id, colour: "violet" });
    const colourFor = async (actor: typeof staff) =>
      (await listCalendar(actor, ALL)).sessions.find(({ id }) => id === session.id)?.colour;
    expect([await colourFor(picker), await colourFor(staff)]).toEqual(["violet", null]);
  });

  it("leaves out what was cancelled and clients that were deleted", async () => {
    const { client, session } = await planned("2026-12-12T15:00:00Z");
    const isShown = async () => (await listCalendar(staff, ALL)).sessions.some(({ id }) => id === session.id);
    expect(await isShown()).toBe(true);
    await db.session.update({ where: { id: session.id }, data: { status: "CANCELLED" } });
    expect(await isShown()).toBe(false);
    await db.session.update({ where: { id: session.id }, data: { status: "BOOKED" } });
    await db.client.update({ where: { id: client.id }, data: { deletedAt: new Date() } });
    expect(await isShown()).toBe(false);
  });

  it("is asked for two months at most", () => {
    const range = (end: string) => calendarRange.safeParse({ first: "2026-12-01", end, zone: "Asia/Kathmandu" });
    expect([range("2027-01-15"), range("2027-03-01"), range("2026-11-01")].map(({ success }) => success)).toEqual([
      true,
      false,
      false,
    ]);
    expect(range("2026-12-02").data?.from).toEqual(new Date("2026-11-30T18:15:00Z"));
  });
});

describe("a week of forty practitioners", () => {
  const monday = new Date("2027-03-01T00:00:00Z");
  beforeAll(async () => {
    const client = await make.client();
    const people = await Promise.all(Array.from({ length: 40 }, () => make.practitioner()));
    // Fifty sessions for each, held, so that nobody minds the one client in all of them.
    await execute(sql`with made as (
        insert into sessions (status, starts_at, ends_at, time_zone, center_id, type)
        select 'HELD', t, t + interval '45 minutes', 'America/Chicago', ${client.centerId}::uuid, p.id::text
        from unnest(${people.map(({ id }) => id)}::uuid[]) p (id),
          lateral (select ${monday}::timestamptz + d * interval '1 day' + h * interval '1 hour' as t
            from generate_series(0, 4) d, generate_series(8, 17) h) slots
        returning id, type, starts_at),
      theirs as (insert into session_practitioners (session_id, practitioner_id) select id, type::uuid from made)
      insert into attendances (session_id, client_id, starts_at) select id, ${client.id}::uuid, starts_at from made`);
    await execute(sql`analyze sessions`).catch(() => 0);
  });

  it("comes in one answer, in far less than a second", async () => {
    const range = { ...ALL, from: monday, to: new Date("2027-03-08T00:00:00Z") };
    await listCalendar(staff, range);
    expect(await countingQueries(() => listCalendar(staff, range))).toBe(2);
    const began = performance.now();
    const { sessions, more } = await listCalendar(staff, range);
    const took = performance.now() - began;
    expect([sessions.length, more]).toEqual([2_000, false]);
    expect(took, "milliseconds").toBeLessThan(1_000);
  });
});
