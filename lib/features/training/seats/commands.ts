import "server-only";
import { movesUp } from "@/lib/features/training/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { systemActor } from "@/lib/platform/access/actor";
import { inCentersSeen } from "@/lib/platform/access/centers-seen";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { sql } from "@/lib/values/sql";

/** An event whose row this transaction holds: everything about its seats is decided by one transaction at a time. */
export type HeldEvent = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  capacity: number | null;
  seatsTaken: number;
  registrationClosesAt: Date | null;
  audience: "PUBLIC" | "CLIENTS";
  status: "DRAFT" | "PUBLISHED" | "CANCELLED";
  sequence: number;
  version: number;
};

/**
 * Holds the event until the transaction ends, in the state in which it will be changed; null when there is none, or none
 * in the centers this person works for.
 */
export async function holdEvent(tx: Tx, actor: Actor, eventId: string): Promise<HeldEvent | null> {
  const [event] = await rows<HeldEvent>(
    sql`SELECT id, title, starts_at AS "startsAt", ends_at AS "endsAt", time_zone AS "timeZone", capacity,
        seats_taken AS "seatsTaken", registration_closes_at AS "registrationClosesAt", audience::text AS audience,
        status::text AS status, sequence, version
      FROM training_events WHERE id = ${eventId}::uuid AND deleted_at IS NULL
        AND ${inCentersSeen(actor, "events", sql`center_id`)} FOR NO KEY UPDATE`,
    tx,
  );
  return event ?? null;
}

/** Takes one seat if one is free. The condition and the table's check hold it, whatever was read before. */
export async function claimSeat(tx: Tx, eventId: string): Promise<boolean> {
  const claimed = await execute(
    sql`UPDATE training_events SET seats_taken = seats_taken + 1
      WHERE id = ${eventId}::uuid AND (capacity IS NULL OR seats_taken < capacity)`,
    tx,
  );
  return claimed === 1;
}

/** Gives up one seat; until the event begins it goes to the first in line, in the same transaction. */
export async function giveUpSeat(tx: Tx, event: HeldEvent): Promise<void> {
  await execute(
    sql`UPDATE training_events SET seats_taken = seats_taken - 1 WHERE id = ${event.id}::uuid AND seats_taken > 0`,
    tx,
  );
  await fillSeats(tx, event);
}

/** Moves people up from the waiting list, in order of arrival, as long as seats are free. */
export async function fillSeats(tx: Tx, event: HeldEvent): Promise<void> {
  if (!movesUp(event, now())) return;
  for (;;) {
    const next = await tx.registration.findFirst({
      where: { eventId: event.id, status: "WAITING" },
      orderBy: { place: "asc" },
      select: { id: true, name: true, clientId: true },
    });
    if (!next || !(await claimSeat(tx, event.id))) return;
    await confirm(tx, systemActor("Waiting list"), { event, registration: next });
  }
}

type Promoted = { event: HeldEvent; registration: { id: string; name: string; clientId: string | null } };

/** Turns a waiting place into a seat that was claimed before, and tells the person. */
export async function confirm(tx: Tx, actor: Actor, { event, registration }: Promoted): Promise<void> {
  const { id, name, clientId } = registration;
  await tx.registration.update({ where: { id }, data: { status: "CONFIRMED" }, select: { id: true } });
  await record(tx, actor, {
    kind: "registration.promoted",
    subject: { kind: "registration", id },
    data: { title: event.title, eventId: event.id, name },
    clientIds: clientId ? [clientId] : [],
  });
  await enqueue(tx, "training.announce", { registrationId: id, letter: "promoted", sequence: event.sequence });
}
