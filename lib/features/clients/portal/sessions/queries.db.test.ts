import { expect, it } from "vitest";
import type { ContactActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { findServiceTotals, listServiceHistory, listSessionsAhead } from "./queries";

type Status = "REQUESTED" | "BOOKED" | "HELD" | "CANCELLED";
type Adding = { status: Status; type?: string; shared?: string; minutes?: number };

async function world() {
  const [client, other] = [await make.client(), await make.client()];
  const practitioner = await make.practitioner({ firstName: "Paula", lastName: "Price" });
  const add = async (days: number, { status, type, shared, minutes }: Adding, clientId = client.id) => {
    const made = await make.session({
      ...{ clientId, centerId: client.centerId, practitionerId: practitioner.id, type, minutes },
      startsAt: new Date(Date.now() + days * 86_400_000),
      notes: "CANARY practitioners",
    });
    const data = { status, staffNotes: "CANARY staff", cancelledReason: "CANARY reason", sharedNotes: shared ?? null };
    await db.session.update({ where: { id: made.id }, data });
    return made;
  };
  const { id: contactId } = await make.contact();
  const owner = contactActor(contactId, [{ clientId: client.id, isPrimary: true }]);
  return { client, other, add, owner, contactId };
}

const typesOf = (found: { type: string }[]) => found.map(({ type }) => type);

it("S3-21 shows what is ahead, cancelled sessions among it, with nothing but what was shared", async () => {
  const { other, add, owner, client, contactId } = await world();
  await add(3, { status: "BOOKED", type: "Online", shared: "Bring the lease." });
  await add(5, { status: "CANCELLED", type: "Telephone" });
  await add(1, { status: "REQUESTED", type: "Face-to-face" });
  await add(2, { status: "BOOKED", type: "Prepare Only" });
  await add(7, { status: "BOOKED" }, other.id);
  await add(-2, { status: "BOOKED" });
  const ahead = await listSessionsAhead(owner, { most: 50 });
  expect(typesOf(ahead)).toEqual(["Face-to-face", "Online", "Telephone"]);
  expect(ahead.map(({ status }) => status)).toEqual(["REQUESTED", "BOOKED", "CANCELLED"]);
  expect(ahead[1]).toMatchObject({ sharedNotes: "Bring the lease.", practitioners: ["Paula Price"] });
  expect(JSON.stringify(ahead)).not.toContain("CANARY");
  const belongsOnly = contactActor(contactId, [{ clientId: client.id }]);
  expect(await listSessionsAhead(belongsOnly, { most: 50 })).toEqual([]);
  const guardian = contactActor(contactId, [{ clientId: client.id, isGuardian: true }]);
  expect(await listSessionsAhead(guardian, { most: 50 })).toHaveLength(3);
});

it("S3-22 shows a session as it takes place until it ends, on the client's own clock, too", async () => {
  const { add, owner, client } = await world();
  const { id } = await add(-0.01, { status: "BOOKED" });
  await db.availabilitySchedule.create({ data: { clientId: client.id, timeZone: "Asia/Kathmandu" } });
  expect(await listSessionsAhead(owner, { most: 50 })).toMatchObject([
    { timeZone: "America/Chicago", ownTimeZone: "Asia/Kathmandu" },
  ]);
  expect((await listServiceHistory(owner, {})).rows).toEqual([]);
  await db.session.update({ where: { id }, data: { status: "HELD" } });
  expect(await listSessionsAhead(owner, { most: 50 })).toEqual([]);
  expect((await listServiceHistory(owner, {})).rows).toHaveLength(1);
});

async function allPages(owner: ContactActor) {
  const seen: string[] = [];
  let page: string | undefined;
  do {
    const { rows, next } = await listServiceHistory(owner, { page });
    seen.push(...rows.map(({ id }) => id));
    page = next ?? undefined;
  } while (page);
  return seen;
}

it("S3-22 goes through the history page by page, newest first, and counts what was held", async () => {
  const { add, owner, other } = await world();
  for (let day = 1; day <= 23; day += 1) await add(-day, { status: "HELD", minutes: 30 });
  const missed = await add(-30, { status: "HELD", minutes: 45 });
  await db.attendance.updateMany({ where: { sessionId: missed.id }, data: { noShow: true } });
  await add(-31, { status: "CANCELLED" });
  await add(-4, { status: "HELD" }, other.id);
  await add(-4, { status: "HELD", type: "Update Only" });
  const seen = await allPages(owner);
  expect(seen).toHaveLength(25);
  expect(new Set(seen).size).toBe(25);
  const first = await listServiceHistory(owner, {});
  const second = await listServiceHistory(owner, { page: first.next ?? "" });
  expect(second.rows.slice(-2).map(({ status }) => status)).toEqual(["NO_SHOW", "CANCELLED"]);
  const back = await listServiceHistory(owner, { page: second.previous ?? "" });
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  expect(await findServiceTotals(owner)).toMatchObject({
    sessions: 23,
    minutes: 690,
    ownBooking: false,
    offers: 0,
    isWaiting: false,
  });
  expect(JSON.stringify([first, second])).not.toContain("CANARY");
});
