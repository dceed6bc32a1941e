import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { AddStageInput, EditStageInput, moveStageInput } from "./schema";

/** Adds a stage behind the ones there are. */
export async function addStage(actor: Actor, input: AddStageInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdStages(tx);
    await checkName(tx, input.name, null);
    const last = await tx.prospectStage.aggregate({ _max: { position: true } });
    const id = newId();
    const position = (last._max.position ?? 0) + 1;
    await tx.prospectStage.create({ data: { ...input, id, position }, select: { id: true } });
    const subject = { kind: "prospect-stage", id };
    await record(tx, actor, { kind: "prospect-stage.created", subject, data: { name: input.name } });
  });
}

/** Renames a stage, or changes what standing there means. */
export async function editStage(actor: Actor, { stageId, ...fields }: EditStageInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdStages(tx);
    const before = await findStage(tx, stageId);
    await checkName(tx, fields.name, stageId);
    if (before.outcome === "OPEN" && fields.outcome !== "OPEN") await checkNotLastOpen(tx, stageId);
    await tx.prospectStage.update({ where: { id: stageId }, data: fields, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    if (changes) await recordEdit(tx, actor, { stageId, name: fields.name, changes });
  });
}

/** Changes places with the neighbour. */
export async function moveStage(actor: Actor, { stageId, direction }: z.output<typeof moveStageInput>): Promise<void> {
  await inTransaction(async (tx) => {
    await holdStages(tx);
    const stage = await findStage(tx, stageId);
    const order = await tx.prospectStage.findMany({
      where: { archivedAt: null },
      orderBy: [{ position: "asc" }, { name: "asc" }],
      select: { id: true },
      take: 200,
    });
    const ids = order.map(({ id }) => id);
    const from = ids.indexOf(stageId);
    const to = direction === "up" ? from - 1 : from + 1;
    const neighbour = ids[to];
    if (from < 0 || neighbour === undefined) return;
    ids[from] = neighbour;
    ids[to] = stageId;
    await execute(
      sql`update prospect_stages s set position = o.place::int from unnest(${ids}::uuid[]) with ordinality o (id, place)
        where s.id = o.id`,
      tx,
    );
    const changes = { position: { from: from + 1, to: to + 1 } };
    await recordEdit(tx, actor, { stageId, name: stage.name, changes });
  });
}

/** Offers a stage for nothing new any more; prospects that stand there stay. */
export async function archiveStage(actor: Actor, { stageId }: { stageId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await holdStages(tx);
    const stage = await findStage(tx, stageId);
    if (stage.outcome === "OPEN") await checkNotLastOpen(tx, stageId);
    await tx.prospectStage.update({ where: { id: stageId }, data: { archivedAt: now() }, select: { id: true } });
    const changes = { archived: { from: false, to: true } };
    await recordEdit(tx, actor, { stageId, name: stage.name, changes });
  });
}

export async function restoreStage(actor: Actor, { stageId }: { stageId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const stage = await findStage(tx, stageId);
    await tx.prospectStage.update({ where: { id: stageId }, data: { archivedAt: null }, select: { id: true } });
    const changes = { archived: { from: true, to: false } };
    await recordEdit(tx, actor, { stageId, name: stage.name, changes });
  });
}

/** Two administrators change the order one after the other. */
async function holdStages(tx: Tx): Promise<void> {
  await rows(sql`select id from prospect_stages order by id for update`, tx);
}

async function findStage(tx: Tx, id: string) {
  const stage = await tx.prospectStage.findUnique({ where: { id }, select: { name: true, outcome: true } });
  return stage ?? refuse("not_found", "refusals.notFound");
}

async function checkName(tx: Tx, name: string, ownId: string | null): Promise<void> {
  const other = await tx.prospectStage.findUnique({ where: { name }, select: { id: true } });
  if (other && other.id !== ownId) refuse("name_taken", "prospects.refusals.stageNameTaken", { field: "name" });
}

/** A new prospect must have somewhere to begin. */
async function checkNotLastOpen(tx: Tx, stageId: string): Promise<void> {
  const others = await tx.prospectStage.count({ where: { outcome: "OPEN", archivedAt: null, id: { not: stageId } } });
  if (others === 0) refuse("last_open_stage", "prospects.refusals.lastOpenStage", { field: "outcome" });
}

type Edit = { stageId: string; name: string; changes: NonNullable<ReturnType<typeof changesBetween>> };

async function recordEdit(tx: Tx, actor: Actor, { stageId, name, changes }: Edit): Promise<void> {
  const subject = { kind: "prospect-stage", id: stageId };
  await record(tx, actor, { kind: "prospect-stage.edited", subject, data: { name, changes } });
}
