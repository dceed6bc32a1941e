import "server-only";
import { CONVERSION_KIND, receiptRecord } from "@/lib/features/conversions/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import type { OperationHandler } from "@/lib/platform/operation/handler";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { finishWork } from "@/lib/platform/operation/run";
import { operationsVisibleTo } from "@/lib/platform/operation/scope";
import { undoTraced } from "@/lib/platform/operation/undo-traced";
import { refuse } from "@/lib/platform/refusal";

/** How conversions are taken back: like any operation, and the prospect's stream says so. */
export const conversionHandler: OperationHandler = {
  undoBatch: async (tx, operation, batch) => {
    const results = await undoTraced(tx, batch);
    const undone = results.some(({ undo }) => undo === "undone");
    if (undone) await tell(tx, operation.actor, operation.id);
    return results;
  },
};

/**
 * Takes a conversion back at once: what it made goes, while nobody changed it and nothing new hangs on it.
 * @throws {RefusalError} not_found; kept when something was changed or added since
 */
export async function undoConversion(
  actor: Actor,
  { prospectId, operationId }: { prospectId: string; operationId: string },
): Promise<void> {
  await inTransaction(async (tx) => {
    const where = { AND: [{ id: operationId, kind: CONVERSION_KIND }, operationsVisibleTo(actor)] };
    const known = await tx.operation.count({ where });
    const bound = await tx.conversion.count({ where: { prospectId, operationId } });
    if (known === 0 || bound === 0) refuse("not_found", "refusals.notFound");
    await undoOperation(tx, operationId);
  });
  await finishWork(operationId, { [CONVERSION_KIND]: conversionHandler });
  const kept = await db.conversion.count({ where: { prospectId, operationId } });
  if (kept > 0) refuse("conversion_kept", "conversions.refusals.kept");
}

async function tell(tx: Tx, actor: Actor, operationId: string): Promise<void> {
  const row = await tx.operationRow.findFirst({ where: { operationId }, select: { source: true } });
  const { prospect, client } = receiptRecord.parse(row?.source);
  const data = { name: prospect.name, client: client.name, number: client.number };
  const subject = { kind: "prospect", id: prospect.id };
  await record(tx, actor, { kind: "prospect.conversion-undone", subject, operationId, data });
}
