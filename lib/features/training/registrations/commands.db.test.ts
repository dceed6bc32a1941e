import { describe, expect, it } from "vitest";
import { cancelEvent, editEvent } from "@/lib/features/training/commands";
import { findEvent } from "@/lib/features/training/queries";
import { draftOf } from "@/lib/features/training/rules";
import { editEventInput } from "@/lib/features/training/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { RefusalError } from "@/lib/platform/refusal";
import { addMinutes } from "@/lib/values/instant";
import { accountActor, anonymousActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import {
  cancelByLink,
  cancelRegistration,
  promoteRegistration,
  registerByStaff,
  registerPublic,
  registerSelf,
} from "./commands";
import { findByLink, findCandidates, listRegistrationsOf, listRoster, listUpcomingRegistrations } from "./queries";
import { cancelToken } from "./rules";

const staff = accountActor("staff");
const nobody = (ip: string) => anonymousActor({ ip });

async function contacts(count: number) {
  const client = await make.client();
  return Promise.all(
    Array.from({ length: count }, async (_, place) => {
      const contact = await make.contact({ lastName: `Person ${place}` });
      await make.relationship({ clientId: client.id, contactId: contact.id });
      return contactActor(contact.id, [{ clientId: client.id }]);
    }),
  );
}

const refusalOf = (result: PromiseSettledResult<unknown>) =>
  result.status === "rejected" ? (result.reason instanceof RefusalError ? result.reason.code : result.reason) : null;

/** Seats counted as the event counts them, and as its rows are. */
async function seats(eventId: string) {
  const event = await db.trainingEvent.findUniqueOrThrow({ where: { id: eventId } });
  const confirmed = await db.registration.count({ where: { eventId, status: "CONFIRMED" } });
  const waiting = await db.registration.count({ where: { eventId, status: "WAITING" } });
  return { taken: event.seatsTaken, confirmed, waiting };
}

describe("registering", () => {
  it("S2-02 BK-06 seats 20 of 200 who ask together, and lets 180 wait in order of arrival", {
    timeout: 90_000,
  }, async () => {
    const event = await make.trainingEvent({ capacity: 20 });
    const people = await contacts(200);
    const answers = await Promise.all(
      people.map((actor) => registerSelf(actor, { eventId: event.id, clientId: null })),
    );
    expect(answers.filter(({ status }) => status === "CONFIRMED")).toHaveLength(20);
    expect(await seats(event.id)).toEqual({ taken: 20, confirmed: 20, waiting: 180 });
    const places = await db.registration.findMany({ where: { eventId: event.id }, orderBy: { place: "asc" } });
    expect(places.slice(0, 20).every(({ status }) => status === "CONFIRMED")).toBe(true);
    expect(places.slice(20).every(({ status }) => status === "WAITING")).toBe(true);
    expect(await db.historyEntry.count({ where: { kind: "registration.made" } })).toBe(200);
  });

  it("BK-07 fills exactly the seats that 50 cancellations and 10 promotions free together, first come first served", {
    timeout: 90_000,
  }, async () => {
    const event = await make.trainingEvent({ capacity: 60 });
    const people = await contacts(100);
    for (const actor of people) await registerSelf(actor, { eventId: event.id, clientId: null });
    const before = await db.registration.findMany({ where: { eventId: event.id }, orderBy: { place: "asc" } });
    const seated = before.slice(0, 60);
    const line = before.slice(60);
    const acts = [
      ...seated.slice(0, 50).map(({ id }) => cancelRegistration(staff, id)),
      ...line.slice(0, 10).map(({ id }) => promoteRegistration(staff, id)),
    ];
    const results = await Promise.allSettled(acts);
    expect(results.slice(0, 50).every(({ status }) => status === "fulfilled")).toBe(true);
    expect(new Set(results.slice(50).map(refusalOf))).not.toContain("unknown");
    expect(await seats(event.id)).toEqual({ taken: 50, confirmed: 50, waiting: 0 });
    const promoted = await db.historyEntry.findMany({ where: { kind: "registration.promoted" } });
    expect(new Set(promoted.map(({ subjectId }) => subjectId)).size).toBe(40);
    expect(promoted).toHaveLength(40);
  });

  it("moves up the first in line, not a later one, when a place is cancelled", async () => {
    const event = await make.trainingEvent({ capacity: 1 });
    const [first, second, third] = await contacts(3);
    if (!first || !second || !third) throw new Error("three people");
    const held = await registerSelf(first, { eventId: event.id, clientId: null });
    await registerSelf(second, { eventId: event.id, clientId: null });
    await registerSelf(third, { eventId: event.id, clientId: null });
    await cancelRegistration(first, held.id);
    expect(await listUpcomingRegistrations(second)).toMatchObject([{ status: "CONFIRMED", waitingPlace: null }]);
    expect(await listUpcomingRegistrations(third)).toMatchObject([{ status: "WAITING", waitingPlace: 1 }]);
    // Cancelling again changes nothing: no second seat becomes free.
    await cancelRegistration(first, held.id);
    expect(await seats(event.id)).toEqual({ taken: 1, confirmed: 1, waiting: 1 });
  });

  it("takes a person once, also when pressed 20 times together", async () => {
    const event = await make.trainingEvent();
    const [actor] = await contacts(1);
    if (!actor) throw new Error("one person");
    const ask = () => registerSelf(actor, { eventId: event.id, clientId: null });
    const results = await Promise.allSettled(Array.from({ length: 20 }, ask));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await seats(event.id)).toEqual({ taken: 1, confirmed: 1, waiting: 0 });
  });

  it("is refused when the event is a draft, cancelled, closed or over, and for a client who is not active", async () => {
    const [actor] = await contacts(1);
    if (!actor) throw new Error("one person");
    const soon = addMinutes(now(), 60);
    const ask = async (options: Parameters<typeof make.trainingEvent>[0]) =>
      registerSelf(actor, { eventId: (await make.trainingEvent(options)).id, clientId: null });
    await expect(ask({ status: "DRAFT" })).rejects.toMatchObject({ code: "not_published" });
    await expect(ask({ status: "CANCELLED" })).rejects.toMatchObject({ code: "event_cancelled" });
    await expect(ask({ startsAt: soon, registrationClosesAt: now() })).rejects.toMatchObject({ code: "closed" });
    await expect(ask({ startsAt: addMinutes(now(), -30) })).rejects.toMatchObject({ code: "event_over" });
    const statusId = await make.statusId("INACTIVE");
    await db.client.updateMany({ where: { id: actor.clients[0]?.clientId ?? "" }, data: { statusId } });
    await expect(ask({})).rejects.toMatchObject({ code: "client_inactive" });
  });

  it("is done only for clients of one's own", async () => {
    const event = await make.trainingEvent();
    const [actor] = await contacts(1);
    const stranger = await make.client();
    if (!actor) throw new Error("one person");
    const foreign = registerSelf(actor, { eventId: event.id, clientId: stranger.id });
    await expect(foreign).rejects.toMatchObject({ code: "not_found" });
  });

  it("is open to anybody only at public events, and tells nobody who else comes", async () => {
    const event = await make.trainingEvent({ audience: "PUBLIC", capacity: 5 });
    const guest = { eventId: event.id, name: "Gus Guest", email: "gus@example.org" };
    const first = await registerPublic(nobody("203.0.113.1"), guest);
    expect(await registerPublic(nobody("203.0.113.2"), { ...guest, name: "Mallory" })).toEqual(first);
    expect(await seats(event.id)).toEqual({ taken: 1, confirmed: 1, waiting: 0 });
    const closed = await make.trainingEvent();
    const refused = registerPublic(nobody("203.0.113.1"), { ...guest, eventId: closed.id });
    await expect(refused).rejects.toMatchObject({ code: "clients_only" });
  });

  it("is limited for one address of the network", async () => {
    const event = await make.trainingEvent({ audience: "PUBLIC", capacity: null });
    const ask = (place: number) =>
      registerPublic(nobody("198.51.100.9"), { eventId: event.id, name: "Bot", email: `bot${place}@example.org` });
    for (let place = 0; place < 20; place += 1) await ask(place);
    await expect(ask(20)).rejects.toMatchObject({ code: "too_many_attempts" });
  });
});

describe("cancelling", () => {
  it("works by the link of the letter, and opening the link changes nothing", async () => {
    const event = await make.trainingEvent({ audience: "PUBLIC" });
    const { id } = await registerPublic(nobody("203.0.113.5"), {
      eventId: event.id,
      name: "Gus",
      email: "g@example.org",
    });
    const token = cancelToken(id, env().AUTH_SECRET);
    for (let looks = 0; looks < 5; looks += 1) expect(await findByLink(token)).toMatchObject({ status: "CONFIRMED" });
    expect(await findByLink("some other text")).toBeNull();
    await cancelByLink(nobody("203.0.113.5"), token);
    expect(await findByLink(token)).toMatchObject({ status: "CANCELLED" });
    expect(await seats(event.id)).toEqual({ taken: 0, confirmed: 0, waiting: 0 });
  });

  it("is for one's own place or one's client's, never for a stranger's", async () => {
    const event = await make.trainingEvent();
    const [actor] = await contacts(1);
    const [stranger] = await contacts(1);
    if (!actor || !stranger) throw new Error("two people");
    const { id } = await registerSelf(actor, { eventId: event.id, clientId: null });
    await expect(cancelRegistration(stranger, id)).rejects.toMatchObject({ code: "not_found" });
    const clientId = actor.clients[0]?.clientId ?? "";
    const colleague = contactActor(stranger.contactId, [{ clientId }]);
    await expect(cancelRegistration(colleague, id)).rejects.toMatchObject({ code: "not_found" });
    await cancelRegistration(contactActor(stranger.contactId, [{ clientId, isOwner: true }]), id);
    expect(await seats(event.id)).toMatchObject({ confirmed: 0 });
  });

  it("is not for participants any more once the event has begun; staff can, and nobody moves up by itself", async () => {
    const event = await make.trainingEvent({ capacity: 1 });
    const [first, second] = await contacts(2);
    if (!first || !second) throw new Error("two people");
    const held = await registerSelf(first, { eventId: event.id, clientId: null });
    const waiting = await registerSelf(second, { eventId: event.id, clientId: null });
    await db.trainingEvent.update({ where: { id: event.id }, data: { startsAt: addMinutes(now(), -5) } });
    await expect(cancelRegistration(first, held.id)).rejects.toMatchObject({ code: "event_over" });
    await cancelRegistration(staff, held.id);
    expect(await seats(event.id)).toEqual({ taken: 0, confirmed: 0, waiting: 1 });
    await promoteRegistration(staff, waiting.id);
    expect(await seats(event.id)).toEqual({ taken: 1, confirmed: 1, waiting: 0 });
  });
});

describe("staff at an event", () => {
  it("find contacts of active clients and register them, also when the time to sign up has passed", async () => {
    const event = await make.trainingEvent({
      startsAt: addMinutes(now(), 60),
      registrationClosesAt: addMinutes(now(), -1),
    });
    const { client, contact } = await make.clientWithOwner();
    await db.contact.update({ where: { id: contact.id }, data: { firstName: "Zoë", lastName: "Quintanilla" } });
    const search = () => findCandidates(staff, { eventId: event.id, q: "quintanil" });
    expect(await search()).toMatchObject([{ contactId: contact.id, clientId: client.id, name: "Zoë Quintanilla" }]);
    await registerByStaff(staff, { eventId: event.id, contactId: contact.id, clientId: client.id });
    expect(await search()).toEqual([]);
    expect(await listRoster(staff, event.id)).toMatchObject([{ name: "Zoë Quintanilla", status: "CONFIRMED" }]);
    expect(await listRoster(accountActor("practitioner"), event.id)).toEqual([]);
    expect(await listRegistrationsOf(staff, { clientId: client.id })).toMatchObject([{ title: event.title }]);
  });

  it("cannot give fewer places than are taken; more places move people up in order", async () => {
    const made = await make.trainingEvent({ capacity: 2 });
    const people = await contacts(5);
    for (const actor of people) await registerSelf(actor, { eventId: made.id, clientId: null });
    const form = async (capacity: string) => {
      const event = await findEvent(staff, made.id);
      if (!event) throw new Error("the event");
      const { event: version, ...fields } = draftOf(event);
      return editEventInput.parse({ ...fields, eventId: made.id, version: version?.version, capacity });
    };
    await expect(editEvent(staff, await form("1"))).rejects.toMatchObject({ code: "capacity_below_taken" });
    const stale = await form("3");
    await editEvent(staff, await form("4"));
    expect(await seats(made.id)).toEqual({ taken: 4, confirmed: 4, waiting: 1 });
    await expect(editEvent(staff, stale)).rejects.toMatchObject({ code: "changed_meanwhile" });
    await editEvent(staff, await form(""));
    expect(await seats(made.id)).toEqual({ taken: 5, confirmed: 5, waiting: 0 });
  });

  it("cancel an event once, and everybody concerned is promised a letter", async () => {
    const event = await make.trainingEvent({ capacity: 1 });
    for (const actor of await contacts(3)) await registerSelf(actor, { eventId: event.id, clientId: null });
    await db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
    const cancel = () => cancelEvent(staff, { eventId: event.id, reason: "The trainer is ill." });
    await Promise.all([cancel(), cancel()]);
    const [jobs] = await db.$queryRaw<
      { count: number }[]
    >`SELECT count(*)::int AS count FROM graphile_worker._private_jobs`;
    expect(jobs?.count).toBe(3);
    expect(await db.historyEntry.count({ where: { kind: "event.cancelled", subjectId: event.id } })).toBe(1);
  });
});
