import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import type { Trace } from "@/lib/platform/operation/images";
import { runOperation } from "@/lib/platform/operation/lifecycle";
import { findMergeOf } from "./results/queries";
import { rowsOf } from "./results/rules";
import { MERGE_OPERATIONS, type MergedKind, type Merging, type PlannedMerge } from "./schema";

type Once = Merging & {
  kind: MergedKind;
  /** Looks at the records as they stand now; refuses where they cannot become one. */
  plan: () => Promise<PlannedMerge>;
};

/**
 * Makes several records one, in a transaction that holds them: however often it is asked for at once, it happens once,
 * and everybody gets the same operation.
 * @returns the operation, by which it can be taken back for 30 days.
 */
export async function mergeOnce(tx: Tx, actor: Actor, { plan, ...merging }: Once): Promise<string> {
  const done = await findMergeOf(tx, merging);
  if (done) return done;
  const planned = await plan();
  const { kind, winnerId, loserIds, name, merged } = planned;
  return runOperation(tx, actor, {
    kind: MERGE_OPERATIONS[kind],
    title: `${merged} → ${name}`,
    input: { winnerId, loserIds: [...loserIds], name, merged },
    work: async (operationId) => rowsOf(kind, await carryOut(tx, actor, { planned, operationId })),
  });
}

/** Does what was planned as part of an operation that is there already. Answers what it touched. */
export async function carryOut(
  tx: Tx,
  actor: Actor,
  { planned, operationId }: { planned: PlannedMerge; operationId: string },
): Promise<Trace> {
  const { kind, winnerId, loserIds, name, merged, clientIds } = planned;
  const trace = await planned.work();
  await record(tx, actor, {
    kind: `${kind}.merged`,
    subject: { kind, id: winnerId },
    clientIds,
    operationId,
    data: { name, merged, mergedIds: [...loserIds] },
  });
  return trace;
}
