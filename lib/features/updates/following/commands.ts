import "server-only";
import { carryOut, planChanges } from "@/lib/features/clients/workflows/commands";
import { findWorkflowStatus } from "@/lib/features/clients/workflows/queries";
import { CANCEL_TOGETHER } from "@/lib/features/training/registrations/together/commands";
import type { Noun, UpdateRecord } from "@/lib/features/updates/schema";
import type { Tx } from "@/lib/platform/db/db";
import type { BulkCommand } from "@/lib/platform/operation/bulk-field";
import type { RunningOperation } from "@/lib/platform/operation/handler";

/** Fields that are changed by a command of their own. */
const COMMANDS: Partial<Record<Noun, Readonly<Record<string, BulkCommand>>>> = {
  registrations: { place: CANCEL_TOGETHER },
};

/** The command that changes a field, where there is one. */
export function commandOf({ noun, field }: Pick<UpdateRecord, "noun" | "field">): BulkCommand | undefined {
  return COMMANDS[noun]?.[field];
}

type Changed = UpdateRecord & { operation: RunningOperation; clientIds: readonly string[] };

/** What else a change brings about, in its transaction: the tasks, messages and letters that a status asks for. */
export async function follow(tx: Tx, { noun, field, value, reason, operation, clientIds }: Changed): Promise<void> {
  if (noun !== "clients" || field !== "status" || value === null || clientIds.length === 0) return;
  const status = await findWorkflowStatus(tx, value);
  if (!status) return;
  const planned = await planChanges(tx, operation.actor, { status, clientIds, reason, checked: true });
  await carryOut(tx, operation.actor, { status, planned });
}
