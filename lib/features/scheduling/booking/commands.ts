import "server-only";
import { notify } from "@/lib/features/notices/commands";
import { moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { insertSession } from "@/lib/features/scheduling/sessions/commands";
import { cancelSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import { preparePlan } from "@/lib/features/scheduling/sessions/planning/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { bookingTransaction } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import { findSetting, findSettingIn } from "@/lib/features/settings/queries";
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
import { changeAnswer } from "./rules";
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
  const contact = requireContact(actor);
  const { startsAt } = input;
  return bookingTransaction(async (tx) => {
    const client = (await listBookable(contact, tx)).find(({ id }) => id === input.clientId);
    const practitioner = client?.practitioners.find(({ id }) => id === input.practitionerId);
    if (!client || !practitioner) refuse("not_found", "refusals.notFound");
    const terms = await findSettingIn(tx, "booking");
    if (terms.mode === "OFF") refuse("booking_off", "portal.booking.refusals.off");
    if (!startsAt) refuse("no_time", "portal.booking.refusals.noTime");
    const service = practitioner.services.find(({ id }) => id === input.serviceId);
    const minutes = service?.minutes ?? terms.minutes;
    const plan = {
      ...BLANK,
      date: dayIn(client.timeZone, startsAt),
      start: timeIn(client.timeZone, startsAt),
      minutes,
    };
    const prepared = await preparePlan(tx, contact, {
      ...plan,
      clientIds: [client.id],
      practitionerIds: [practitioner.id],
      serviceId: service?.id ?? null,
      sharedNotes: input.about,
    });
    // The people are held by now: what is free here stays free until this is written.
    await requireFree(contact, { client, practitionerId: practitioner.id, startsAt, terms, minutes, at: now() }, tx);
    const status = terms.mode === "DIRECT" ? "BOOKED" : "REQUESTED";
    const part = { ...NO_PART, minutes };
    const sessionId = await insertSession(tx, contact, { prepared, part, status });
    const data = { practitionerName: practitioner.name, type: TYPE, area: null, when: whenWords(prepared.columns) };
    const kind = status === "BOOKED" ? "session.booked" : "session.requested";
    await record(tx, contact, { kind, subject: { kind: "session", id: sessionId }, clientIds: [client.id], data });
    if (status === "BOOKED") await tellLater(tx, [sessionId]);
    else await tellWhoAnswers(tx, contact, { sessionId, practitionerId: practitioner.id, text: data.when });
    return status;
  });
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
  const session = await findChangeable(actor, attendanceId, "cancel");
  const said = reason ? `${CANCELLED_BY_CLIENT}: ${reason}` : CANCELLED_BY_CLIENT;
  await cancelSession(actor, { sessionId: session.sessionId, reason: said.slice(0, 300) });
}

/** Puts one's own session on another free time. @throws {RefusalError} not_found, late_change, no_time, slot_gone */
export async function moveOwnSession(actor: Actor, { attendanceId, startsAt }: MoveOwnInput): Promise<void> {
  const session = await findChangeable(actor, attendanceId, "move");
  if (!startsAt) refuse("no_time", "portal.booking.refusals.noTime");
  const contact = requireContact(actor);
  const client = (await listBookable(contact)).find(({ id }) => id === session.clientId);
  const [practitionerId = ""] = session.practitionerIds;
  if (!client) refuse("not_found", "refusals.notFound");
  const minutes = minutesBetween(session.startsAt, session.endsAt);
  const [terms, at] = [await findSetting("booking"), now()];
  await requireFree(contact, { client, practitionerId, startsAt, terms, minutes, at, moved: session });
  const { timeZone: zone, sessionId } = session;
  await moveSession(actor, { sessionId, date: dayIn(zone, startsAt), start: timeIn(zone, startsAt), minutes });
}

async function findChangeable(actor: Actor, attendanceId: string, act: "cancel" | "move"): Promise<OwnSession> {
  const session = await findOwnSession(requireContact(actor), attendanceId);
  if (!session) refuse("not_found", "refusals.notFound");
  const answer = changeAnswer(session, { terms: await findSetting("booking"), at: now() });
  if (!answer[act]) refuse("late_change", `portal.booking.refusals.${answer.why ?? "late"}`);
  return session;
}

type Wanted = Parameters<typeof listOwnTimes>[1] & { startsAt: Instant };

async function requireFree(actor: ContactActor, { startsAt, ...wanted }: Wanted, tx?: Tx): Promise<void> {
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

function requireContact(actor: Actor): ContactActor {
  return actor.kind === "contact" ? actor : refuse("not_found", "refusals.notFound");
}
