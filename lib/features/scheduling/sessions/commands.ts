import "server-only";
import { findClient } from "@/lib/features/clients/record/queries";
import { dropDraft } from "@/lib/features/drafts/commands";
import { draftKeys } from "@/lib/features/drafts/schema";
import { assignToClients, preparePlan } from "@/lib/features/scheduling/sessions/planning/commands";
import { whenWords } from "@/lib/features/scheduling/sessions/planning/copy";
import type { PreparedPlan } from "@/lib/features/scheduling/sessions/planning/schema";
import { bookingTransaction, refuseClashes } from "@/lib/features/scheduling/sessions/slots/commands";
import { tellLater } from "@/lib/features/scheduling/sessions/telling/commands";
import { freeSlots } from "@/lib/features/scheduling/waiting/freeing/commands";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import type { LeaveSessionInput, RecordSessionInput } from "./schema";

/**
 * Puts a session down: one that is over as held, one to come as booked. Nobody is booked twice. With a pre-client it is
 * not reportable, whatever was asked for. Its practitioners become its clients'. Answers the session's id.
 * @throws {RefusalError} slot_taken, and what `preparePlan` answers
 */
export async function recordSession(actor: Actor, input: RecordSessionInput): Promise<string> {
  return bookingTransaction(async (tx) => {
    const prepared = await preparePlan(tx, actor, input);
    const fundingSource = await fundingSourceToName(tx, input.fundingSourceId);
    const status = prepared.columns.startsAt > now() ? "BOOKED" : "HELD";
    const sessionId = await insertSession(tx, actor, { prepared, part: input, status });
    const { clients, practitioners, columns } = prepared;
    const practitionerName = practitioners.map(({ name }) => name).join(", ");
    const subject = { kind: "session", id: sessionId };
    const { type, area, startsAt } = columns;
    if (status === "BOOKED") {
      const data = { practitionerName, type, area, when: whenWords(columns) };
      await record(tx, actor, { kind: "session.booked", subject, clientIds: clients.map(({ id }) => id), data });
    } else {
      for (const { id, kind } of clients) {
        const reportable = input.reportable && kind !== "PRE_CLIENT";
        const { minutes, notes: note } = input;
        const data = { practitionerName, type, area, minutes, fundingSource, reportable, note };
        await record(tx, actor, { kind: "session.recorded", subject, clientIds: [id], at: startsAt, data });
      }
    }
    if (status === "BOOKED") await tellLater(tx, [sessionId]);
    await assignToClients(tx, actor, prepared);
    for (const key of [...input.clientIds, "any"]) await dropDraft(tx, actor, draftKeys.newSession(key));
    return sessionId;
  });
}

type Insertion = {
  prepared: PreparedPlan;
  part: {
    reportable: boolean;
    fundingSourceId: string | null;
    minutes: number;
    prepMinutes: number;
    travelMinutes: number;
  };
  status: "REQUESTED" | "BOOKED" | "HELD";
  series?: { seriesId: string; occurrenceKey: string };
};

/** Writes a session whose people are held, unless one of them is taken then. @throws {RefusalError} slot_taken */
export async function insertSession(tx: Tx, actor: Actor, insertion: Insertion): Promise<string> {
  const { prepared, part, status, series = {} } = insertion;
  const { clients, practitioners, columns } = prepared;
  const [practitionerIds, clientIds] = [practitioners, clients].map((people) => people.map(({ id }) => id));
  if (!practitionerIds || !clientIds) throw new Error("a session without people");
  if (status !== "HELD")
    await refuseClashes(tx, actor, { slots: [columns], practitionerIds, clientIds, roomId: columns.roomId });
  const id = newId();
  const createdByAccountId = actor.kind === "account" ? actor.accountId : null;
  await tx.session.create({ data: { id, status, createdByAccountId, ...columns, ...series }, select: { id: true } });
  await tx.sessionPractitioner.createMany({
    data: practitionerIds.map((practitionerId) => ({ sessionId: id, practitionerId })),
  });
  const { fundingSourceId, minutes, prepMinutes, travelMinutes, reportable } = part;
  const common = { sessionId: id, startsAt: columns.startsAt, fundingSourceId, contactMinutes: minutes };
  await tx.attendance.createMany({
    data: clients.map(({ id: clientId, kind }) => ({
      ...common,
      clientId,
      prepMinutes,
      travelMinutes,
      reportable: reportable && kind !== "PRE_CLIENT",
    })),
  });
  return id;
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
    if (left === 0) await giveUp(tx, sessionId);
    await tellLater(tx, [sessionId]);
  });
}

/** A session without clients is nothing; whoever was told of it is told that it is off before it goes. */
async function giveUp(tx: Tx, id: string): Promise<void> {
  await freeSlots(tx, [id]);
  const gone = await execute(
    sql`delete from sessions where id = ${id}::uuid and (told is null or status <> 'BOOKED')`,
    tx,
  );
  if (gone > 0) return;
  const data = { status: "CANCELLED" as const, cancelledAt: now() };
  await tx.session.update({ where: { id }, data, select: { id: true } });
}

export async function fundingSourceToName(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const found = await tx.fundingSource.findFirst({ where: { id, archivedAt: null }, select: { identifier: true } });
  return found ? found.identifier : refuse("unknown_funding_source", "validation.id", { field: "fundingSourceId" });
}
