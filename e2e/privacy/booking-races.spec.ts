import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { addDays, weekdayOf } from "@/lib/values/date";
import { addMinutes, isoOf, minutesBetween } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { make } from "../../prisma/factories/make";
import { startTwin } from "../support/app";
import { builtActions, callAction, type Fields } from "../support/call-action";
import { signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

// The whole drill: BOOKING_ROUNDS=100 npx playwright test e2e/privacy/booking-races.spec.ts
const ROUNDS = Number(process.env.BOOKING_ROUNDS ?? 1);

test.use({ alone: "booking races" });

/** Fifty clients of one practitioner whose center is open on workdays, each with an owner who is signed in. */
async function clientsWhoBook(origin: string) {
  const center = await make.center();
  const data = [1, 2, 3, 4, 5].map((weekday) => ({ centerId: center.id, weekday, startMinute: 540, endMinute: 1_020 }));
  await db.centerHours.createMany({ data });
  await db.center.update({ where: { id: center.id }, data: { hoursVersion: 1 } });
  const value = { mode: "DIRECT" };
  await db.setting.upsert({ where: { key: "booking" }, create: { key: "booking", value }, update: { value } });
  const practitioner = await make.practitioner({ centerId: center.id });
  const people: { clientId: string; cookie: string }[] = [];
  for (let place = 0; place < 50; place++) {
    const { client, login } = await make.clientWithOwner();
    const own = { centerId: center.id, practitionerId: practitioner.id };
    await db.client.update({ where: { id: client.id }, data: own, select: { id: true } });
    const { name, value } = await signInCookie({ portalLoginId: login.id }, { origin });
    people.push({ clientId: client.id, cookie: `${name}=${value}` });
  }
  return { practitioner, people };
}

/** Ten in the morning of a Wednesday to come, in the zone of the center. */
function wednesday(round: number) {
  let day = addDays(dayIn("America/Chicago", now()), 7 + round * 7);
  while (weekdayOf(day) !== 3) day = addDays(day, 1);
  return isoOf(toInstant(day, "10:00", "America/Chicago"));
}

const base = { start: "09:00", minutes: "60", type: "Online", reportable: "on" };

const overlaps = () =>
  rows(sql`select 1 from session_practitioners a join session_practitioners b on a.practitioner_id = b.practitioner_id
    and a.session_id < b.session_id join sessions s on s.id = a.session_id join sessions t on t.id = b.session_id
    where s.status in ('REQUESTED', 'BOOKED') and t.status in ('REQUESTED', 'BOOKED') and s.starts_at < t.ends_at
      and t.starts_at < s.ends_at`);

const deadlocks = async () =>
  (
    await rows<{ count: number }>(
      sql`select deadlocks::int as count from pg_stat_database where datname = current_database()`,
    )
  )[0]?.count;

test("BK-01 BK-02 BK-03 of fifty who book one slot on two instances one wins, requests are confirmed once, series are whole or not at all", async ({
  app,
}) => {
  test.setTimeout(60_000 + ROUNDS * 20_000);
  const twin = await startTwin(app);
  try {
    const { id: accountId } = await make.account();
    const { name, value } = await signInCookie({ accountId }, { origin: app.origin });
    const cookie = `${name}=${value}`;
    const practitioner = await make.practitioner();
    const clients: string[] = [];
    for (let place = 0; place < 50; place++) clients.push((await make.client()).id);
    const call = (action: string, fields: Fields, place: number) => {
      const door = builtActions().find((built) => built.name === action);
      if (!door) throw new Error(`There is no ${action}`);
      return callAction(place % 2 ? app.origin : twin.origin, door, { cookie, fields });
    };
    const book = (place: number, fields: Fields) =>
      call(
        "recordSessionAction",
        { ...base, "clientIds[]": [clients[place] ?? ""], "practitionerIds[]": [practitioner.id], ...fields },
        place,
      );
    const before = await deadlocks();

    for (let round = 0; round < ROUNDS; round++) {
      const date = new Date(Date.UTC(2036, 0, 7 + round)).toISOString().slice(0, 10);
      const answers = await Promise.all(clients.map((_, place) => book(place, { date })));
      const codes = answers.map(({ code }) => code).toSorted();
      expect(codes).toEqual(["redirect", ...Array.from({ length: 49 }, () => "slot_taken")]);
    }

    const [asked] = await db.session.findMany({
      where: { practitioners: { some: { practitionerId: practitioner.id } } },
      take: 1,
    });
    await db.session.update({ where: { id: asked?.id ?? "" }, data: { status: "REQUESTED" }, select: { id: true } });
    const yes = clients
      .slice(0, 20)
      .map((_, place) => call("confirmSessionAction", { sessionId: asked?.id ?? "" }, place));
    const confirmed = (await Promise.all(yes)).map(({ code }) => code);
    expect(confirmed.filter((code) => code === "ok")).toHaveLength(1);

    const series = { date: "2037-02-02", "repeat.every": "week", "repeat.count": "10" };
    const wished = clients.slice(0, 20).map((_, place) => book(place, series));
    const codes = (await Promise.all(wished)).map(({ code }) => code).toSorted();
    expect(codes).toEqual(["redirect", ...Array.from({ length: 19 }, () => "slot_taken")]);
    expect(await db.session.count({ where: { seriesId: { not: null } } })).toBe(10);
    expect([await overlaps(), await deadlocks()]).toEqual([[], before]);
  } finally {
    await twin.stop();
  }
});

test("BK-01 of fifty clients who take one time in the portal on two instances one gets it, and limits of a day and buffers hold for fifty at once", async ({
  app,
}) => {
  test.setTimeout(120_000);
  const twin = await startTwin(app);
  try {
    const { practitioner, people } = await clientsWhoBook(app.origin);
    const door = builtActions().find(({ name }) => name === "bookOwnSessionAction");
    if (!door) throw new Error("There is no bookOwnSessionAction");
    for (let round = 0; round < Math.min(ROUNDS, 5); round++) {
      const common = { practitionerId: practitioner.id, serviceId: "", about: "", startsAt: wednesday(round) };
      const answers = await Promise.all(
        people.map(({ clientId, cookie }, place) =>
          callAction(place % 2 ? app.origin : twin.origin, door, { cookie, fields: { ...common, clientId } }),
        ),
      );
      const codes = answers.map(({ code }) => code).toSorted();
      expect(codes).toEqual(["redirect", ...Array.from({ length: 49 }, () => "slot_gone")]);
    }
    expect(await overlaps()).toEqual([]);

    // A day of fourteen half hours, three sessions a day for the practitioner with half an hour between, one for a client.
    const value = { mode: "DIRECT", practitionerDaily: 3, bufferMinutes: 30, clientDaily: 1 };
    await db.setting.update({ where: { key: "booking" }, data: { value }, select: { key: true } });
    const half = (place: number) => isoOf(addMinutes(new Date(wednesday(1)), (place % 14) * 30 - 60));
    const ask = (place: number, person: number) => {
      const { clientId = "", cookie = "" } = people[person] ?? {};
      const fields = { practitionerId: practitioner.id, serviceId: "", about: "", startsAt: half(place), clientId };
      return callAction(place % 2 ? app.origin : twin.origin, door, { cookie, fields });
    };
    const alone = await Promise.all(people.map((_, place) => ask(place, 0)));
    expect(alone.map(({ code }) => code).filter((code) => code === "redirect")).toHaveLength(1);
    const many = await Promise.all(people.map((_, place) => ask(place, place)));
    expect(many.every(({ code }) => code === "redirect" || code === "slot_gone")).toBe(true);
    const where = { practitioners: { some: { practitionerId: practitioner.id } } };
    const booked = await db.session.findMany({
      where,
      orderBy: { startsAt: "asc" },
      select: { startsAt: true, endsAt: true },
    });
    const onThatDay = booked.filter(({ startsAt }) => isoOf(startsAt).startsWith(wednesday(1).slice(0, 10)));
    expect([2, 3]).toContain(onThatDay.length);
    for (const [place, { startsAt }] of onThatDay.slice(1).entries())
      expect(minutesBetween(onThatDay[place]?.endsAt ?? startsAt, startsAt)).toBeGreaterThanOrEqual(30);
  } finally {
    await twin.stop();
  }
});

test("BK-06 BK-07 of two hundred places asked for on two instances twenty are confirmed, the others wait in line, and what twenty give up goes to the first of them", async ({
  app,
}) => {
  test.setTimeout(120_000);
  const twin = await startTwin(app);
  try {
    const { id: accountId } = await make.account();
    const { name, value } = await signInCookie({ accountId }, { origin: app.origin });
    const call = (action: string, fields: Fields, place: number) => {
      const door = builtActions().find((built) => built.name === action);
      if (!door) throw new Error(`There is no ${action}`);
      return callAction(place % 2 ? app.origin : twin.origin, door, { cookie: `${name}=${value}`, fields });
    };
    const event = await make.trainingEvent({ capacity: 20 });
    const contacts = await Promise.all(Array.from({ length: 200 }, () => make.contact()));
    const asked = contacts.map(({ id: contactId }, place) =>
      call("registerContactAction", { eventId: event.id, contactId, clientId: "" }, place),
    );
    expect(new Set((await Promise.all(asked)).map(({ code }) => code))).toEqual(new Set(["ok"]));
    const places = () => db.registration.findMany({ where: { eventId: event.id }, orderBy: { place: "asc" } });
    const taken = async () => (await db.trainingEvent.findUniqueOrThrow({ where: { id: event.id } })).seatsTaken;
    const before = await places();
    expect(before.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 20 }, () => "CONFIRMED"),
      ...Array.from({ length: 180 }, () => "WAITING"),
    ]);
    expect(await taken()).toBe(20);

    const given = before
      .slice(0, 20)
      .map(({ id }, place) => call("cancelRegistrationAction", { registrationId: id }, place));
    const raised = before
      .slice(20, 30)
      .map(({ id }, place) => call("promoteRegistrationAction", { registrationId: id }, place));
    const [cancelled] = await Promise.all([Promise.all(given), Promise.all(raised)]);
    expect(new Set(cancelled.map(({ code }) => code))).toEqual(new Set(["ok"]));
    const after = await places();
    const confirmed = after.filter(({ status }) => status === "CONFIRMED").map(({ id }) => id);
    expect(confirmed).toEqual(before.slice(20, 40).map(({ id }) => id));
    expect(await taken()).toBe(20);
  } finally {
    await twin.stop();
  }
});
