import "server-only";
import { findProspect } from "@/lib/features/prospects/record/queries";
import type { MoveProspectInput } from "@/lib/features/prospects/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";

/**
 * Moves a prospect to another stage. Refused when it does not stand any more where the person saw it.
 * @returns where it stands now and where it came from.
 */
export async function moveProspect(
  actor: Actor,
  { prospectId, stageId, fromStageId }: MoveProspectInput,
): Promise<{ from: string; to: string }> {
  return inTransaction(async (tx) => {
    // Two people may drag the same card; the second one is told.
    await rows(sql`select id from prospects where id = ${prospectId}::uuid for no key update`, tx);
    const prospect = await findProspect(actor, prospectId, tx);
    if (!prospect) refuse("not_found", "refusals.notFound");
    const { name, stage } = prospect;
    if (fromStageId && stage.id !== fromStageId && stage.id !== stageId)
      refuse("moved_meanwhile", "prospects.refusals.movedMeanwhile", { values: { name, stage: stage.name } });
    const to = await moveToStage(tx, actor, { prospect, stageId });
    await tx.prospect.update({ where: { id: prospectId }, data: { version: { increment: 1 } }, select: { id: true } });
    return { from: stage.name, to };
  });
}

type Moving = { id: string; name: string; stage: { id: string; name: string } };

/** Writes the new stage and its history entry; nothing when it stands there already. Answers the stage's name. */
export async function moveToStage(
  tx: Tx,
  actor: Actor,
  { prospect, stageId }: { prospect: Moving; stageId: string },
): Promise<string> {
  if (prospect.stage.id === stageId) return prospect.stage.name;
  const where = { id: stageId, archivedAt: null };
  const stage = await tx.prospectStage.findFirst({ where, select: { name: true } });
  if (!stage) refuse("unknown_stage", "validation.id", { field: "stageId" });
  await tx.prospect.update({ where: { id: prospect.id }, data: { stageId, stagedAt: now() }, select: { id: true } });
  await record(tx, actor, {
    kind: "prospect.moved",
    subject: { kind: "prospect", id: prospect.id },
    data: { name: prospect.name, from: prospect.stage.name, to: stage.name },
  });
  return stage.name;
}
