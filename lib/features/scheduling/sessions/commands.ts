import "server-only";
import { addPractitioner } from "@/lib/features/clients/assignments/commands";
import { findClient } from "@/lib/features/clients/record/queries";
import { sessionBlocker } from "@/lib/features/clients/rules";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { dayIn } from "@/lib/values/date";
import { newId } from "@/lib/values/id";
import { addMinutes } from "@/lib/values/instant";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import { toInstant } from "@/lib/values/time-zone";
import type { LeaveSessionInput, RecordSessionInput } from "./schema";

/**
 * Records a session that was held with a client. With a pre-client it is not reportable, whatever was asked for. Its
 * practitioner becomes one of the client's. Answers the session's id.
 */
export async function recordSession(actor: Actor, input: RecordSessionInput): Promise<string> {
  const { clientId, practitionerId, minutes, type, area, notes } = input;
  const sessionId = newId();
  await inTransaction(async (tx) => {
    // The kind and the status must not change between the check and the write.
    await rows(sql`select id from clients where id = ${clientId}::uuid for no key update`, tx);
    const client = await findClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    const blocker = sessionBlocker(client.status);
    if (blocker) refuse(blocker, `scheduling.refusals.${blocker}`, { values: { status: client.status.name } });
    const [practitionerName, fundingSource] = [
      await practitionerToName(tx, practitionerId),
      await fundingSourceToName(tx, input.fundingSourceId),
    ];
    const reportable = input.reportable && client.kind !== "PRE_CLIENT";
    const startsAt = toInstant(input.date, input.start, client.center.timeZone);
    const when = { startsAt, endsAt: addMinutes(startsAt, minutes), timeZone: client.center.timeZone };
    await tx.session.create({
      data: {
        id: sessionId,
        ...when,
        status: startsAt > now() ? "BOOKED" : "HELD",
        centerId: client.center.id,
        type,
        area,
        notes,
      },
      select: { id: true },
    });
    await tx.sessionPractitioner.create({ data: { sessionId, practitionerId }, select: { sessionId: true } });
    const { fundingSourceId, prepMinutes } = input;
    const part = { reportable, fundingSourceId, contactMinutes: minutes, prepMinutes, startsAt };
    await tx.attendance.create({ data: { sessionId, clientId, ...part }, select: { id: true } });
    await record(tx, actor, {
      kind: "session.recorded",
      subject: { kind: "session", id: sessionId },
      clientIds: [clientId],
      at: startsAt,
      data: { practitionerName, type, area, minutes, fundingSource, reportable, note: notes },
    });
    if (await addPractitioner(tx, clientId, { practitionerId })) {
      const subject = { kind: "client", id: clientId };
      const data = { practitioner: practitionerName };
      await record(tx, actor, { kind: "client.practitioner-assigned", subject, clientIds: [clientId], data });
    }
    await dropDraft(tx, actor, draftKeys.newSession(clientId));
  });
  return sessionId;
}

/**
 * Takes a client off a session they have no part in; a session that nobody is left in is deleted with it. What was
 * recorded stays in history. @throws {RefusalError} not_found
 */
export async function leaveSession(actor: Actor, { sessionId, clientId }: LeaveSessionInput): Promise<void> {
  await inTransaction(async (tx) => {
    // Two who leave the same session wait for each other, so that the last one deletes it.
    await rows(sql`select id from sessions where id = ${sessionId}::uuid for update`, tx);
    const client = await findClient(actor, clientId, tx);
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      select: { type: true, startsAt: true, timeZone: true },
    });
    const { count } = await tx.attendance.deleteMany({ where: { sessionId, clientId } });
    if (!client || !session || count === 0) refuse("not_found", "refusals.notFound");
    await record(tx, actor, {
      kind: "session.left",
      subject: { kind: "session", id: sessionId },
      clientIds: [clientId],
      data: { name: client.name, type: session.type, day: dayIn(session.timeZone, session.startsAt) },
    });
    const left = await tx.attendance.count({ where: { sessionId } });
    if (left === 0) await tx.session.delete({ where: { id: sessionId }, select: { id: true } });
  });
}

async function practitionerToName(tx: Tx, id: string): Promise<string> {
  const found = await tx.practitioner.findFirst({
    where: { id, status: "ACTIVE" },
    select: { firstName: true, lastName: true },
  });
  return found ? fullName(found) : refuse("unknown_practitioner", "validation.id", { field: "practitionerId" });
}

async function fundingSourceToName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const found = await tx.fundingSource.findFirst({ where: { id, archivedAt: null }, select: { identifier: true } });
  return found ? found.identifier : refuse("unknown_funding_source", "validation.id", { field: "fundingSourceId" });
}
