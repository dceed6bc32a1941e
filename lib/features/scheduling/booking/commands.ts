import "server-only";
import { notify } from "@/lib/features/notices/commands";
import { moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { insertSession } from "@/lib/features/scheduling/sessions/commands";
import { cancelSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import { preparePlan } from "@/lib/features/scheduling/sessions/planning/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { bookingTransaction } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor, ContactActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { type Instant, minutesBetween } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { dayIn, timeIn } from "@/lib/values/wall-clock";
import { findOwnSession, listBookable, listOwnTimes } from "./queries";
import { changeAnswer, termsFor } from "./rules";
import type { BookOwnInput, CancelOwnInput, MoveOwnInput, OwnSession } from "./schema";

const TYPE = "Face-to-face";
const CANCELLED_BY_CLIENT = "Cancelled by the client in the portal";
const TOLD = 50;

/**
 * Takes a free time with a practitioner of one's own, at once or as a request, as the organization set it. Of many who want
 * the same time one gets it. Answers whether it is booked or waits for an answer.
 * @throws {RefusalError} not_found, booking_off, no_time, slot_gone, and what `preparePlan` answers
 */
export async function bookOwnSession(actor: Actor, input: BookOwnInput): Promise<"REQUESTED" | "BOOKED"> {
  return bookingTransaction((tx) => bookOwn(tx, requireContact(actor), input));
}

/** The same inside a booking transaction; `only` is a time that was offered and need not begin on the half hour. */
export async function bookOwn(
  tx: Tx,
  contact: ContactActor,
  input: BookOwnInput,
  only?: Instant,
): Promise<"REQUESTED" | "BOOKED"> {
  const wish = await findWish(tx, contact, input);
  const { client, practitioner, service, minutes, startsAt } = wish;
  const prepared = await preparePlan(tx, contact, {
    ...BLANK,
    ...{ date: dayIn(client.timeZone, startsAt), start: timeIn(client.timeZone, startsAt), minutes },
    clientIds: [client.id],
    practitionerIds: [practitioner.id],
    serviceId: service?.id ?? null,
    sharedNotes: input.about,
  });
  // The people are held by now: what is read from here on stays as it is until this is written.
  const held = await findWish(tx, contact, input);
  const isSame = held.minutes === minutes && prepared.columns.startsAt.getTime() === startsAt.getTime();
  if (!isSame) refuse("slot_gone", "portal.booking.refusals.gone");
  await requireFree(tx, contact, { ...held, practitionerIds: [practitioner.id], at: now(), only });
  const status = held.terms.mode === "DIRECT" ? "BOOKED" : "REQUESTED";
  const part = { ...NO_PART, minutes };
  const sessionId = await insertSession(tx, contact, { prepared, part, status });
  const data = { practitionerName: practitioner.name, type: TYPE, area: null, when: whenWords(prepared.columns) };
  const kind = status === "BOOKED" ? "session.booked" : "session.requested";
  await record(tx, contact, { kind, subject: { kind: "session", id: sessionId }, clientIds: [client.id], data });
  if (status === "BOOKED") await tellLater(tx, [sessionId]);
  else await tellWhoAnswers(tx, contact, { sessionId, practitionerId: practitioner.id, text: data.when });
  return status;
}

/** What a contact wants, as it stands in this moment. @throws {RefusalError} not_found, booking_off, no_time */
async function findWish(tx: Tx, contact: ContactActor, { startsAt, ...input }: BookOwnInput) {
  const client = (await listBookable(contact, tx)).find(({ id }) => id === input.clientId);
  const practitioner = client?.practitioners.find(({ id }) => id === input.practitionerId);
  if (!client || !practitioner) refuse("not_found", "refusals.notFound");
  const terms = termsFor(client, await findSettingIn(tx, "booking"));
  if (terms.mode === "OFF") refuse("booking_off", "portal.booking.refusals.off");
  if (!startsAt) refuse("no_time", "portal.booking.refusals.noTime");
  const service = practitioner.services.find(({ id }) => id === input.serviceId);
  return { client, practitioner, service, terms, minutes: service?.minutes ?? terms.minutes, startsAt };
}

const BLANK = {
  type: TYPE,
  area: null,
  location: null,
  room: null,
  meetingLink: null,
  places: null,
  notes: null,
  staffNotes: null,
};
const NO_PART = { reportable: true, fundingSourceId: null, prepMinutes: 0, travelMinutes: 0 };

/** Gives one's own session up in time. @throws {RefusalError} not_found, late_change, and what `cancelSession` answers */
export async function cancelOwnSession(actor: Actor, { attendanceId, reason }: CancelOwnInput): Promise<void> {
  const contact = requireContact(actor);
  const { sessionId } = await findOwn(contact, attendanceId);
  const said = reason ? `${CANCELLED_BY_CLIENT}: ${reason}` : CANCELLED_BY_CLIENT;
  await cancelSession(actor, { sessionId, reason: said.slice(0, 300) }, async (tx) => {
    await findChangeable(tx, contact, { attendanceId, act: "cancel" });
  });
}

/**
 * Puts one's own session on another free time, which is looked for once its people are held.
 * @throws {RefusalError} not_found, late_change, no_time, slot_gone, changed_meanwhile
 */
export async function moveOwnSession(actor: Actor, { attendanceId, startsAt }: MoveOwnInput): Promise<void> {
  const contact = requireContact(actor);
  const seen = await findOwn(contact, attendanceId);
  if (!startsAt) refuse("no_time", "portal.booking.refusals.noTime");
  const { timeZone: zone, sessionId } = seen;
  const minutes = minutesBetween(seen.startsAt, seen.endsAt);
  const to = { sessionId, date: dayIn(zone, startsAt), start: timeIn(zone, startsAt), minutes };
  await moveSession(actor, to, async (tx, when) => {
    const { session: moved, terms } = await findChangeable(tx, contact, { attendanceId, act: "move" });
    const isSame =
      moved.startsAt.getTime() === seen.startsAt.getTime() && moved.endsAt.getTime() === seen.endsAt.getTime();
    if (!isSame) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const client = (await listBookable(contact, tx)).find(({ id }) => id === moved.clientId);
    if (!client) refuse("not_found", "refusals.notFound");
    const { practitionerIds } = moved;
    if (when.startsAt.getTime() !== startsAt.getTime()) refuse("slot_gone", "portal.booking.refusals.gone");
    await requireFree(tx, contact, { client, practitionerIds, startsAt, terms, minutes, at: now(), moved });
  });
}

async function findOwn(contact: ContactActor, attendanceId: string, tx?: Tx): Promise<OwnSession> {
  return (await findOwnSession(contact, attendanceId, tx)) ?? refuse("not_found", "refusals.notFound");
}

async function findChangeable(
  tx: Tx,
  contact: ContactActor,
  { attendanceId, act }: { attendanceId: string; act: "cancel" | "move" },
) {
  const session = await findOwn(contact, attendanceId, tx);
  const terms = await findSettingIn(tx, "booking");
  const answer = changeAnswer(session, { terms, at: now() });
  if (!answer[act]) refuse("late_change", `portal.booking.refusals.${answer.why ?? "late"}`);
  return { session, terms };
}

type Wanted = Parameters<typeof listOwnTimes>[1] & { startsAt: Instant };

async function requireFree(tx: Tx, actor: ContactActor, { startsAt, ...wanted }: Wanted): Promise<void> {
  const times = await listOwnTimes(actor, wanted, tx);
  if (!times.some((time) => time.getTime() === startsAt.getTime())) refuse("slot_gone", "portal.booking.refusals.gone");
}

/** The practitioner and the office of the client's center find the request in their inboxes. */
async function tellWhoAnswers(
  tx: Tx,
  actor: ContactActor,
  { sessionId, practitionerId, text }: { sessionId: string; practitionerId: string; text: string },
): Promise<void> {
  const found = await rows<{ id: string }>(
    sql`select a.id from accounts a, sessions s where s.id = ${sessionId}::uuid and a.status = 'ACTIVE'
      and (a.id = (select p.account_id from practitioners p where p.id = ${practitionerId}::uuid)
        or (a.role <> 'PRACTITIONER' and (a.center_id is null or a.center_id = s.center_id)))
      order by a.id limit ${TOLD}`,
    tx,
  );
  const accountIds = found.map(({ id }) => id);
  const subject = { kind: "session", id: sessionId };
  await notify(tx, actor, { kind: "booking", subject, sourceId: sessionId, text, accountIds });
}

/** @throws {RefusalError} not_found for everybody else */
export function requireContact(actor: Actor): ContactActor {
  return actor.kind === "contact" ? actor : refuse("not_found", "refusals.notFound");
}
