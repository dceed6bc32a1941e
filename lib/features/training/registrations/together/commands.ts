import "server-only";
import { findActive, takePlace, writeCancellation } from "@/lib/features/training/registrations/commands";
import { fillSeats, holdEvent } from "@/lib/features/training/seats/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import type { BulkCommand, TakenBack } from "@/lib/platform/operation/bulk-field";
import { isBefore } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

/** The registrations of each event in the order in which people came. */
async function byEvent(tx: Tx, ids: readonly string[]) {
  const found = await tx.registration.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, eventId: true, status: true, name: true, email: true, language: true },
      ...{ clientId: true, contactId: true },
    },
    orderBy: { place: "asc" },
  });
  const eventIds = [...new Set(found.map(({ eventId }) => eventId))].toSorted();
  return eventIds.map((eventId) => ({ eventId, places: found.filter((one) => one.eventId === eventId) }));
}

/**
 * Cancels many places together: nobody of them is moved up on the way, and the seats go to the first who still wait. Each
 * person is told as if theirs alone had been cancelled.
 */
async function cancelPlaces(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  for (const { eventId, places } of await byEvent(tx, ids)) {
    const event = await holdEvent(tx, actor, eventId);
    if (!event) continue;
    const seats = places.filter(({ status }) => status === "CONFIRMED").length;
    for (const registration of places) await writeCancellation(tx, actor, { event, registration, byStaff: true });
    await execute(
      sql`update training_events set seats_taken = seats_taken - ${seats}::int where id = ${eventId}::uuid and ${seats}::int > 0`,
      tx,
    );
    await fillSeats(tx, event);
  }
}

/**
 * Registers those people again whose places were cancelled together: a seat while there is one, else the end of the line.
 * Their letters are out and others have moved up, so that what was cannot be put back as it was.
 */
async function registerAgain(tx: Tx, actor: Actor, ids: readonly string[]): Promise<TakenBack> {
  const became = new Map<string, string>();
  for (const { eventId, places } of await byEvent(tx, ids)) {
    const event = await holdEvent(tx, actor, eventId);
    const isOpen = event?.status === "PUBLISHED" && isBefore(now(), event.startsAt);
    for (const { id, status, contactId, ...person } of places) {
      const who = contactId ? { contactId } : { contactId, email: person.email };
      if (!event || !isOpen) became.set(id, "over");
      else if (status !== "CANCELLED" || (await findActive(tx, { eventId, ...who }))) became.set(id, "conflict");
      else {
        await takePlace(tx, actor, { event, newcomer: { ...person, contactId } });
        became.set(id, "undone");
      }
    }
  }
  return became;
}

/** What the field "place" of many registrations does. */
export const CANCEL_TOGETHER: BulkCommand = { carryOut: cancelPlaces, takeBack: registerAgain };
