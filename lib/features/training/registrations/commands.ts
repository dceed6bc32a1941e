import "server-only";
import type { RegistrationBlocker } from "@/lib/features/training/rules";
import { registrationBlocker } from "@/lib/features/training/rules";
import { registrationsVisibleTo } from "@/lib/features/training/scope";
import { claimSeat, confirm, giveUpSeat, type HeldEvent, holdEvent } from "@/lib/features/training/seats/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Prisma, type Tx } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { countAttempt } from "@/lib/platform/rate-limit";
import { refuse } from "@/lib/platform/refusal";
import { emailKey } from "@/lib/values/email-address";
import { newId } from "@/lib/values/id";
import { isBefore } from "@/lib/values/instant";
import { fullName } from "@/lib/values/person-name";
import { findNewcomer } from "./queries";
import { cancelToken, cancelTokenHash } from "./rules";

export type Registered = { id: string; status: "CONFIRMED" | "WAITING" };
/** When hundreds ask together, the last must wait in line rather than be turned away before it is their turn. */
const IN_LINE = { waitMs: 30_000 };

type Newcomer = { contactId: string | null; clientId: string | null; name: string; email: string; language: string };

const BLOCKERS: Record<RegistrationBlocker, string> = {
  not_published: "training.refusals.notPublished",
  event_cancelled: "training.refusals.eventCancelled",
  clients_only: "training.refusals.clientsOnly",
  event_over: "training.refusals.eventOver",
  closed: "training.refusals.closed",
};

/** Refuses as things stand at commit: the event's row is held. */
function refuseBlocked(event: HeldEvent | null, by: "contact" | "public" | "staff"): asserts event is HeldEvent {
  if (!event) refuse("not_found", "refusals.notFound");
  const blocker = registrationBlocker(event, { now: now(), by });
  if (blocker) refuse(blocker, BLOCKERS[blocker]);
}

/**
 * Books a place for the contact who asks, as a person of one of their clients.
 * @throws {RefusalError} not_found, already_registered, no_email, and every blocker of the event
 */
export async function registerSelf(
  actor: Actor,
  { eventId, clientId }: { eventId: string; clientId: string | null },
): Promise<Registered> {
  if (actor.kind !== "contact") refuse("not_permitted", "refusals.notPermitted");
  const client = clientId ? actor.clients.find((own) => own.clientId === clientId) : actor.clients[0];
  if (!client) refuse("not_found", "refusals.notFound");
  return registerContact(actor, { eventId, contactId: actor.contactId, clientId: client.clientId, by: "contact" });
}

/** Books a place for a contact whom staff chose. */
export async function registerByStaff(
  actor: Actor,
  input: { eventId: string; contactId: string; clientId: string | null },
): Promise<Registered> {
  return registerContact(actor, { ...input, by: "staff" });
}

type ForContact = { eventId: string; contactId: string; clientId: string | null; by: "contact" | "staff" };

function registerContact(actor: Actor, { eventId, contactId, clientId, by }: ForContact): Promise<Registered> {
  return inTransaction(async (tx) => {
    // Read before the event is held, so that people who ask together wait for each other as briefly as possible.
    const person = await findNewcomer(tx, { contactId, clientId });
    const event = await holdEvent(tx, actor, eventId);
    refuseBlocked(event, by);
    if (!person) refuse("not_found", "refusals.notFound");
    if (!person.clientActive) refuse("client_inactive", "training.refusals.clientInactive");
    if (!person.email) refuse("no_email", `training.refusals.${by === "staff" ? "noEmail" : "noEmailOwn"}`);
    const already = await findActive(tx, { eventId, contactId });
    if (already) refuse("already_registered", `training.refusals.${by === "staff" ? "registered" : "registeredOwn"}`);
    return takePlace(tx, actor, { event, newcomer: { ...person, name: fullName(person), email: person.email } });
  }, IN_LINE);
}

/**
 * Books a place at a public event for anybody. An address that is already registered gets the answer it got then and
 * no second letter, so that nobody learns from the answer who else comes.
 */
export async function registerPublic(
  actor: Actor,
  { eventId, name, email }: { eventId: string; name: string; email: string },
): Promise<Registered> {
  await countAttempt(`register:${actor.ip ?? "unknown"}`, { limit: 20, windowSeconds: 3600 });
  await countAttempt(`register:${emailKey(email)}`, { limit: 10, windowSeconds: 3600 });
  return inTransaction(async (tx) => {
    const event = await holdEvent(tx, actor, eventId);
    refuseBlocked(event, "public");
    const already = await findActive(tx, { eventId, email, contactId: null });
    if (already) return already;
    const newcomer = { contactId: null, clientId: null, name, email, language: actor.language };
    return takePlace(tx, actor, { event, newcomer });
  }, IN_LINE);
}

export async function findActive(tx: Tx, where: Prisma.RegistrationWhereInput): Promise<Registered | null> {
  const found = await tx.registration.findFirst({
    where: { AND: [where, { status: { not: "CANCELLED" } }] },
    select: { id: true, status: true },
  });
  return found && { id: found.id, status: found.status === "CONFIRMED" ? "CONFIRMED" : "WAITING" };
}

/** A seat while there is one, else the end of the line. Order of arrival is the order in which the event was held. */
export async function takePlace(
  tx: Tx,
  actor: Actor,
  { event, newcomer }: { event: HeldEvent; newcomer: Newcomer },
): Promise<Registered> {
  const status = (await claimSeat(tx, event.id)) ? "CONFIRMED" : "WAITING";
  const id = newId();
  const tokenHash = cancelTokenHash(cancelToken(id, env().AUTH_SECRET));
  const { contactId, clientId, name, email, language } = newcomer;
  await tx.registration.create({
    data: { id, eventId: event.id, contactId, clientId, name, email, language, status, tokenHash, createdAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    kind: "registration.made",
    subject: { kind: "registration", id },
    data: { title: event.title, eventId: event.id, name, waiting: status === "WAITING" ? "yes" : "no" },
    clientIds: clientId ? [clientId] : [],
  });
  const letter = status === "CONFIRMED" ? "confirmation" : "waiting";
  await enqueue(tx, "training.announce", { registrationId: id, letter, sequence: event.sequence });
  return { id, status };
}

/** Cancels a place that the person may cancel: their own, one of their client's, or as staff any. */
export async function cancelRegistration(actor: Actor, registrationId: string): Promise<{ eventId: string }> {
  const where = { AND: [{ id: registrationId }, registrationsVisibleTo(actor)] };
  return cancelWhere(actor, { where, byStaff: actor.kind === "account" });
}

/** Cancels by the link of a letter; whoever holds the link may, signed in or not. */
export async function cancelByLink(actor: Actor, token: string): Promise<{ eventId: string }> {
  await countAttempt(`cancel:${actor.ip ?? "unknown"}`, { limit: 60, windowSeconds: 600 });
  return cancelWhere(actor, { where: { tokenHash: cancelTokenHash(token) }, byStaff: false });
}

/** Cancelling twice is cancelling once. The freed seat goes to the first in line before anybody else can ask for it. */
function cancelWhere(
  actor: Actor,
  { where, byStaff }: { where: Prisma.RegistrationWhereInput; byStaff: boolean },
): Promise<{ eventId: string }> {
  return inTransaction(async (tx) => {
    const found = await tx.registration.findFirst({ where, select: { id: true, eventId: true } });
    const event = found && (await holdEvent(tx, actor, found.eventId));
    if (!found || !event) refuse("not_found", "refusals.notFound");
    const registration = await tx.registration.findUniqueOrThrow({
      where: { id: found.id },
      select: { id: true, status: true, name: true, clientId: true },
    });
    if (registration.status === "CANCELLED") return { eventId: event.id };
    if (!byStaff && !isBefore(now(), event.startsAt)) refuse("event_over", "training.refusals.eventOver");
    await writeCancellation(tx, actor, { event, registration, byStaff });
    if (registration.status === "CONFIRMED") await giveUpSeat(tx, event);
    return { eventId: event.id };
  }, IN_LINE);
}

type Cancelled = {
  event: HeldEvent;
  registration: { id: string; name: string; clientId: string | null };
  byStaff: boolean;
};

export async function writeCancellation(
  tx: Tx,
  actor: Actor,
  { event, registration, byStaff }: Cancelled,
): Promise<void> {
  const { id, name, clientId } = registration;
  await tx.registration.update({
    where: { id },
    data: { status: "CANCELLED", cancelledAt: now() },
    select: { id: true },
  });
  await record(tx, actor, {
    kind: "registration.cancelled",
    subject: { kind: "registration", id },
    data: { title: event.title, eventId: event.id, name },
    clientIds: clientId ? [clientId] : [],
  });
  // One more than what calendars have heard (RFC 5546, 3.2.5), so that they take the cancellation.
  const sequence = event.sequence + 1;
  const reason = byStaff ? "staff" : "own";
  await enqueue(tx, "training.announce", { registrationId: id, letter: "cancelled", sequence, reason });
}

/**
 * Gives a waiting person a free seat, out of turn or after the event began.
 * @throws {RefusalError} not_found, not_waiting, full
 */
export async function promoteRegistration(actor: Actor, registrationId: string): Promise<{ eventId: string }> {
  return inTransaction(async (tx) => {
    const where = { AND: [{ id: registrationId }, registrationsVisibleTo(actor)] };
    const found = await tx.registration.findFirst({ where, select: { eventId: true } });
    const event = found && (await holdEvent(tx, actor, found.eventId));
    if (!event) refuse("not_found", "refusals.notFound");
    const waiting = { id: registrationId, status: "WAITING" as const };
    const registration = await tx.registration.findFirst({
      where: waiting,
      select: { id: true, name: true, clientId: true },
    });
    if (!registration) refuse("not_waiting", "training.refusals.notWaiting");
    if (event.status !== "PUBLISHED") refuse("event_cancelled", BLOCKERS.event_cancelled);
    if (!(await claimSeat(tx, event.id)))
      refuse("full", "training.refusals.full", { values: { capacity: event.capacity ?? 0 } });
    await confirm(tx, actor, { event, registration });
    return { eventId: event.id };
  }, IN_LINE);
}
