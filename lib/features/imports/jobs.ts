import "server-only";
import { applyClients } from "@/lib/features/imports/applying/clients/commands";
import { applyNames } from "@/lib/features/imports/applying/names/commands";
import type { ApplyContext, RowOf } from "@/lib/features/imports/applying/schema";
import { applySessions } from "@/lib/features/imports/applying/sessions/commands";
import { findOwnFields } from "@/lib/features/imports/custom/queries";
import { loadNames } from "@/lib/features/imports/matching/names/queries";
import { importChoices } from "@/lib/features/imports/matching/schema";
import { planClientRows } from "@/lib/features/imports/planning/clients/commands";
import { findReadable } from "@/lib/features/imports/planning/queries";
import type { RowSource } from "@/lib/features/imports/planning/schema";
import { planSessionRows } from "@/lib/features/imports/planning/sessions/commands";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import { planSummary } from "@/lib/features/imports/uploads/schema";
import type { Tx } from "@/lib/platform/db/db";
import type {
  OperationHandler,
  PlannedRow,
  PlanVerdict,
  RowResult,
  RunningOperation,
} from "@/lib/platform/operation/handler";

/** How imports are planned and applied. Undoing them by images is enough. */
export const importOperation: OperationHandler = { plan, applyBatch };

async function plan(tx: Tx, operation: RunningOperation): Promise<PlanVerdict> {
  const file = await findReadable(tx, operation.id);
  if (!file) return { ok: false, problem: "unreadable" };
  const choices = importChoices.parse(operation.input);
  const figures = file.kind === "clients" ? await planClientRows(tx, file, choices) : await planSessionRows(tx, file);
  const summary = planSummary.parse(figures);
  await tx.importFile.update({ where: { operationId: operation.id }, data: { summary }, select: { id: true } });
  return { ok: true };
}

async function applyBatch(tx: Tx, operation: RunningOperation, batch: PlannedRow[]): Promise<RowResult[]> {
  const file = await findImportFile(operation.id, tx);
  const chosen = importChoices.parse(operation.input);
  const made = await applyNames(tx, ofType(batch, "named"));
  const names = await loadNames(tx);
  const context: ApplyContext = {
    operation,
    names,
    // What was chosen may be gone since the plan.
    choices: {
      centerId: names.offers(chosen.centerId) ? chosen.centerId : null,
      statusId: names.offers(chosen.statusId) ? chosen.statusId : null,
      setsAny: chosen.setsAny,
    },
    fileName: file?.fileName ?? "",
    summary: planSummary.parse(file?.summary ?? {}),
    own: await findOwnFields(tx),
  };
  const clients = await applyClients(tx, ofType(batch, "client"), context);
  const sessions = await applySessions(tx, ofType(batch, "session"), context);
  return [...made, ...clients, ...sessions];
}

function ofType<Type extends RowSource["type"]>(batch: readonly PlannedRow[], type: Type): RowOf<Type>[] {
  // Written by the planning of this feature only; parsing 50,000 of them again would double the time.
  return batch.filter((row) => (row.source as RowSource | null)?.type === type) as RowOf<Type>[];
}
