import "server-only";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import { reportableBlocker } from "@/lib/features/scheduling/reportable/rules";
import { lockAgain } from "@/lib/features/scheduling/sessions/changing/commands";
import { type ChangedSession, findToChange } from "@/lib/features/scheduling/sessions/changing/queries";
import { holdsSlot, namesOf } from "@/lib/features/scheduling/sessions/changing/rules";
import { fundingSourceToName } from "@/lib/features/scheduling/sessions/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import { findBookedClients } from "@/lib/features/scheduling/sessions/planning/queries";
import { bookingTransaction, holdSlots } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import { freeSlots } from "@/lib/features/scheduling/waiting/freeing/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { findParts, type StoredPart } from "./queries";
import type { CancelSessionInput, HoldSessionInput, Part, SavePartsInput } from "./schema";

/**
 * Marks a session as held, with what each client's part was. It appears in their streams at the time it took place.
 * @throws {RefusalError} not_found, session_over, not_begun, and what `reportableBlocker` answers
 */
export async function holdSession(actor: Actor, { sessionId, parts, note }: HoldSessionInput): Promise<void> {
  await changing(actor, sessionId, async (tx, before) => {
    if (!holdsSlot(before.status) && before.status !== "NO_SHOW") refuse("session_over", "scheduling.refusals.over");
    if (before.startsAt > now()) refuse("not_begun", "scheduling.refusals.notBegun");
    const notes = [before.notes, note].filter(Boolean).join("\n\n") || null;
    await tx.session.update({ where: { id: before.id }, data: { status: "HELD", notes }, select: { id: true } });
    await writeParts(tx, actor, { before, status: "HELD", parts });
    const practitionerName = namesOf(before.practitioners);
    for (const { clientId, reportable, fundingSource, contactMinutes: minutes } of await findParts(tx, before.id)) {
      const { type, startsAt: at } = before;
      const data = { practitionerName, type, area: null, minutes, fundingSource, reportable, note: notes };
      await record(tx, actor, {
        kind: "session.recorded",
        subject: subjectOf(before),
        clientIds: [clientId],
        at,
        data,
      });
    }
    await dropDraft(tx, actor, draftKeys.holdSession(before.id));
  });
}

/** Corrects what clients' parts in a session were. @throws {RefusalError} not_found, and what `reportableBlocker` answers */
export async function saveParts(actor: Actor, { sessionId, parts }: SavePartsInput): Promise<void> {
  await changing(actor, sessionId, async (tx, before) => {
    const changed = await writeParts(tx, actor, { before, status: before.status, parts });
    for (const { name, clientId, changes } of changed)
      await record(tx, actor, {
        kind: "session.edited",
        subject: subjectOf(before),
        clientIds: [clientId],
        data: { name: `${whenWords(before)} (${name})`, changes },
      });
  });
}

/**
 * Gives a session up; its slot is free. `allow` is asked once the session is held.
 * @throws {RefusalError} not_found, session_over, and what `allow` answers
 */
export async function cancelSession(
  actor: Actor,
  { sessionId, reason }: Pick<CancelSessionInput, "sessionId" | "reason">,
  allow?: (tx: Tx) => Promise<void>,
): Promise<void> {
  await changing(actor, sessionId, async (tx, before) => {
    await allow?.(tx);
    if (!holdsSlot(before.status)) refuse("session_over", "scheduling.refusals.over");
    const data = { status: "CANCELLED" as const, cancelledReason: reason, cancelledAt: now() };
    await tx.session.update({ where: { id: before.id }, data, select: { id: true } });
    await tx.attendance.updateMany({ where: { sessionId: before.id }, data: { reportable: false } });
    await tellLater(tx, [before.id]);
    await freeSlots(tx, [before.id]);
    await record(tx, actor, {
      kind: "session.cancelled",
      ...about(before),
      data: { type: before.type, when: whenWords(before), reason },
    });
  });
}

/** Nobody came. Nothing is reported of it. @throws {RefusalError} not_found, session_over, not_begun */
export async function missSession(actor: Actor, { sessionId }: { sessionId: string }): Promise<void> {
  await changing(actor, sessionId, async (tx, before) => {
    if (!holdsSlot(before.status)) refuse("session_over", "scheduling.refusals.over");
    if (before.startsAt > now()) refuse("not_begun", "scheduling.refusals.notBegun");
    await tx.session.update({ where: { id: before.id }, data: { status: "NO_SHOW" }, select: { id: true } });
    const data = { noShow: true, reportable: false, contactMinutes: 0 };
    await tx.attendance.updateMany({ where: { sessionId: before.id }, data });
    await record(tx, actor, {
      kind: "session.missed",
      ...about(before),
      data: { type: before.type, when: whenWords(before) },
    });
  });
}

/** Says yes to a request, which held its slot until now. @throws {RefusalError} not_found, session_over */
export async function confirmSession(actor: Actor, { sessionId }: { sessionId: string }): Promise<void> {
  await changing(actor, sessionId, async (tx, before) => {
    if (before.status !== "REQUESTED") refuse("session_over", "scheduling.refusals.notRequested");
    await tx.session.update({ where: { id: before.id }, data: { status: "BOOKED" }, select: { id: true } });
    await tellLater(tx, [before.id]);
    await record(tx, actor, {
      kind: "session.confirmed",
      ...about(before),
      data: { type: before.type, when: whenWords(before) },
    });
  });
}

const subjectOf = ({ id }: ChangedSession) => ({ kind: "session", id });
const about = (before: ChangedSession) => ({
  subject: subjectOf(before),
  clientIds: before.clients.map(({ id }) => id),
});

/** What happens to a session while its people and itself are held. */
async function changing(
  actor: Actor,
  sessionId: string,
  work: (tx: Tx, before: ChangedSession) => Promise<void>,
): Promise<void> {
  await bookingTransaction(async (tx) => {
    const seen = await findToChange(tx, actor, { sessionId });
    if (!seen) refuse("not_found", "refusals.notFound");
    const [practitionerIds, clientIds] = [seen.practitioners.map(({ id }) => id), seen.clients.map(({ id }) => id)];
    await holdSlots(tx, { practitionerIds, clientIds, roomId: seen.roomId });
    await work(tx, await lockAgain(tx, actor, seen));
  });
}

type Writing = { before: ChangedSession; status: ChangedSession["status"]; parts: Record<string, Part> };

/** Writes what was sent of the parts the person sees; a part whose client may not be reported is refused with the reason. */
async function writeParts(tx: Tx, actor: Actor, { before, status, parts }: Writing) {
  const stored = await findParts(tx, before.id);
  const seen = new Set(
    (
      await findBookedClients(
        actor,
        stored.map(({ clientId }) => clientId),
        tx,
      )
    ).map(({ id }) => id),
  );
  const changed = [];
  for (const part of stored.filter(({ id, clientId }) => parts[id] && seen.has(clientId))) {
    const sent = parts[part.id];
    if (!sent) continue;
    refuseUnreportable(part, { sent, before, status });
    const fundingSource = await nameOfFunding(tx, part, sent);
    const data = sent.noShow ? { ...sent, reportable: false, contactMinutes: 0 } : sent;
    const { fundingSourceId, ...plain } = data;
    const changes = changesBetween<Record<string, unknown>>(part, { ...plain, fundingSource });
    if (!changes) continue;
    await tx.attendance.update({ where: { id: part.id }, data: { ...plain, fundingSourceId }, select: { id: true } });
    changed.push({ name: part.name, clientId: part.clientId, changes });
  }
  return changed;
}

function nameOfFunding(tx: Tx, part: StoredPart, { fundingSourceId }: Part): Promise<string | null> | string | null {
  return fundingSourceId === part.fundingSourceId ? part.fundingSource : fundingSourceToName(tx, fundingSourceId);
}

function refuseUnreportable(
  part: StoredPart,
  { sent, before, status }: { sent: Part; before: ChangedSession; status: ChangedSession["status"] },
): void {
  if (!sent.reportable || sent.noShow || part.reportable) return;
  const blocker = reportableBlocker(
    { ...part, status, noShow: sent.noShow, startsAt: before.startsAt },
    { now: now() },
  );
  if (blocker) refuse(blocker, `clients.reportable.blockers.${blocker}`, { field: `parts.${part.id}.reportable` });
}
