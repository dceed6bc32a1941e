import { beforeEach, expect, it } from "vitest";
import { bookOwnSession } from "@/lib/features/scheduling/booking/commands";
import { moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { cancelSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import { joinLine, leaveLine } from "@/lib/features/scheduling/waiting/commands";
import { listLine, listWaitsOf } from "@/lib/features/scheduling/waiting/queries";
import { db } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { addDays, weekdayOf } from "@/lib/values/date";
import { addMinutes } from "@/lib/values/instant";
import { sql, sqlName } from "@/lib/values/sql";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { declineOffer, takeOffer } from "./commands";
import { offerSlotJob } from "./jobs";
import { listOwnOffers } from "./queries";

const ZONE = "America/Chicago";
let staff: ReturnType<typeof accountActor>;

const set = (waiting: "OFF" | "ONE_BY_ONE" | "FIRST_COME", more: Record<string, number | string> = {}) => {
  const value = { mode: "DIRECT", waiting, waitingMinutes: 60, ...more };
  return db.setting.upsert({ where: { key: "booking" }, create: { key: "booking", value }, update: { value } });
};

function tuesday(time: string) {
  let day = addDays(dayIn(ZONE, new Date()), 5);
  while (weekdayOf(day) !== 2) day = addDays(day, 1);
  return toInstant(day, time, ZONE);
}

/** A practitioner whose Tuesday at ten is booked, and people who would like to have it. */
async function practice() {
  const center = await make.center();
  await db.centerHours.createMany({
    data: [1, 2, 3, 4, 5].map((weekday) => ({ centerId: center.id, weekday, startMinute: 540, endMinute: 1020 })),
  });
  await db.center.update({ where: { id: center.id }, data: { hoursVersion: 1 } });
  const practitioner = await make.practitioner({ centerId: center.id });
  const startsAt = tuesday("10:00");
  const session = await make.session({
    ...{ practitionerId: practitioner.id, centerId: center.id, startsAt, status: "BOOKED" },
    clientId: (await make.client({ centerId: center.id, practitionerId: practitioner.id })).id,
  });
  const join = async (more: { waits?: boolean } = {}) => {
    const client = await make.client({ centerId: center.id, practitionerId: practitioner.id });
    const { id } = await make.contact();
    await make.relationship({ clientId: client.id, contactId: id, isOwner: true });
    const contact = contactActor(id, [{ clientId: client.id, centerId: center.id, isOwner: true }]);
    const wish = { clientId: client.id, practitionerId: null, serviceId: null, firstDay: null, lastDay: null };
    if (more.waits !== false) await joinLine(contact, wish);
    const offers = async () => (await listOwnOffers(contact)).map(({ id: offerId }) => offerId);
    return { client, contact, wish, offers };
  };
  return { center, practitioner, session, startsAt, join };
}

const free = (sessionId: string) => cancelSession(staff, { sessionId, reason: "Ill" });
/** What the worker does now: every offer that is promised. */
async function work() {
  for (const { id } of await db.freedSlot.findMany({ where: { closedAt: null } })) await offerSlotJob({ slotId: id });
}
const jobsOf = async (slotId: string) =>
  rows<{ runAt: Date }>(
    sql`select run_at as "runAt" from graphile_worker.jobs where key = ${`waiting.offer:${slotId}`}`,
  );
const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    (value) => value,
    (error: { code?: string }) => error.code ?? String(error),
  );
const statesOf = async (slotId: string) =>
  (await db.slotOffer.findMany({ where: { slotId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] })).map(
    ({ state }) => state,
  );
const theSlot = () => db.freedSlot.findFirstOrThrow({ orderBy: { id: "desc" } });
/** Lets the time to answer pass. */
const pass = () => execute(sql`update slot_offers set expires_at = now() - interval '1 minute' where state = 'OPEN'`);

beforeEach(async () => {
  for (const table of ["slot_offers", "freed_slots", "session_waits", "outbox_mails"])
    await execute(sql`delete from ${sqlName(table)}`);
  await set("ONE_BY_ONE");
  staff = accountActor("staff", { accountId: (await make.account()).id });
});

it("a time that gets free is offered to the first in the line by mail and in the portal, who takes it as any other", async () => {
  const { session, startsAt, join, practitioner } = await practice();
  const [first, second] = [await join(), await join()];
  await free(session.id);
  const slot = await theSlot();
  expect(await jobsOf(slot.id)).toHaveLength(1);
  await work();
  await work();
  expect(await second.offers()).toEqual([]);
  const [offer] = await listOwnOffers(first.contact);
  expect(offer).toMatchObject({ practitionerId: practitioner.id, startsAt, alone: true });
  expect(await db.outboxMail.count({ where: { source: { startsWith: "slot-offer:" } } })).toBe(1);
  const [job] = await jobsOf(slot.id);
  expect(job?.runAt).toEqual(offer?.expiresAt);
  expect((await listLine(staff)).rows.map(({ isOffered }) => isOffered)).toContain(true);
  expect(await takeOffer(first.contact, { offerId: offer?.id ?? "" })).toBe("BOOKED");
  expect(await statesOf(slot.id)).toEqual(["TAKEN"]);
  expect(await listWaitsOf(first.contact)).toEqual([]);
  expect(await listWaitsOf(second.contact)).toHaveLength(1);
  const kinds = await db.historyEntry.findMany({ where: { subjectId: first.client.id }, orderBy: { id: "asc" } });
  expect(kinds.map(({ kind }) => kind)).toEqual(["session.wait-joined", "session.slot-offered", "session.slot-taken"]);
  expect(await codeOf(takeOffer(first.contact, { offerId: offer?.id ?? "" }))).toBe("offer_answered");
});

it("whoever declines or does not answer in time is passed over, and nobody is asked twice", async () => {
  const { session, join } = await practice();
  const [first, second, third] = [await join(), await join(), await join()];
  await free(session.id);
  const slot = await theSlot();
  await work();
  await declineOffer(first.contact, { offerId: (await first.offers())[0] ?? "" });
  await work();
  const [late = ""] = await second.offers();
  await pass();
  expect(await codeOf(takeOffer(second.contact, { offerId: late }))).toBe("offer_over");
  await work();
  expect(await third.offers()).toHaveLength(1);
  expect(await statesOf(slot.id)).toEqual(["DECLINED", "EXPIRED", "OPEN"]);
  await pass();
  await work();
  expect(await db.freedSlot.findUnique({ where: { id: slot.id } })).toMatchObject({ closedAt: expect.any(Date) });
  expect(await listWaitsOf(first.contact)).toHaveLength(1);
});

it("of twenty clients who take the same free time at once one gets it, and the others are told so", async () => {
  await set("FIRST_COME");
  const { session, join, practitioner } = await practice();
  const people = [];
  for (let index = 0; index < 20; index++) people.push(await join());
  await free(session.id);
  await work();
  const offers = await Promise.all(people.map(({ offers: own }) => own()));
  expect(offers.flat()).toHaveLength(20);
  const answers = await Promise.all(
    people.map(({ contact }, place) => codeOf(takeOffer(contact, { offerId: offers[place]?.[0] ?? "" }))),
  );
  expect(answers.filter((answer) => answer === "BOOKED")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "offer_gone" || answer === "offer_over")).toHaveLength(19);
  const states = await statesOf((await theSlot()).id);
  expect(states.filter((state) => state === "TAKEN")).toHaveLength(1);
  expect(states.filter((state) => state === "WITHDRAWN")).toHaveLength(19);
  const held = { practitioners: { some: { practitionerId: practitioner.id } }, status: "BOOKED" as const };
  expect(await db.session.count({ where: held })).toBe(1);
  expect(await db.sessionWait.count({ where: { endedAt: null } })).toBe(19);
});

it("two workers who offer the same time at once ask one client, once", async () => {
  const { session, join } = await practice();
  await join();
  await join();
  await free(session.id);
  const { id: slotId } = await theSlot();
  await Promise.all(Array.from({ length: 8 }, () => offerSlotJob({ slotId })));
  expect(await statesOf(slotId)).toEqual(["OPEN"]);
  expect(await db.outboxMail.count()).toBe(1);
});

it("a time that staff gave to somebody else meanwhile is refused plainly, and the offer is withdrawn", async () => {
  const { session, join, startsAt, practitioner } = await practice();
  const [first, other] = [await join(), await join({ waits: false })];
  await free(session.id);
  await work();
  const [offerId = ""] = await first.offers();
  await bookOwnSession(other.contact, {
    ...{ clientId: other.client.id, serviceId: null, about: null, startsAt },
    practitionerId: practitioner.id,
  });
  expect(await first.offers()).toEqual([]);
  expect(await codeOf(takeOffer(first.contact, { offerId }))).toBe("offer_gone");
  const slot = await theSlot();
  expect(await statesOf(slot.id)).toEqual(["WITHDRAWN"]);
  await work();
  expect((await theSlot()).closedAt).not.toBeNull();
  expect(await listWaitsOf(first.contact)).toHaveLength(1);
});

it("nobody is asked whom the time does not suit: other hours, other days, a session then, no booking, no mail", async () => {
  const { session, join, startsAt, center, practitioner } = await practice();
  const [away, later, busy, closed, silent, fits] = [
    await join(),
    await join({ waits: false }),
    await join(),
    await join(),
    await join(),
    await join(),
  ];
  await db.availabilitySchedule.create({
    data: {
      ...{ clientId: away.client.id, timeZone: ZONE },
      intervals: { create: { weekday: 2, startMinute: 840, endMinute: 960 } },
    },
  });
  const wednesday = addDays(dayIn(ZONE, startsAt), 1);
  await joinLine(later.contact, { ...later.wish, firstDay: wednesday });
  const elsewhere = await make.practitioner({ centerId: center.id });
  const then = { startsAt: addMinutes(startsAt, 30), status: "BOOKED" as const, practitionerId: elsewhere.id };
  await make.session({ clientId: busy.client.id, centerId: center.id, ...then });
  await db.client.update({ where: { id: closed.client.id }, data: { portalBooking: "OFF" } });
  await db.contact.update({ where: { id: silent.contact.contactId }, data: { doNotMail: true } });
  await moveSession(staff, {
    ...{ sessionId: session.id, date: dayIn(ZONE, startsAt), start: "15:00", minutes: 60 },
  });
  await work();
  expect(await fits.offers()).toHaveLength(1);
  expect(await db.slotOffer.count()).toBe(1);
  expect(practitioner.id).toBe((await theSlot()).practitionerId);
});

it("nothing is offered that is too soon, while it is switched off, or to whoever gave the time up", async () => {
  const { session, join, center, practitioner } = await practice();
  const own = await join();
  await set("OFF");
  await free(session.id);
  expect(await db.freedSlot.count()).toBe(0);
  await set("ONE_BY_ONE");
  const soon = { startsAt: addMinutes(new Date(), 300), status: "BOOKED" as const };
  const ids = { centerId: center.id, practitionerId: practitioner.id, clientId: own.client.id };
  await free((await make.session({ ...ids, ...soon })).id);
  expect(await db.freedSlot.count()).toBe(0);
  await free((await make.session({ ...ids, startsAt: tuesday("14:00"), status: "BOOKED" })).id);
  expect(await db.freedSlot.count()).toBe(1);
  await work();
  expect(await own.offers()).toEqual([]);
});

it("a client waits once for the same, for their own practitioners only, and leaves the line", async () => {
  const { session, join } = await practice();
  const [first, second] = [await join(), await join()];
  expect(await codeOf(joinLine(first.contact, first.wish))).toBe("waits_already");
  const twice = { ...second.wish, practitionerId: (await theirs(second.client.id)) ?? null };
  const answers = await Promise.all(Array.from({ length: 6 }, () => codeOf(joinLine(second.contact, twice))));
  expect(answers.filter((answer) => answer === "waits_already")).toHaveLength(5);
  const stranger = await make.practitioner();
  expect(await codeOf(joinLine(staff, { ...first.wish, practitionerId: stranger.id }))).toBe("unknown_practitioner");
  expect(await codeOf(joinLine(first.contact, second.wish))).toBe("not_found");
  expect(await codeOf(joinLine(first.contact, { ...first.wish, lastDay: "2020-01-01" }))).toBe("days_over");
  const [wait] = await listWaitsOf(first.contact);
  expect(await codeOf(leaveLine(second.contact, { waitId: wait?.id ?? "" }))).toBe("not_found");
  await free(session.id);
  await work();
  const [offerId = ""] = await first.offers();
  expect(await codeOf(declineOffer(second.contact, { offerId }))).toBe("not_found");
  await leaveLine(staff, { waitId: wait?.id ?? "" });
  expect(await codeOf(takeOffer(first.contact, { offerId }))).toBe("offer_gone");
  await work();
  expect(await second.offers()).toHaveLength(1);
  await joinLine(staff, first.wish);
  expect(await listWaitsOf(first.contact)).toHaveLength(1);
});

const theirs = async (clientId: string) =>
  (await db.client.findUniqueOrThrow({ where: { id: clientId } })).practitionerId;
