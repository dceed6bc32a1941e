import "server-only";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import { assignToClients, preparePlan, requireOwn } from "@/lib/features/scheduling/sessions/planning/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { findBookedClients, findWorking } from "@/lib/features/scheduling/sessions/planning/queries";
import { whenOf } from "@/lib/features/scheduling/sessions/planning/rules";
import type { NamedPerson, PreparedPlan } from "@/lib/features/scheduling/sessions/planning/schema";
import type { EditSessionInput, MoveSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { bookingTransaction, holdSlots, refuseClashes } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import { freeSlots } from "@/lib/features/scheduling/waiting/freeing/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { changesBetween, type FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { isBefore, minutesBetween } from "@/lib/values/instant";
import { type ChangedSession, findToChange } from "./queries";
import { holdsSlot, peopleDiffer } from "./rules";

/**
 * Changes a session: when, where, who, what. What somebody else saved meanwhile is not overwritten.
 * @throws {RefusalError} not_found, changed_meanwhile, session_over, slot_taken, and what `preparePlan` answers
 */
export async function editSession(actor: Actor, input: EditSessionInput): Promise<void> {
  await bookingTransaction(async (tx) => {
    const seen = await findToChange(tx, actor, input);
    if (!seen) refuse("not_found", "refusals.notFound");
    // Clients the person does not see stay in the session they edit.
    const prepared = await preparePlan(tx, actor, input, idsOf(seen));
    const before = await lockAgain(tx, actor, seen);
    if (before.version !== input.version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    await applyEdit(tx, actor, { before, prepared, staying: await unseenOf(tx, actor, before) });
    await dropDraft(tx, actor, draftKeys.editSession(before.id));
  });
}

/**
 * Moves or resizes a session, and gives it another practitioner where one is named. `allow` is asked once everybody is
 * held, so that what it finds holds until the session has moved.
 * @throws {RefusalError} not_found, session_over, slot_taken, unknown_practitioner, and what `allow` answers
 */
export async function moveSession(
  actor: Actor,
  input: MoveSessionInput,
  allow?: (tx: Tx, when: { startsAt: Date }) => Promise<void>,
): Promise<void> {
  await bookingTransaction(async (tx) => {
    const seen = await findToChange(tx, actor, input);
    if (!seen) refuse("not_found", "refusals.notFound");
    const known = idsOf(seen);
    const practitionerIds = input.practitionerId ? [input.practitionerId] : known.practitionerIds;
    if (input.practitionerId) requireOwn(actor, practitionerIds);
    const people = [...new Set([...known.practitionerIds, ...practitionerIds])].toSorted();
    await holdSlots(tx, { clientIds: known.clientIds, practitionerIds: people, roomId: seen.roomId });
    const before = await lockAgain(tx, actor, seen);
    if (!holdsSlot(before.status)) refuse("session_over", "scheduling.refusals.over");
    const practitioners = await workingOrKnown(tx, actor, { before, ids: practitionerIds });
    const when = whenOf(input, before.timeZone);
    await allow?.(tx, when);
    await refuseClashes(tx, actor, {
      ...known,
      practitionerIds,
      roomId: before.roomId,
      slots: [when],
      except: [before.id],
    });
    await freeSlots(tx, [before.id]);
    await releasePractitioners(tx, before, practitionerIds);
    await tx.session.update({ where: { id: before.id }, data: when, select: { id: true } });
    await addPractitioners(tx, before, practitionerIds);
    await recordChange(tx, actor, { before, when, changes: peopleDiffer(before, practitioners) });
    await assignToClients(tx, actor, { clients: before.clients, practitioners });
  });
}

/** Who delivers a session, and who does from now on. `as` is who looks at it, where the one who acts could not. */
export type Giving = { sessionId: string; fromId: string; toId: string; as?: Actor };

/**
 * Gives a session to another practitioner as it stands: time, place and everybody else stay, those who take part are told.
 * Of many who would take it at once the first has it.
 * @throws {RefusalError} not_found, session_over, cover_gone, slot_taken, unknown_practitioner
 */
export async function giveSession(tx: Tx, actor: Actor, { sessionId, fromId, toId, as = actor }: Giving) {
  const seen = await findToChange(tx, as, { sessionId });
  if (!seen) refuse("not_found", "refusals.notFound");
  const known = idsOf(seen);
  const people = [...new Set([...known.practitionerIds, toId])].toSorted();
  await holdSlots(tx, { clientIds: known.clientIds, practitionerIds: people, roomId: seen.roomId });
  // Whoever comes second waited for the lock, and is told that somebody has it rather than that something changed.
  const held = await findToChange(tx, as, { sessionId, lock: true });
  if (!held?.practitioners.some(({ id }) => id === fromId)) refuse("cover_gone", "cover.refusals.gone");
  const before = await lockAgain(tx, as, seen);
  if (!holdsSlot(before.status) || isBefore(before.startsAt, now())) refuse("session_over", "scheduling.refusals.over");
  const ids = people.filter((id) => id !== fromId);
  const practitioners = await workingOrKnown(tx, as, { before, ids });
  const only = { practitionerIds: [toId], clientIds: [], roomId: null };
  await refuseClashes(tx, actor, { ...only, slots: [before], except: [before.id] });
  await releasePractitioners(tx, before, ids);
  await addPractitioners(tx, before, ids);
  await recordChange(tx, actor, { before, when: before, changes: peopleDiffer(before, practitioners) });
  await assignToClients(tx, actor, { clients: before.clients, practitioners });
  return before;
}

const idsOf = ({ clients, practitioners }: ChangedSession) => ({
  clientIds: clients.map(({ id }) => id),
  practitionerIds: practitioners.map(({ id }) => id),
});

/** The session itself, after its people: nobody joined or left while they were being locked. */
export async function lockAgain(tx: Tx, actor: Actor, seen: ChangedSession): Promise<ChangedSession> {
  const before = await findToChange(tx, actor, { sessionId: seen.id, lock: true });
  if (!before) refuse("not_found", "refusals.notFound");
  const [one, other] = [idsOf(seen), idsOf(before)];
  if (JSON.stringify(one) !== JSON.stringify(other)) refuse("changed_meanwhile", "refusals.changedMeanwhile");
  return before;
}

/** Clients of a group that the person may not see: whoever edits the session leaves them in it. */
async function unseenOf(tx: Tx, actor: Actor, { clients }: ChangedSession): Promise<NamedPerson[]> {
  const ids = clients.map(({ id }) => id);
  const seen = await findBookedClients(actor, ids, tx);
  return clients.filter(({ id }) => !seen.some((one) => one.id === id));
}

type Edit = { before: ChangedSession; prepared: PreparedPlan; staying: NamedPerson[] };

async function applyEdit(tx: Tx, actor: Actor, { before, prepared, staying }: Edit): Promise<void> {
  const { columns, practitioners } = prepared;
  const clients = [...prepared.clients, ...staying];
  const [practitionerIds, clientIds] = [practitioners.map(({ id }) => id), clients.map(({ id }) => id)];
  if (holdsSlot(before.status))
    await refuseClashes(tx, actor, {
      ...{ practitionerIds, clientIds, roomId: columns.roomId },
      slots: [columns],
      except: [before.id],
    });
  if (holdsSlot(before.status)) await freeSlots(tx, [before.id]);
  await takeOff(tx, before, clientIds);
  await releasePractitioners(tx, before, practitionerIds);
  const old = await tx.session.findUniqueOrThrow({ where: { id: before.id }, select: SAID });
  await tx.session.update({ where: { id: before.id }, data: columns, select: { id: true } });
  await addPractitioners(tx, before, practitionerIds);
  await putClients(tx, before, prepared);
  const said = changesBetween<Record<string, unknown>>(old, pick(columns)) ?? {};
  const changes = { ...said, ...peopleDiffer(before, practitioners, clients) };
  await recordChange(tx, actor, { before, when: columns, changes });
  await assignToClients(tx, actor, { clients, practitioners });
}

/** What of a row stands in history word for word; what only staff may read does not. */
const SAID = {
  type: true,
  area: true,
  location: true,
  meetingLink: true,
  places: true,
  notes: true,
  sharedNotes: true,
};
const pick = (columns: PreparedPlan["columns"]) =>
  Object.fromEntries(Object.keys(SAID).map((key) => [key, columns[key as keyof typeof SAID]]));

async function takeOff(tx: Tx, before: ChangedSession, staying: readonly string[]): Promise<void> {
  const gone = before.clients.filter(({ id }) => !staying.includes(id)).map(({ id }) => id);
  if (gone.length > 0) await tx.attendance.deleteMany({ where: { sessionId: before.id, clientId: { in: gone } } });
}

async function putClients(tx: Tx, before: ChangedSession, { clients, columns }: PreparedPlan): Promise<void> {
  const minutes = minutesBetween(columns.startsAt, columns.endsAt);
  const formerly = minutesBetween(before.startsAt, before.endsAt);
  if (minutes !== formerly)
    await tx.attendance.updateMany({
      where: { sessionId: before.id, contactMinutes: formerly },
      data: { contactMinutes: minutes },
    });
  const added = clients.filter(({ id }) => !before.clients.some((one) => one.id === id));
  const part = { sessionId: before.id, startsAt: columns.startsAt, contactMinutes: minutes };
  await tx.attendance.createMany({
    data: added.map(({ id: clientId, kind }) => ({ ...part, clientId, reportable: kind !== "PRE_CLIENT" })),
  });
}

/** Takes practitioners off who are not among these: their slot is free before the session moves and others join. */
async function releasePractitioners(tx: Tx, before: ChangedSession, staying: readonly string[]): Promise<void> {
  if (before.practitioners.every(({ id }) => staying.includes(id))) return;
  await tx.sessionPractitioner.deleteMany({
    where: { sessionId: before.id, practitionerId: { notIn: [...staying] } },
  });
}

async function addPractitioners(tx: Tx, before: ChangedSession, ids: readonly string[]): Promise<void> {
  const added = ids.filter((id) => !before.practitioners.some((one) => one.id === id));
  await tx.sessionPractitioner.createMany({
    data: added.map((practitionerId) => ({ sessionId: before.id, practitionerId })),
  });
}

type Change = {
  before: ChangedSession;
  when: { startsAt: Date; endsAt: Date; timeZone: string };
  changes: FieldChanges;
};

async function recordChange(tx: Tx, actor: Actor, { before, when, changes }: Change): Promise<void> {
  await tellLater(tx, [before.id]);
  const entry = { subject: { kind: "session", id: before.id }, clientIds: before.clients.map(({ id }) => id) };
  const [from, to] = [whenWords(before), whenWords(when)];
  if (from !== to) await record(tx, actor, { ...entry, kind: "session.moved", data: { type: before.type, from, to } });
  if (Object.keys(changes).length > 0)
    await record(tx, actor, { ...entry, kind: "session.edited", data: { name: to, changes } });
}

async function workingOrKnown(
  tx: Tx,
  actor: Actor,
  { before, ids }: { before: ChangedSession; ids: readonly string[] },
) {
  const found = await findWorking(actor, ids, tx);
  const known = before.practitioners.filter(({ id }) => ids.includes(id) && !found.some((one) => one.id === id));
  const all = [...found, ...known];
  if (all.length < ids.length) refuse("unknown_practitioner", "validation.id", { field: "practitionerId" });
  return all;
}
