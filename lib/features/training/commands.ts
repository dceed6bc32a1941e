import "server-only";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { requireCenter } from "@/lib/platform/access/centers-seen";
import { refuseChangedMeanwhile } from "@/lib/platform/changed-meanwhile";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { findEvent } from "./queries";
import { changesPlans, draftOf, eventFormValues, eventTimes, timesProblem } from "./rules";
import { type EditEventInput, type EventInput, isMeetingAddress } from "./schema";
import { fillSeats, type HeldEvent, holdEvent } from "./seats/commands";

/** What an event's form says, as its row holds it. The zone is the center's, so that times stay those of its clocks. */
async function columnsOf(tx: Tx, actor: Actor, input: EventInput, present: { onlineUrl: string | null }) {
  const changed = input.onlineUrl !== present.onlineUrl;
  if (changed && input.onlineUrl && !isMeetingAddress(input.onlineUrl))
    refuse("meeting_address", "validation.meeting_address", { field: "onlineUrl" });
  requireCenter(actor, "events", input.centerId);
  const center = await tx.center.findFirst({
    where: { id: input.centerId, archivedAt: null },
    select: { timeZone: true },
  });
  if (!center) refuse("not_found", "training.refusals.center", { field: "centerId" });
  const times = eventTimes(input, center.timeZone);
  const problem = timesProblem(times);
  if (problem) refuse(problem.code, `training.refusals.${problem.code}`, { field: problem.field });
  const { title, description, centerId, location, onlineUrl, capacity, audience } = input;
  return {
    title,
    description,
    centerId,
    location,
    onlineUrl,
    capacity,
    audience,
    timeZone: center.timeZone,
    ...times,
  };
}

/** Makes a draft that only staff see. @returns the event's id. */
export async function createEvent(actor: Actor, input: EventInput): Promise<string> {
  return inTransaction(async (tx) => {
    const id = newId();
    const columns = await columnsOf(tx, actor, input, { onlineUrl: null });
    await tx.trainingEvent.create({ data: { id, ...columns, createdAt: now() }, select: { id: true } });
    await record(tx, actor, { kind: "event.created", subject: { kind: "event", id }, data: { title: input.title } });
    await dropDraft(tx, actor, draftKeys.newEvent);
    return id;
  });
}

/**
 * Changes an event. Raised capacity moves people up at once; who holds a place hears of a new time or place.
 * @throws {RefusalError} not_found, changed_meanwhile, event_cancelled, capacity_below_taken, and those of its times
 */
export async function editEvent(actor: Actor, { eventId, version, ...input }: EditEventInput): Promise<void> {
  await inTransaction(async (tx) => {
    const held = await holdEvent(tx, actor, eventId);
    if (!held) refuse("not_found", "refusals.notFound");
    if (held.version !== version) await changedMeanwhile(tx, actor, eventId);
    if (held.status === "CANCELLED") refuse("event_cancelled", "training.refusals.eventCancelled");
    if (input.capacity !== null && input.capacity < held.seatsTaken) refuseBelowTaken(held.seatsTaken);
    const before = await tx.trainingEvent.findUniqueOrThrow({ where: { id: eventId } });
    const columns = await columnsOf(tx, actor, input, before);
    const changes = changesBetween<Record<string, unknown>>(before, columns);
    await dropDraft(tx, actor, draftKeys.editEvent(eventId));
    if (!changes) return;
    const tell = held.status === "PUBLISHED" && changesPlans(before, columns);
    const sequence = held.sequence + (tell ? 1 : 0);
    await tx.trainingEvent.update({
      where: { id: eventId },
      data: { ...columns, sequence, version: version + 1 },
      select: { id: true },
    });
    await record(tx, actor, {
      kind: "event.edited",
      subject: { kind: "event", id: eventId },
      data: { title: columns.title, changes },
    });
    const event: HeldEvent = { ...held, ...columns, sequence };
    if (tell) await announce(tx, event, { to: ["CONFIRMED"], letter: "confirmation" });
    await fillSeats(tx, event);
  });
}

/** Somebody was faster: nothing is overwritten, and both versions are shown. */
async function changedMeanwhile(tx: Tx, actor: Actor, eventId: string): Promise<never> {
  const event = actor.kind === "account" ? await findEvent(actor, eventId, tx) : null;
  if (!event) refuse("changed_meanwhile", "refusals.changedMeanwhile");
  const current = { version: event.version, values: eventFormValues(draftOf(event)) };
  return refuseChangedMeanwhile(tx, { kind: "event", id: eventId }, current);
}

function refuseBelowTaken(taken: number): never {
  refuse("capacity_below_taken", "training.refusals.capacityBelowTaken", { field: "capacity", values: { taken } });
}

/** Lets the event be seen and booked. */
export async function publishEvent(actor: Actor, eventId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const event = await holdEvent(tx, actor, eventId);
    if (!event) refuse("not_found", "refusals.notFound");
    if (event.status === "CANCELLED") refuse("event_cancelled", "training.refusals.eventCancelled");
    if (event.status === "PUBLISHED") return;
    await tx.trainingEvent.update({
      where: { id: eventId },
      data: { status: "PUBLISHED", version: { increment: 1 } },
      select: { id: true },
    });
    await record(tx, actor, {
      kind: "event.published",
      subject: { kind: "event", id: eventId },
      data: { title: event.title },
    });
  });
}

/** Cancels the event for good and tells everybody who held a place or waited for one. */
export async function cancelEvent(
  actor: Actor,
  { eventId, reason }: { eventId: string; reason: string | null },
): Promise<void> {
  await inTransaction(async (tx) => {
    const event = await holdEvent(tx, actor, eventId);
    if (!event) refuse("not_found", "refusals.notFound");
    if (event.status === "CANCELLED") return;
    const sequence = event.sequence + 1;
    await tx.trainingEvent.update({
      where: { id: eventId },
      data: { status: "CANCELLED", sequence, version: { increment: 1 } },
      select: { id: true },
    });
    const people = await announce(
      tx,
      { ...event, sequence },
      {
        to: ["CONFIRMED", "WAITING"],
        letter: "cancelled",
        reason: reason ?? "",
      },
    );
    await record(tx, actor, {
      kind: "event.cancelled",
      subject: { kind: "event", id: eventId },
      data: { title: event.title, reason: reason ?? "", people },
    });
  });
}

type Announcement = {
  to: ("CONFIRMED" | "WAITING")[];
  letter: "confirmation" | "cancelled";
  reason?: string;
};

/** Promises everybody concerned a letter; how many there are. */
async function announce(tx: Tx, event: HeldEvent, { to, letter, reason = "" }: Announcement): Promise<number> {
  const concerned = await tx.registration.findMany({
    where: { eventId: event.id, status: { in: to } },
    orderBy: { place: "asc" },
    select: { id: true },
  });
  for (const { id } of concerned)
    await enqueue(tx, "training.announce", { registrationId: id, letter, sequence: event.sequence, reason });
  return concerned.length;
}
