import { randomBytes } from "node:crypto";
import { systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { db, inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { addDays, type LocalDate, startOfWeek } from "@/lib/values/date";
import { toInstant } from "@/lib/values/wall-clock";
import { make } from "../factories/make";
import { type Chance, pick } from "./chance";
import type { DemoClient } from "./clients";
import { AREAS, NOTES, TYPES } from "./names";
import type { Organization } from "./organization";

type Context = { organization: Organization; clients: DemoClient[]; today: LocalDate; chance: Chance };
const TIMES = ["09:00", "10:30", "13:00", "14:15", "15:30"] as const;

/** Two years of sessions, and a week in which everybody was busy. */
export async function seedSessions({ organization, clients, today, chance }: Context) {
  const lastWeek = addDays(startOfWeek(today, 1), -7);
  for (const [place, client] of clients.entries()) {
    const past = Math.floor(chance() * 6);
    for (let visit = 0; visit < past; visit++)
      await seedSession(client, { organization, chance, day: addDays(today, -20 - Math.floor(chance() * 700)) });
    if (place % 2 === 0) await seedSession(client, { organization, chance, day: addDays(lastWeek, place % 5) });
  }
}

async function seedSession(
  client: DemoClient,
  { organization, chance, day }: { organization: Organization; chance: Chance; day: LocalDate },
) {
  if (!client.practitionerId) return;
  await make.session({
    clientId: client.id,
    practitionerId: client.practitionerId,
    centerId: client.centerId,
    timeZone: client.timeZone,
    startsAt: toInstant(day, pick(TIMES, chance), client.timeZone),
    minutes: pick([30, 45, 60, 90], chance),
    type: pick(TYPES, chance),
    area: pick(AREAS, chance),
    notes: pick(NOTES, chance) ?? undefined,
    reportable: client.reportable && chance() > 0.15,
    fundingSource: pick(organization.funding, chance),
  });
}

/** Most clients have signed, long ago on paper. */
export async function seedSignatures({ clients, today, chance }: Context) {
  for (const client of clients.filter(({ reportable }, place) => reportable && place > 0 && place % 4 !== 0)) {
    const contact = await db.contact.findUniqueOrThrow({ where: { id: client.contactId } });
    const signedOn = dateColumn(addDays(today, -Math.floor(60 + chance() * 600)));
    const signerName = `${contact.firstName} ${contact.lastName}`;
    await db.signature.create({
      data: {
        clientId: client.id,
        contactId: contact.id,
        method: "IMPORTED",
        signerName,
        signedAt: signedOn,
        signedOn,
        verificationCode: randomBytes(9).toString("base64url"),
      },
    });
  }
}

const SUITS = [
  { days: [1, 2, 4], from: 9, to: 17 },
  { days: [2, 3], from: 16, to: 19 },
  { days: [1, 3, 5], from: 8, to: 12 },
  { days: [4], from: 11, to: 14 },
];

/** Who is free when: some clients have told us, a few of them only hours after work. */
export async function seedAvailability({ clients }: Context) {
  for (const [place, client] of clients.filter((_, index) => index % 5 === 1).entries()) {
    const { days, from, to } = SUITS[place % SUITS.length] ?? { days: [], from: 0, to: 0 };
    const hours = days.map((weekday) => ({ weekday, startMinute: from * 60, endMinute: to * 60 }));
    await db.availabilitySchedule.create({
      data: { clientId: client.id, timeZone: client.timeZone, intervals: { create: hours } },
    });
  }
}

const EVENTS = [
  { title: "Start Your Business: the First Ten Steps", inDays: 9, audience: "PUBLIC", capacity: 30, taken: 8 },
  { title: "Bookkeeping You Will Actually Do", inDays: 16, audience: "CLIENTS", capacity: 12, taken: 12 },
  { title: "Finding Your First Government Contract", inDays: 23, audience: "PUBLIC", capacity: null, taken: 3 },
  { title: "Taller: impuestos para negocios pequeños", inDays: 30, audience: "PUBLIC", capacity: 20, taken: 5 },
  { title: "Selling Online Without a Budget", inDays: -12, audience: "PUBLIC", capacity: 25, taken: 18 },
  { title: "Loans, Grants and Patience", inDays: -40, audience: "CLIENTS", capacity: 15, taken: 11 },
] as const;

/** Courses behind and ahead, one of them full with a waiting list. */
export async function seedEvents({ organization, clients, today }: Context) {
  for (const [place, { inDays, taken, ...event }] of EVENTS.entries()) {
    const center = organization.centers[place % 3] ?? organization.centers[0];
    const startsAt = toInstant(addDays(today, inDays), "18:00", center.timeZone);
    const endsAt = toInstant(addDays(today, inDays), "20:00", center.timeZone);
    const made = await make.trainingEvent({
      ...event,
      centerId: center.id,
      startsAt,
      endsAt,
      timeZone: center.timeZone,
      seatsTaken: taken,
      location: `${center.addressLine1}, ${center.city}`,
    });
    const waiting = event.capacity === taken ? 2 : 0;
    for (const [order, client] of clients.slice(5, 5 + taken + waiting).entries()) {
      await seedRegistration(client, {
        eventId: made.id,
        title: made.title,
        waiting: order >= taken,
        at: signUpTime({ inDays, order, today }),
      });
    }
  }
}

/** People sign up in the weeks before an event, one after the other, never in the future. */
function signUpTime({ inDays, order, today }: { inDays: number; order: number; today: LocalDate }): Date {
  const day = addDays(today, Math.min(inDays, 0) - 1 - ((order * 3) % 17));
  return toInstant(day, TIMES[order % TIMES.length] ?? "09:00", "America/Chicago");
}

async function seedRegistration(
  client: DemoClient,
  { eventId, title, waiting, at }: { eventId: string; title: string; waiting: boolean; at: Date },
) {
  const contact = await db.contact.findUniqueOrThrow({ where: { id: client.contactId } });
  const name = `${contact.firstName} ${contact.lastName}`;
  await inTransaction(async (tx) => {
    const registration = await tx.registration.create({
      data: {
        eventId,
        contactId: contact.id,
        clientId: client.id,
        name,
        email: contact.email ?? "",
        status: waiting ? "WAITING" : "CONFIRMED",
        createdAt: at,
      },
    });
    await record(
      tx,
      { ...systemActor("demonstration"), name },
      {
        kind: "registration.made",
        subject: { kind: "registration", id: registration.id },
        data: { eventId, title, name, waiting: waiting ? "yes" : "no" },
        clientIds: [client.id],
        at,
      },
    );
  });
}

/** What waits on the first morning. */
export async function seedTasks({ clients, today }: Context) {
  const [first, second, third] = clients;
  const tasks = [
    { subject: "Call about the loan application", dueOn: addDays(today, -1), priority: "HIGH", client: first },
    { subject: "Send the lease checklist", dueOn: addDays(today, 2), priority: "NORMAL", client: second },
    { subject: "Ask for last year's figures", dueOn: null, priority: "LOW", client: third },
  ] as const;
  for (const { subject, dueOn, priority, client } of tasks) {
    if (!client) continue;
    await db.task.create({
      data: {
        subject,
        priority,
        dueOn: dueOn ? dateColumn(dueOn) : null,
        subjectKind: "client",
        subjectId: client.id,
        createdAt: now(),
      },
    });
  }
}
