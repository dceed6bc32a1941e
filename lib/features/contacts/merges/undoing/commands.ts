import "server-only";
import { type ContactFollowers, MERGE_KIND, mergeRecord } from "@/lib/features/contacts/merges/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import type { AppliedRow, OperationHandler, UndoResult } from "@/lib/platform/operation/handler";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { workOnOperation } from "@/lib/platform/operation/run";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import { undoTraced } from "@/lib/platform/operation/undo-traced";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";

/** How merges are taken back: like any operation, but that a seat given up has to be free to be taken again. */
export function contactMergeHandler(followers: ContactFollowers): OperationHandler {
  return {
    undoBatch: async (tx, operation, batch) => {
      const seated = await givenUpSeats(tx, batch);
      const results = await undoTraced(
        tx,
        batch.filter(({ id }) => !seated.has(id)),
      );
      for (const row of batch) {
        const eventId = seated.get(row.id);
        if (eventId) results.push(await retakeSeat(tx, { row, eventId, followers }));
      }
      const undone = new Set(results.filter(({ undo }) => undo === "undone").map(({ id }) => id));
      if (batch.some(({ id, before }) => before.contacts && undone.has(id))) await tell(tx, operation);
      return results;
    },
  };
}

/** Rows that cancelled a confirmed place which is cancelled still, with the event. */
async function givenUpSeats(tx: Tx, batch: readonly AppliedRow[]): Promise<Map<string, string>> {
  const places = batch.flatMap(({ id, before }) =>
    Object.entries(before.registrations ?? {}).map(([key, image]) => ({ id, key, image })),
  );
  const confirmed = places.filter(({ image }) => image?.status === "CONFIRMED");
  const cancelled = await tx.registration.findMany({
    where: { id: { in: confirmed.map(({ key }) => key) }, status: "CANCELLED" },
    select: { id: true, eventId: true },
  });
  const events = new Map(cancelled.map(({ id, eventId }) => [id, eventId]));
  return new Map(
    confirmed.flatMap(({ id, key }) => {
      const eventId = events.get(key);
      return eventId ? [[id, eventId] as const] : [];
    }),
  );
}

type Retake = { row: AppliedRow; eventId: string; followers: ContactFollowers };

async function retakeSeat(tx: Tx, { row, eventId, followers }: Retake): Promise<UndoResult> {
  if (!(await followers.claimSeat(tx, eventId))) return { id: row.id, undo: "full" };
  const [result = { id: row.id, undo: "conflict" }] = await undoTraced(tx, [row]);
  if (result.undo !== "undone") await followers.releaseSeat(tx, eventId);
  return result;
}

/** Told once: batches are only tried in parts when something stands in the way. */
async function tell(tx: Tx, { id: operationId, input, actor }: { id: string; input: unknown; actor: Actor }) {
  const { winnerId, loserIds, name, merged } = mergeRecord.parse(input);
  const told = await tx.historyEntry.findFirst({
    where: { operationId, kind: "contact.merge-undone" },
    select: { id: true },
  });
  if (told) return;
  const relationships = await tx.relationship.findMany({
    where: { contactId: { in: [winnerId, ...loserIds] }, client: { deletedAt: null } },
    select: { clientId: true },
    orderBy: { createdAt: "asc" },
  });
  await record(tx, actor, {
    kind: "contact.merge-undone",
    subject: { kind: "contact", id: winnerId },
    clientIds: [...new Set(relationships.map(({ clientId }) => clientId))],
    operationId,
    data: { name, merged, mergedIds: loserIds },
  });
}

const PATIENCE = 20;

/**
 * Takes a merge back and waits until it is done: few records are in it. What was changed since stays and is listed.
 * @throws {RefusalError} not_found, operation_moved, undo_too_late
 */
export async function undoMerge(
  actor: Actor,
  { operationId }: { operationId: string },
  followers: ContactFollowers,
): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { AND: [{ id: operationId, kind: MERGE_KIND }, operationsVisibleTo(actor)] };
    const operation = await tx.operation.findFirst({ where, select: { id: true, input: true } });
    if (!operation) refuse("not_found", "refusals.notFound");
    await undoOperation(tx, operationId);
    // The work itself goes on in the name of whoever merged.
    await tell(tx, { ...operation, actor });
  });
  for (let turn = 0; turn < PATIENCE && (await isUndoing(operationId)); turn++)
    await workOnOperation(operationId, { [MERGE_KIND]: contactMergeHandler(followers) });
}

/** Waits for whoever else is at it, such as the job that was promised. */
async function isUndoing(operationId: string): Promise<boolean> {
  const [found] = await inTransaction((tx) =>
    rows<{ undoing: boolean }>(
      sql`select status = 'UNDOING' as undoing from operations where id = ${operationId}::uuid for update`,
      tx,
    ),
  );
  return found?.undoing ?? false;
}
