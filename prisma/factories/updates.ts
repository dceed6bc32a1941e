import { applyUpdate } from "@/lib/features/updates/commands";
import { updateOperations } from "@/lib/features/updates/jobs";
import { planUpdate } from "@/lib/features/updates/planning/commands";
import { type PlanUpdateInput, planUpdateInput } from "@/lib/features/updates/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { findOperation } from "@/lib/platform/operation/queries";
import { workOnOperation } from "@/lib/platform/operation/run";

type Asked = Pick<PlanUpdateInput, "noun" | "field"> & Partial<PlanUpdateInput>;

/** Looks at what a bulk update would do, as its page does. */
export function planned(actor: Actor, { ids, query, ...input }: Asked): Promise<string> {
  const handed = query ?? `ids=${(ids ?? []).join(",")}`;
  return planUpdate(actor, planUpdateInput.parse({ value: null, reason: null, all: "true", ...input, query: handed }));
}

/** A bulk update from beginning to end, the worker's part included; answers its figures. */
export async function updated(actor: Actor, input: Asked) {
  const operationId = await planned(actor, input);
  await applyUpdate(actor, { operationId });
  await workOnOperation(operationId, updateOperations);
  const { update: changed = 0, unchanged = 0, refused = 0 } = (await findOperation(actor, operationId))?.progress ?? {};
  return { operationId, changed, unchanged, refused };
}

/** Takes an operation back as the worker does. */
export async function takenBack(operationId: string): Promise<void> {
  await inTransaction((tx) => undoOperation(tx, operationId));
  await workOnOperation(operationId, updateOperations);
}

/** Gives clients another status, all at once. */
export const statusGiven = (actor: Actor, { statusId, ids }: { statusId: string; ids: string[] }) =>
  updated(actor, { noun: "clients", field: "status", value: statusId, ids });
