import { beforeEach, expect, it } from "vitest";
import { findInbox } from "@/lib/features/inbox/queries";
import { cancelSession, confirmSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import type { ContactActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { addDays, weekdayOf } from "@/lib/values/date";
import { addMinutes, minutesBetween } from "@/lib/values/instant";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { allowBooking } from "./allowing/commands";
import { bookOwnSession, cancelOwnSession, moveOwnSession } from "./commands";
import { findBooking, listBookable } from "./queries";

const ZONE = "America/Chicago";
type Terms = { mode: "OFF" | "REQUEST" | "DIRECT"; practitionerDaily?: number; bufferMinutes?: number };

const set = (value: Terms) =>
  db.setting.upsert({ where: { key: "booking" }, create: { key: "booking", value }, update: { value } });

/** A Tuesday some days ahead, at an hour of the center. */
function tuesday(time: string) {
  let day = addDays(dayIn(ZONE, new Date()), 5);
  while (weekdayOf(day) !== 2) day = addDays(day, 1);
  return toInstant(day, time, ZONE);
}

async function practice() {
  const center = await make.center();
  await db.centerHours.createMany({
    data: [1, 2, 3, 4, 5].map((weekday) => ({ centerId: center.id, weekday, startMinute: 540, endMinute: 1020 })),
  });
  await db.center.update({ where: { id: center.id }, data: { hoursVersion: 1 } });
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ centerId: center.id, accountId: account.id });
  const join = async () => {
    const client = await make.client({ centerId: center.id, practitionerId: practitioner.id });
    const { id } = await make.contact();
    return { client, contact: contactActor(id, [{ clientId: client.id, centerId: center.id, isOwner: true }]) };
  };
  const first = await join();
  const ids = { clientId: first.client.id, practitionerId: practitioner.id };
  const wish = (startsAt: Date | null, more: Partial<typeof ids> = {}) => ({
    ...{ ...ids, ...more, serviceId: null, about: null, startsAt },
  });
  return { ...first, center, practitioner, account, join, wish };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    (answer) => answer,
    (error: { code?: string }) => error.code ?? String(error),
  );
const partOf = async (contact: ContactActor) =>
  (await db.attendance.findFirstOrThrow({ where: { clientId: contact.clients[0]?.clientId ?? "" } })).id;

beforeEach(async () => {
  await set({ mode: "DIRECT" });
});

it("a client books a free time of their own practitioner at once, or asks for it, as the organization set it", async () => {
  const { contact, wish, practitioner, account, client } = await practice();
  expect(await bookOwnSession(contact, wish(tuesday("10:00")))).toBe("BOOKED");
  const { tellAt } = await db.session.findFirstOrThrow({ where: { attendances: { some: { clientId: client.id } } } });
  expect(tellAt).not.toBeNull();
  await set({ mode: "REQUEST" });
  const other = addMinutes(tuesday("10:00"), 1_440);
  expect(await bookOwnSession(contact, wish(other))).toBe("REQUESTED");
  const asked = await db.session.findFirstOrThrow({ where: { startsAt: other, status: "REQUESTED" } });
  const paula = accountActor("practitioner", { accountId: account.id, practitionerId: practitioner.id });
  expect((await findInbox(paula)).rows).toMatchObject([
    { kind: "booking", subjectId: asked.id, subjectName: client.name },
  ]);
  await confirmSession(paula, { sessionId: asked.id });
  expect((await findInbox(paula)).rows).toEqual([]);
});

it("BK-01 of twenty clients who want the same time one gets it, and the others keep nothing of it", async () => {
  const { join, wish, practitioner } = await practice();
  const people = await Promise.all(Array.from({ length: 20 }, join));
  const at = tuesday("11:00");
  const answers = await Promise.all(
    people.map(({ contact, client }) => codeOf(bookOwnSession(contact, wish(at, { clientId: client.id })))),
  );
  expect(answers.filter((answer) => answer === "BOOKED")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "slot_gone")).toHaveLength(19);
  expect(await db.sessionPractitioner.count({ where: { practitionerId: practitioner.id } })).toBe(1);
});

it("offers only what the hours, the notice, the buffer and the limits of a day leave", async () => {
  const { contact, join, wish } = await practice();
  const at = tuesday("13:00");
  await bookOwnSession(contact, wish(at));
  await set({ mode: "DIRECT", bufferMinutes: 30 });
  const { contact: second, client } = await join();
  const try_ = (startsAt: Date) => codeOf(bookOwnSession(second, wish(startsAt, { clientId: client.id })));
  expect(await try_(addMinutes(at, 60))).toBe("slot_gone");
  expect(await try_(tuesday("17:00"))).toBe("slot_gone");
  expect(await try_(tuesday("08:00"))).toBe("slot_gone");
  expect(await try_(addMinutes(new Date(), 120))).toBe("slot_gone");
  await set({ mode: "DIRECT", practitionerDaily: 1 });
  expect(await try_(tuesday("15:00"))).toBe("slot_gone");
  await set({ mode: "OFF" });
  expect(await try_(tuesday("15:00"))).toBe("booking_off");
  await set({ mode: "DIRECT" });
  expect(await try_(tuesday("15:00"))).toBe("BOOKED");
  // One a day for each client.
  expect(await try_(tuesday("09:00"))).toBe("slot_gone");
});

it("AZ-04 nobody books for others, with practitioners who do not work with them, or changes what is not theirs", async () => {
  const [one, other] = [await practice(), await practice()];
  const at = tuesday("10:00");
  const foreign = { clientId: other.client.id };
  expect(await codeOf(bookOwnSession(one.contact, one.wish(at, foreign)))).toBe("not_found");
  expect(await codeOf(bookOwnSession(one.contact, one.wish(at, { practitionerId: other.practitioner.id })))).toBe(
    "not_found",
  );
  const { id } = await make.contact();
  const belongsOnly = contactActor(id, [{ clientId: one.client.id }]);
  expect(await codeOf(bookOwnSession(belongsOnly, one.wish(at)))).toBe("not_found");
  expect(await listBookable(belongsOnly)).toEqual([]);
  await bookOwnSession(other.contact, other.wish(at));
  const attendanceId = await partOf(other.contact);
  expect(await codeOf(cancelOwnSession(one.contact, { attendanceId, reason: null }))).toBe("not_found");
  expect(await codeOf(moveOwnSession(one.contact, { attendanceId, startsAt: at }))).toBe("not_found");
});

it("a client moves and cancels in time, and calls when it is too late", async () => {
  const { contact, wish, client } = await practice();
  await bookOwnSession(contact, wish(tuesday("10:00")));
  const attendanceId = await partOf(contact);
  const shown = await findBooking(contact, {
    client: undefined,
    practitioner: undefined,
    service: undefined,
    from: undefined,
    move: attendanceId,
  });
  expect(shown.moving?.attendanceId).toBe(attendanceId);
  // Half an hour later overlaps only with the session itself.
  await moveOwnSession(contact, { attendanceId, startsAt: tuesday("10:30") });
  await moveOwnSession(contact, { attendanceId, startsAt: tuesday("14:00") });
  const session = await db.session.findFirstOrThrow({ where: { attendances: { some: { clientId: client.id } } } });
  expect(session).toMatchObject({ startsAt: tuesday("14:00"), status: "BOOKED" });
  await db.session.update({
    where: { id: session.id },
    data: { startsAt: addMinutes(new Date(), 120), endsAt: addMinutes(new Date(), 180) },
  });
  expect(await codeOf(cancelOwnSession(contact, { attendanceId, reason: null }))).toBe("late_change");
  await db.session.update({
    where: { id: session.id },
    data: { startsAt: tuesday("14:00"), endsAt: tuesday("15:00") },
  });
  await cancelOwnSession(contact, { attendanceId, reason: "Ill" });
  const { status, cancelledReason } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  expect([status, cancelledReason]).toEqual(["CANCELLED", "Cancelled by the client in the portal: Ill"]);
  expect(await codeOf(cancelSession(accountActor("staff"), { sessionId: session.id, reason: "x" }))).toBe(
    "session_over",
  );
});

it("what staff confirmed is not moved without their yes, and a group is left only by calling", async () => {
  const { contact, wish, client, center } = await practice();
  await set({ mode: "REQUEST" });
  await bookOwnSession(contact, wish(tuesday("10:00")));
  const attendanceId = await partOf(contact);
  await moveOwnSession(contact, { attendanceId, startsAt: tuesday("12:00") });
  const { sessionId } = await db.attendance.findUniqueOrThrow({ where: { id: attendanceId } });
  await confirmSession(accountActor("staff"), { sessionId });
  expect(await codeOf(moveOwnSession(contact, { attendanceId, startsAt: tuesday("15:00") }))).toBe("late_change");
  const other = await make.client({ centerId: center.id });
  await db.attendance.create({ data: { sessionId, clientId: other.id, startsAt: tuesday("12:00") } });
  expect(await codeOf(cancelOwnSession(contact, { attendanceId, reason: null }))).toBe("late_change");
  expect(client.id).not.toBe(other.id);
});

it("BK-01 the limit of a day and the buffer hold for many requests at once, and for many moves at once", async () => {
  await set({ mode: "DIRECT", bufferMinutes: 30, practitionerDaily: 3 });
  const { join, wish, contact, client, practitioner } = await practice();
  const hours = Array.from({ length: 14 }, (_, half) => addMinutes(tuesday("09:00"), half * 30));
  const own = await Promise.all(hours.map((at) => codeOf(bookOwnSession(contact, wish(at)))));
  expect(own.filter((answer) => answer === "BOOKED")).toHaveLength(1);
  const others = await Promise.all(hours.map(join));
  const book = (place: number, at: Date) => {
    const who = others[place];
    return who ? codeOf(bookOwnSession(who.contact, wish(at, { clientId: who.client.id }))) : null;
  };
  const nextDay = (at: Date, days: number) => addMinutes(at, days * 1_440);
  await Promise.all(hours.map((at, place) => book(place, at)));
  await Promise.all(hours.map((at, place) => book(place, nextDay(at, 1))));
  // Everybody who has one moves to the same third day at once, where three fit.
  const parts = await db.attendance.findMany({
    where: { session: { practitioners: { some: { practitionerId: practitioner.id } } } },
  });
  const people = [{ client, contact }, ...others];
  const moves = parts.map(({ id, clientId }, place) => {
    const who = people.find((one) => one.client.id === clientId)?.contact ?? contact;
    return codeOf(moveOwnSession(who, { attendanceId: id, startsAt: nextDay(hours[place] ?? new Date(), 2) }));
  });
  await Promise.all(moves);
  const booked = await db.session.findMany({
    where: { practitioners: { some: { practitionerId: practitioner.id } } },
    orderBy: { startsAt: "asc" },
  });
  expect(booked).toHaveLength(parts.length);
  const daysOfAll = booked.map(({ startsAt }) => dayIn(ZONE, startsAt));
  for (const day of new Set(daysOfAll)) expect(daysOfAll.filter((one) => one === day).length).toBeLessThanOrEqual(3);
  for (const [place, { startsAt }] of booked.slice(1).entries())
    expect(minutesBetween(booked[place]?.endsAt ?? startsAt, startsAt)).toBeGreaterThanOrEqual(30);
  expect(daysOfAll).toContain(dayIn(ZONE, nextDay(tuesday("09:00"), 2)));
});

it("a session that is moved does not stand in its own way: not its hour, its buffer or its place in the day", async () => {
  await set({ mode: "DIRECT", bufferMinutes: 60, practitionerDaily: 1 });
  const { contact, wish } = await practice();
  await bookOwnSession(contact, wish(tuesday("10:00")));
  const attendanceId = await partOf(contact);
  await moveOwnSession(contact, { attendanceId, startsAt: tuesday("10:30") });
  await moveOwnSession(contact, { attendanceId, startsAt: tuesday("12:00") });
  expect(await codeOf(bookOwnSession(contact, wish(tuesday("15:00"))))).toBe("slot_gone");
  // Of several clicks on different times at once one counts.
  const clicks = ["09:00", "11:00", "13:00", "14:00"].map((time) =>
    codeOf(moveOwnSession(contact, { attendanceId, startsAt: tuesday(time) })),
  );
  const answers = await Promise.all(clicks);
  expect(answers.filter((answer) => answer === "changed_meanwhile").length).toBe(3);
});

it("what staff say of one client goes before what is set for everybody, is in its history, and is what the server holds to", async () => {
  const { contact, client, wish } = await practice();
  const staff = accountActor("staff");
  const allow = async (portalBooking: "OFF" | "REQUEST" | "DIRECT" | null) => {
    const { version } = await db.client.findUniqueOrThrow({ where: { id: client.id } });
    await allowBooking(staff, { clientId: client.id, version, portalBooking });
  };
  const shown = () =>
    findBooking(contact, {
      client: undefined,
      practitioner: undefined,
      service: undefined,
      from: undefined,
      move: undefined,
    });
  await allow("OFF");
  expect(await codeOf(bookOwnSession(contact, wish(tuesday("10:00"))))).toBe("booking_off");
  expect(await shown()).toMatchObject({ mode: "OFF", isOwnMode: true, days: [] });
  await allow("REQUEST");
  expect(await bookOwnSession(contact, wish(tuesday("10:00")))).toBe("REQUESTED");
  await set({ mode: "OFF" });
  await allow(null);
  const next = addMinutes(tuesday("10:00"), 1_440);
  expect(await codeOf(bookOwnSession(contact, wish(next)))).toBe("booking_off");
  await allow("DIRECT");
  expect(await bookOwnSession(contact, wish(next))).toBe("BOOKED");
  const stale = { clientId: client.id, version: 0, portalBooking: null };
  expect(await codeOf(allowBooking(staff, stale))).toBe("changed_meanwhile");
  const stranger = accountActor("practitioner", { practitionerId: (await make.practitioner()).id });
  expect(await codeOf(allowBooking(stranger, stale))).toBe("not_found");
  const said = await db.historyEntry.findMany({
    where: { kind: "client.edited", subjectId: client.id },
    orderBy: { id: "asc" },
  });
  expect(said.map(({ data }) => data)).toMatchObject([
    { changes: { portalBooking: { from: null, to: "OFF" } } },
    { changes: { portalBooking: { from: "OFF", to: "REQUEST" } } },
    { changes: { portalBooking: { from: "REQUEST", to: null } } },
    { changes: { portalBooking: { from: null, to: "DIRECT" } } },
  ]);
});
