import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";
import { moveOperation, saveProgress, undoOperation } from "./lifecycle";
import { operationProgress } from "./progress";
import { operationsVisibleTo } from "./scope";

type Named = { operationId: string };

/**
 * Begins to take an operation back, in the background.
 * @throws {RefusalError} not_found, operation_moved, undo_too_late
 */
export async function startUndo(actor: Actor, { operationId }: Named): Promise<void> {
  await inTransaction(async (tx) => {
    const visible = await tx.operation.count({ where: { AND: [{ id: operationId }, operationsVisibleTo(actor)] } });
    if (visible === 0) refuse("not_found", "refusals.notFound");
    await undoOperation(tx, operationId);
  });
}

const PHASES = ["PLANNING", "APPLYING", "UNDOING"] as const;

/**
 * Goes on with an operation that an error stopped, where it stood.
 * @throws {RefusalError} not_found, operation_moved
 */
export async function retryOperation(actor: Actor, { operationId }: Named): Promise<void> {
  await inTransaction(async (tx) => {
    const operation = await tx.operation.findFirst({
      where: { AND: [{ id: operationId }, operationsVisibleTo(actor)] },
      select: { problem: true, progress: true },
    });
    const phase = PHASES.find((name) => operation?.problem?.startsWith(`${name}:`));
    if (!operation || !phase) refuse("not_found", "refusals.notFound");
    await saveProgress(tx, operationId, { ...operationProgress.parse(operation.progress), failures: 0 });
    await moveOperation(tx, operationId, { from: ["FAILED"], to: phase });
  });
}
