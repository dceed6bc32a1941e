import "server-only";
import { insertAssignments } from "@/lib/features/imports/applying/clients/parts/commands";
import type { ApplyContext, RowOf } from "@/lib/features/imports/applying/schema";
import { findLiveClients } from "@/lib/features/imports/applying/sessions/queries";
import { attendanceRecord, sessionEntry, sessionRecord, unnamed } from "@/lib/features/imports/applying/sessions/rules";
import type { LiveClient, PlacedSession } from "@/lib/features/imports/applying/sessions/schema";
import { findImportedKeys } from "@/lib/features/imports/planning/sessions/queries";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { insertMany } from "@/lib/platform/db/insert-many";
import { recordMany } from "@/lib/platform/history/record-many";
import type { RowReason, RowResult } from "@/lib/platform/operation/handler";
import { traceBook } from "@/lib/platform/operation/trace-book";
import { newId } from "@/lib/values/id";
import { isoOf } from "@/lib/values/instant";

/**
 * Makes the past sessions of these rows. With a pre-client none is reportable, whatever the file says (S0-03). A session
 * that was imported before is found by its key and stays as it is.
 */
export async function applySessions(
  tx: Tx,
  batch: readonly RowOf<"session">[],
  context: ApplyContext,
): Promise<RowResult[]> {
  if (batch.length === 0) return [];
  const clients = await findLiveClients(
    tx,
    batch.map(({ source }) => source.client.id),
  );
  const known = await findImportedKeys(
    tx,
    batch.map(({ source }) => source.session.rowKey),
  );
  const placed = batch.flatMap((row) => {
    const client = clients.get(row.source.client.id);
    return client && row.subjectId && !known.has(row.source.session.rowKey) ? [place(row, client, context)] : [];
  });
  const traces = await writeSessions(tx, placed, context);
  const made = new Map(placed.map((session) => [session.row.id, session]));
  return batch.map((row): RowResult => {
    const session = made.get(row.id);
    if (session) return { id: row.id, outcome: "create", reasons: reasonsOf(session), ...traces.get(row.id) };
    const code = known.has(row.source.session.rowKey) ? "already_here" : "client_not_found";
    const reasons = [{ row: row.source.session.row, column: null, code, params: { client: row.source.client.number } }];
    return { id: row.id, outcome: code === "already_here" ? "unchanged" : "refused", reasons };
  });
}

function place(row: RowOf<"session">, client: LiveClient, { names }: ApplyContext): PlacedSession {
  const { session } = row.source;
  const centerId = names.find("center", session.centerName)?.id ?? client.centerId;
  return {
    row,
    client,
    centerId,
    id: row.subjectId ?? "",
    attendanceId: newId(),
    zone: names.zoneOf(centerId) ?? client.zone,
    practitionerId: names.find("practitioner", session.practitionerName)?.id ?? null,
    fundingSourceId: names.find("funding-source", session.fundingSource)?.id ?? null,
  };
}

/** What was known at the plan, and what the file names that was not made after all. */
function reasonsOf(session: PlacedSession): RowReason[] | undefined {
  const left = unnamed(session);
  return left.length > 0 ? [...session.row.reasons, ...left] : undefined;
}

async function writeSessions(tx: Tx, sessions: readonly PlacedSession[], { operation }: ApplyContext) {
  const book = traceBook();
  const stamp = { at: isoOf(now()) };
  await insertMany(
    tx,
    "sessions",
    sessions.map((session) => sessionRecord(session, stamp)),
  );
  await insertMany(tx, "attendances", sessions.map(attendanceRecord));
  const led = sessions.filter(({ practitionerId }) => practitionerId !== null);
  await insertMany(
    tx,
    "session_practitioners",
    led.map(({ id, practitionerId }) => ({ session_id: id, practitioner_id: practitionerId })),
  );
  for (const { row, id, attendanceId } of sessions) {
    book.created(row.id, "sessions", id);
    book.created(row.id, "attendances", attendanceId);
  }
  for (const { row, id, practitionerId } of led)
    book.created(row.id, "session_practitioners", `${id}:${practitionerId}`);
  const assigned = led.map(({ row, client, practitionerId }) => ({
    rowId: row.id,
    clientId: client.id,
    practitionerId,
  }));
  await insertAssignments(tx, assigned, { book, stamp });
  const written = await recordMany(tx, operation.actor, sessions.map(sessionEntry), {
    operationId: operation.id,
    leading: true,
  });
  written.forEach(({ streamId }, index) => {
    const row = sessions[index]?.row;
    if (row && streamId) book.created(row.id, "stream_entries", streamId);
  });
  return book.close(tx);
}
