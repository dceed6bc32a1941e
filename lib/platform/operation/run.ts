import "server-only";
import { findGranted } from "@/lib/platform/access/granted";
import { now } from "@/lib/platform/clock";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { logger } from "@/lib/platform/logger";
import { newId } from "@/lib/values/id";
import type { OperationHandler, OperationHandlers, PlannedRow, RunningOperation } from "./handler";
import { finishApplying, finishUndoing, operationActor, promiseRun, saveProgress } from "./lifecycle";
import { type OperationProgress, type Outcome, operationProgress } from "./progress";
import { countOutcomes, deleteRows, nextRowsToApply, nextRowsToUndo, saveResults, saveUndo } from "./rows";
import { undoTraced } from "./undo-traced";

const BATCH = 1000;
const BATCH_TIMEOUT_MS = 120_000;
const PLAN_TIMEOUT_MS = 600_000;
const MAX_FAILURES = 5;
const MAX_REFUSED_IN_A_ROW = 25;

type Locked = RunningOperation & { status: string; progress: OperationProgress };
type Step = { tx: Tx; operation: Locked; handler: OperationHandler; size: number };

/**
 * Works on an operation until it stands still again: plans it, applies it or takes it back, one transaction per batch.
 * Can be begun again at any time, by several processes at once: the operation's row is locked for each batch, and rows
 * that are done are never looked at again. A batch that violates a constraint is tried in halves, down to the one row
 * that is to blame, which is refused.
 */
export async function workOnOperation(
  operationId: string,
  handlers: OperationHandlers,
  { batch = BATCH }: { batch?: number } = {},
): Promise<void> {
  let inARow = 0;
  for (let size = batch; ; ) {
    try {
      if (!(await step(operationId, handlers, size))) return;
      size = Math.min(batch, size * 2);
      inARow = 0;
    } catch (error) {
      const blamable = isConstraintViolation(error);
      if (blamable && size > 1) size = Math.ceil(size / 2);
      // So many rows cannot all be to blame.
      else if (++inARow > MAX_REFUSED_IN_A_ROW) return await noteFailure(operationId, error, { stop: true });
      else if (!blamable || !(await refuseNextRow(operationId))) return await noteFailure(operationId, error);
    }
  }
}

const PATIENCE = 20;

/** The same for somebody who waits for the end: when a job is at it already, its batch is waited for. */
export async function finishWork(operationId: string, handlers: OperationHandlers): Promise<void> {
  for (let turn = 0; turn < PATIENCE && (await isMoving(operationId)); turn++)
    await workOnOperation(operationId, handlers);
}

/** Waits until nobody is at it. */
async function isMoving(operationId: string): Promise<boolean> {
  const [found] = await inTransaction(
    (tx) => tx.$queryRaw<{ moving: boolean }[]>`
      select status in ('PLANNING', 'APPLYING', 'UNDOING') as moving from operations where id = ${operationId}::uuid for update`,
  );
  return found?.moving ?? false;
}

/** Promises work again on every operation that a crash may have left in the middle. */
export async function resumeOperations(): Promise<void> {
  const moving = await db.operation.findMany({
    where: { status: { in: ["PLANNING", "APPLYING", "UNDOING"] } },
    select: { id: true },
  });
  for (const { id } of moving) await inTransaction((tx) => promiseRun(tx, id));
}

/** One transaction of work; false when there is nothing more to do, or somebody else is at it. */
async function step(operationId: string, handlers: OperationHandlers, size: number): Promise<boolean> {
  const status = (await db.operation.findUnique({ where: { id: operationId }, select: { status: true } }))?.status;
  const timeoutMs = status === "PLANNING" ? PLAN_TIMEOUT_MS : BATCH_TIMEOUT_MS;
  return inTransaction(
    async (tx) => {
      const operation = await lockOperation(tx, operationId);
      if (!operation) return false;
      const handler = handlers[operation.kind] ?? {};
      const work = { tx, operation, handler, size: Math.min(size, handler.most ?? size) };
      if (operation.status === "PLANNING") return planRows(work);
      if (operation.status === "APPLYING") return applyRows(work);
      return operation.status === "UNDOING" ? undoRows(work) : false;
    },
    { timeoutMs },
  );
}

async function lockOperation(tx: Tx, operationId: string): Promise<Locked | null> {
  const free = await tx.$queryRaw<
    unknown[]
  >`select 1 from operations where id = ${operationId}::uuid for update skip locked`;
  if (free.length === 0) return null;
  const found = await tx.operation.findUniqueOrThrow({
    where: { id: operationId },
    select: {
      id: true,
      kind: true,
      title: true,
      input: true,
      status: true,
      progress: true,
      account: { select: { id: true, firstName: true, lastName: true, email: true, language: true } },
    },
  });
  const granted = found.account ? await findGranted(found.account.id, tx) : undefined;
  return { ...found, progress: operationProgress.parse(found.progress), actor: operationActor(found.account, granted) };
}

async function planRows({ tx, operation, handler }: Step): Promise<false> {
  await deleteRows(tx, operation.id);
  const verdict = (await handler.plan?.(tx, operation)) ?? { ok: true };
  const counts = await countOutcomes(tx, operation.id);
  await tx.operation.update({
    where: { id: operation.id },
    data: {
      status: verdict.ok ? "PLANNED" : "FAILED",
      problem: verdict.ok ? null : verdict.problem,
      progress: operationProgress.parse(counts),
    },
    select: { id: true },
  });
  return false;
}

async function applyRows({ tx, operation, handler, size }: Step): Promise<boolean> {
  const batch = await nextRowsToApply(tx, operation.id, size);
  if (batch.length === 0) {
    await finishApplying(tx, operation, { told: true });
    return false;
  }
  if (!handler.applyBatch) throw new Error(`operations of kind ${operation.kind} cannot be applied`);
  const results = await handler.applyBatch(tx, operation, batch);
  await saveResults(tx, results, { at: now() });
  await saveProgress(tx, operation.id, { ...moved(operation.progress, batch, results), failures: 0 });
  return true;
}

/** The counts after these rows came out otherwise than planned, or as planned. */
function moved(
  progress: OperationProgress,
  batch: readonly PlannedRow[],
  results: readonly { outcome: Outcome }[],
): OperationProgress {
  const next = { ...progress };
  for (const { outcome } of batch) next[outcome] -= 1;
  for (const { outcome } of results) next[outcome] += 1;
  next.done += results.filter(({ outcome }) => outcome === "create" || outcome === "update").length;
  return next;
}

async function undoRows({ tx, operation, handler, size }: Step): Promise<boolean> {
  const batch = await nextRowsToUndo(tx, operation.id, size);
  if (batch.length === 0) {
    await finishUndoing(tx, operation, { progress: operation.progress, told: handler.applyBatch !== undefined });
    return false;
  }
  const results = await (handler.undoBatch?.(tx, operation, batch) ?? undoTraced(tx, batch));
  await saveUndo(tx, results);
  const undone = results.filter(({ undo }) => undo === "undone").length;
  const { progress } = operation;
  await saveProgress(tx, operation.id, {
    ...progress,
    undone: progress.undone + undone,
    left: progress.left + results.length - undone,
    failures: 0,
  });
  return true;
}

/** The next row is the one that the database does not take: it is refused, or left, and the others go on. */
async function refuseNextRow(operationId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const operation = await lockOperation(tx, operationId);
    if (operation?.status === "APPLYING") {
      const batch = await nextRowsToApply(tx, operationId, 1);
      const results = batch.map(({ id }) => ({ id, outcome: "refused" as const, reasons: [{ code: "conflict" }] }));
      await saveResults(tx, results, { at: now() });
      await saveProgress(tx, operationId, moved(operation.progress, batch, results));
      return batch.length > 0;
    }
    if (operation?.status !== "UNDOING") return false;
    const batch = await nextRowsToUndo(tx, operationId, 1);
    await saveUndo(
      tx,
      batch.map(({ id }) => ({ id, undo: "conflict" })),
    );
    await saveProgress(tx, operationId, { ...operation.progress, left: operation.progress.left + batch.length });
    return batch.length > 0;
  });
}

/** An error that is nobody's data: kept under a reference, tried again, and shown when it stays. */
async function noteFailure(operationId: string, error: unknown, { stop = false } = {}): Promise<void> {
  const reference = newId().slice(-8);
  logger.error({ err: error, reference, operationId }, "work on an operation failed");
  const stopped = await inTransaction(async (tx) => {
    const operation = await lockOperation(tx, operationId);
    if (!operation) return true;
    const failures = operation.progress.failures + 1;
    await saveProgress(tx, operationId, { ...operation.progress, failures });
    if (failures < MAX_FAILURES && !stop) return false;
    const { kind: operationKind, title, actor } = operation;
    await tx.operation.update({
      where: { id: operationId },
      data: { status: "FAILED", problem: `${operation.status}:${reference}` },
    });
    await record(tx, actor, {
      kind: "operation.failed",
      subject: { kind: "operation", id: operationId },
      operationId,
      data: { operationKind, title, problem: reference },
    });
    return true;
  });
  if (!stopped) throw error;
}

/** SQLSTATE class 23: what the data of one row can cause. Prisma hides it in different places for its two kinds of calls. */
function isConstraintViolation(error: unknown): boolean {
  for (let at = error, depth = 0; at && depth < 6; depth++) {
    const { code, cause, meta, originalCode } = at as Record<string, unknown>;
    if ([code, originalCode].some((found) => typeof found === "string" && /^(23\d{3}|P2002|P2003|P2004)$/.test(found)))
      return true;
    at = cause ?? (meta as Record<string, unknown> | undefined)?.driverAdapterError;
  }
  return false;
}
