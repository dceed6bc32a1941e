import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { archiveEntry, holdEntry, type NamedList, recordEdit, takePlace } from "@/lib/platform/named-list/commands";
import type { ArchiveEntryInput } from "@/lib/platform/named-list/schema";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import type { AddStageInput, EditStageInput } from "./schema";

/** The pipeline's stages. Prospects that stand in an archived one stay there. */
export const STAGES: NamedList = {
  table: sql`prospect_stages`,
  key: "prospect_stages",
  subject: "prospect-stage",
  edited: "prospect-stage.edited",
  nameTaken: "prospects.refusals.stageNameTaken",
};

/** Adds a stage behind the ones there are. */
export async function addStage(actor: Actor, input: AddStageInput): Promise<void> {
  await inTransaction(async (tx) => {
    const place = await takePlace(tx, STAGES, input.name);
    await tx.prospectStage.create({ data: { ...input, ...place }, select: { id: true } });
    const subject = { kind: "prospect-stage", id: place.id };
    await record(tx, actor, { kind: "prospect-stage.created", subject, data: { name: input.name } });
  });
}

/** Renames a stage, or changes what standing there means. */
export async function editStage(actor: Actor, { entryId: id, ...fields }: EditStageInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdEntry(tx, STAGES, { id, name: fields.name });
    const before = await tx.prospectStage.findUniqueOrThrow({ where: { id }, select: { name: true, outcome: true } });
    if (fields.outcome !== "OPEN") await checkNotLastOpen(tx, id);
    await tx.prospectStage.update({ where: { id }, data: fields, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    await recordEdit(tx, actor, STAGES, { id, name: fields.name, changes });
  });
}

/** Offers a stage for nothing new any more, or again. @throws {RefusalError} not_found, last_open_stage */
export async function archiveStage(actor: Actor, input: ArchiveEntryInput): Promise<void> {
  await archiveEntry(actor, STAGES, { ...input, check: (tx) => checkNotLastOpen(tx, input.entryId) });
}

/** A new prospect must have somewhere to begin. */
async function checkNotLastOpen(tx: Tx, id: string): Promise<void> {
  const open = await tx.prospectStage.findMany({
    where: { outcome: "OPEN", archivedAt: null },
    select: { id: true },
    take: 2,
  });
  if (open.length === 1 && open[0]?.id === id)
    refuse("last_open_stage", "prospects.refusals.lastOpenStage", { field: "outcome" });
}
