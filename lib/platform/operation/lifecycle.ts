import "server-only";
import { type AccountActor, type Actor, actorFrom, systemActor } from "@/lib/platform/access/actor";
import type { GrantedRights } from "@/lib/platform/access/rights";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import type { OperationStatus } from "@/lib/platform/db/generated/enums";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { refuse } from "@/lib/platform/refusal";
import { addSeconds, isBefore } from "@/lib/values/instant";
import type { RowResult, RunningOperation } from "./handler";
import { type OperationProgress, operationProgress } from "./progress";
import { countOutcomes, forgetLeftRows, insertRows, saveResults } from "./rows";

/** How long an operation can be undone after it was applied. */
export const UNDO_DAYS = 30;
const SECONDS_PER_DAY = 86_400;

type Begin = { kind: string; title: string; input: object; status?: "DRAFT" | "PLANNING" | "PLANNED" | "APPLIED" };

/** Opens an operation; as a draft nothing happens until it is moved on. */
export async function beginOperation(tx: Tx, actor: Actor, begin: Begin): Promise<string> {
  const { kind, title, input, status = "DRAFT" } = begin;
  const { id } = await tx.operation.create({
    data: {
      kind,
      title,
      input,
      status,
      accountId: actor.kind === "account" ? actor.accountId : null,
      createdAt: now(),
    },
    select: { id: true },
  });
  return id;
}

/**
 * Moves an operation on if it stands where it is expected: of two people who press at once only one gets through.
 * @throws {RefusalError} operation_moved
 */
export async function moveOperation(
  tx: Tx,
  operationId: string,
  { from, to }: { from: readonly OperationStatus[]; to: OperationStatus },
): Promise<void> {
  const { count } = await tx.operation.updateMany({
    where: { id: operationId, status: { in: [...from] } },
    data: { status: to, problem: null },
  });
  if (count === 0) refuse("operation_moved", "operations.refusals.moved");
  if (to === "PLANNING" || to === "APPLYING" || to === "UNDOING") await promiseRun(tx, operationId);
}

/** Has the work on an operation begin, or go on, soon after this transaction. */
export async function promiseRun(tx: Tx, operationId: string): Promise<void> {
  await enqueue(tx, "operation.run", { operationId }, { jobKey: `operation:${operationId}` });
}

/**
 * Begins to take an operation back; rows that an earlier undo had to leave are tried again.
 * @throws {RefusalError} not_found, operation_moved, undo_too_late
 */
export async function undoOperation(tx: Tx, operationId: string): Promise<void> {
  const operation = await tx.operation.findUnique({
    where: { id: operationId },
    select: { undoUntil: true, progress: true },
  });
  if (!operation) refuse("not_found", "refusals.notFound");
  if (!operation.undoUntil || isBefore(operation.undoUntil, now())) {
    refuse("undo_too_late", "operations.refusals.undoTooLate", { values: { days: UNDO_DAYS } });
  }
  await moveOperation(tx, operationId, { from: ["APPLIED", "UNDONE"], to: "UNDOING" });
  await forgetLeftRows(tx, operationId);
  await saveProgress(tx, operationId, { ...operationProgress.parse(operation.progress), left: 0, failures: 0 });
}

/** What a small operation changed: the row's own id and place are given to it. */
export type FinishedRow = Omit<RowResult, "id"> & { source?: unknown };

type Now = {
  kind: string;
  title: string;
  input: object;
  /** Does the work and answers what it changed, with `traced` images, so that it can be undone. */
  work: (operationId: string) => Promise<FinishedRow[]>;
};

/**
 * Runs a small operation at once, inside the caller's transaction: a merge, a conversion. Keeps its rows and its history
 * entry; undoing works as for any other. `kind` needs no handler unless undoing by images is not enough.
 */
export async function runOperation(tx: Tx, actor: Actor, { work, ...begin }: Now): Promise<string> {
  const id = await beginOperation(tx, actor, { ...begin, status: "APPLIED" });
  const finished = await work(id);
  const positioned = finished.map((row, index) => ({ ...row, position: index + 1 }));
  await insertRows(tx, id, positioned);
  const planned = await tx.operationRow.findMany({
    where: { operationId: id },
    orderBy: { position: "asc" },
    select: { id: true },
  });
  const results = planned.flatMap((row, index) => {
    const result = finished[index];
    return result ? [{ ...result, id: row.id }] : [];
  });
  await saveResults(tx, results, { at: now() });
  const { kind, title, input } = begin;
  await finishApplying(tx, { id, kind, title, input, actor }, { told: false });
  return id;
}

/**
 * Keeps the counts of an operation whose rows are all done, and records it.
 * @param told whether it stands in the organization's data stream.
 */
export async function finishApplying(tx: Tx, operation: RunningOperation, { told }: { told: boolean }): Promise<void> {
  const counts = await countOutcomes(tx, operation.id);
  const at = now();
  const progress = operationProgress.parse({ ...counts, done: counts.create + counts.update });
  await tx.operation.update({
    where: { id: operation.id },
    data: { status: "APPLIED", progress, appliedAt: at, undoUntil: addSeconds(at, UNDO_DAYS * SECONDS_PER_DAY) },
    select: { id: true },
  });
  await record(tx, operation.actor, {
    kind: told ? "operation.applied" : "operation.ran",
    subject: { kind: "operation", id: operation.id },
    operationId: operation.id,
    data: {
      operationKind: operation.kind,
      title: operation.title,
      created: counts.create,
      updated: counts.update,
      unchanged: counts.unchanged,
      refused: counts.refused,
    },
  });
}

type Undone = { progress: OperationProgress; told: boolean };

export async function finishUndoing(tx: Tx, operation: RunningOperation, { progress, told }: Undone): Promise<void> {
  await tx.operation.update({
    where: { id: operation.id },
    data: { status: "UNDONE", undoneAt: now() },
    select: { id: true },
  });
  await record(tx, operation.actor, {
    kind: told ? "operation.undone" : "operation.reverted",
    subject: { kind: "operation", id: operation.id },
    operationId: operation.id,
    data: { operationKind: operation.kind, title: operation.title, undone: progress.undone, left: progress.left },
  });
}

export async function saveProgress(tx: Tx, operationId: string, progress: OperationProgress): Promise<void> {
  await tx.operation.update({ where: { id: operationId }, data: { progress }, select: { id: true } });
}

type OperationAccount = { id: string; firstName: string; lastName: string; email: string; language: string };
type Granted = { rights: GrantedRights; centerIds: readonly string[] };

/**
 * The person for whom an operation runs in the background, as history names them.
 * @param granted how far they see; history needs only the name.
 */
export function operationActor(
  account: OperationAccount | null,
  granted: Granted = { rights: null, centerIds: [] },
): Actor {
  if (!account) return systemActor("operation");
  return actorFrom<AccountActor>({
    kind: "account",
    role: "staff",
    name: `${account.firstName} ${account.lastName}`.trim(),
    language: account.language,
    requestId: null,
    ip: null,
    accountId: account.id,
    // The work outlives the sign-in it was asked for in.
    signInId: "",
    practitionerId: null,
    email: account.email,
    isAdministrator: false,
    confirmedUntil: null,
    ...granted,
  });
}
