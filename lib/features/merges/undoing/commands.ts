import "server-only";
import { MERGE_OPERATIONS, MERGED_TABLES, type MergedKind, mergeRecord } from "@/lib/features/merges/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import type { AppliedRow, OperationHandler, OperationHandlers, UndoResult } from "@/lib/platform/operation/handler";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { finishWork } from "@/lib/platform/operation/run";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import { undoTraced } from "@/lib/platform/operation/undo-traced";
import { refuse } from "@/lib/platform/refusal";

type UndoRows = (tx: Tx, batch: AppliedRow[]) => Promise<UndoResult[]>;

/**
 * How merges of one kind are taken back: like any operation, and told.
 * @param undoRows where putting rows back is not enough.
 */
export function mergeHandler(kind: MergedKind, undoRows: UndoRows = undoTraced): OperationHandler {
  return {
    undoBatch: async (tx, operation, batch) => {
      const results = await undoRows(tx, batch);
      const undone = new Set(results.filter(({ undo }) => undo === "undone").map(({ id }) => id));
      if (batch.some(({ id, before }) => before[MERGED_TABLES[kind]] && undone.has(id))) await tell(tx, operation);
      return results;
    },
  };
}

type Told = { id: string; kind: string; input: unknown; actor: Actor };

/** Told once: batches are only tried in parts when something stands in the way. */
async function tell(tx: Tx, { id: operationId, kind: operationKind, input, actor }: Told) {
  const { winnerId, loserIds, name, merged } = mergeRecord.parse(input);
  const kind: MergedKind = operationKind === MERGE_OPERATIONS.client ? "client" : "contact";
  const told = await tx.historyEntry.findFirst({
    where: { operationId, kind: `${kind}.merge-undone` },
    select: { id: true },
  });
  if (told) return;
  await record(tx, actor, {
    kind: `${kind}.merge-undone`,
    subject: { kind, id: winnerId },
    clientIds: kind === "client" ? [winnerId] : await clientsOf(tx, [winnerId, ...loserIds]),
    operationId,
    data: { name, merged, mergedIds: loserIds },
  });
}

async function clientsOf(tx: Tx, contactIds: string[]): Promise<string[]> {
  const relationships = await tx.relationship.findMany({
    where: { contactId: { in: contactIds }, client: { deletedAt: null } },
    select: { clientId: true },
    orderBy: { createdAt: "asc" },
  });
  return [...new Set(relationships.map(({ clientId }) => clientId))];
}

/**
 * Takes a merge back and waits until it is done: few records are in it. What was changed since stays and is listed.
 * @throws {RefusalError} not_found, operation_moved, undo_too_late
 */
export async function undoMerge(
  actor: Actor,
  { operationId }: { operationId: string },
  handlers: OperationHandlers,
): Promise<void> {
  await inTransaction(async (tx) => {
    const ofMerges = { id: operationId, kind: { in: Object.values(MERGE_OPERATIONS) } };
    const operation = await tx.operation.findFirst({
      where: { AND: [ofMerges, operationsVisibleTo(actor)] },
      select: { id: true, kind: true, input: true },
    });
    if (!operation) refuse("not_found", "refusals.notFound");
    await undoOperation(tx, operationId);
    // The work itself goes on in the name of whoever merged.
    await tell(tx, { ...operation, actor });
  });
  await finishWork(operationId, handlers);
}
