import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import type { FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { AddStatusInput, MoveStatusInput } from "./schema";

/** Adds a status of one of the three standings behind those there are. The standing stays: it is what the status means. */
export async function addStatus(actor: Actor, { name, standing }: AddStatusInput): Promise<string> {
  return inTransaction(async (tx) => {
    await holdStatuses(tx);
    await checkName(tx, name, null);
    const last = await tx.clientStatus.aggregate({ _max: { position: true } });
    const id = newId();
    const position = (last._max.position ?? 0) + 1;
    await tx.clientStatus.create({ data: { id, name, standing, position }, select: { id: true } });
    const subject = { kind: "client-status", id };
    await record(tx, actor, { kind: "client-status.created", subject, data: { name, standing } });
    return id;
  });
}

/** Renames a status; history keeps what it was called when clients got it. */
export async function renameStatus(actor: Actor, { statusId, name }: { statusId: string; name: string }) {
  await inTransaction(async (tx) => {
    await holdStatuses(tx);
    const before = await findStatus(tx, statusId);
    if (before.name === name) return;
    await checkName(tx, name, statusId);
    await tx.clientStatus.update({ where: { id: statusId }, data: { name }, select: { id: true } });
    await recordEdit(tx, actor, { statusId, name, changes: { name: { from: before.name, to: name } } });
  });
}

/** Changes places with the neighbour. */
export async function moveStatus(actor: Actor, { statusId, direction }: MoveStatusInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdStatuses(tx);
    const { name } = await findStatus(tx, statusId);
    const ids = await orderedIds(tx);
    const from = ids.indexOf(statusId);
    const to = direction === "up" ? from - 1 : from + 1;
    const neighbour = ids[to];
    if (from < 0 || neighbour === undefined) return;
    ids[from] = neighbour;
    ids[to] = statusId;
    await execute(
      sql`update client_statuses s set position = o.place::int from unnest(${ids}::uuid[]) with ordinality o (id, place)
        where s.id = o.id`,
      tx,
    );
    await recordEdit(tx, actor, { statusId, name, changes: { position: { from: from + 1, to: to + 1 } } });
  });
}

/** Offers a status no more; clients who have it keep it. Each standing keeps a status that can be given. */
export async function archiveStatus(actor: Actor, { statusId }: { statusId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await holdStatuses(tx);
    const { name, standing } = await findStatus(tx, statusId);
    const others = { standing, archivedAt: null, id: { not: statusId } };
    if ((await tx.clientStatus.count({ where: others })) === 0)
      refuse("last_of_standing", "statuses.refusals.lastOfStanding");
    await tx.clientStatus.update({ where: { id: statusId }, data: { archivedAt: now() }, select: { id: true } });
    await recordEdit(tx, actor, { statusId, name, changes: { archived: { from: false, to: true } } });
  });
}

export async function restoreStatus(actor: Actor, { statusId }: { statusId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const { name } = await findStatus(tx, statusId);
    await tx.clientStatus.update({ where: { id: statusId }, data: { archivedAt: null }, select: { id: true } });
    await recordEdit(tx, actor, { statusId, name, changes: { archived: { from: true, to: false } } });
  });
}

/** Two administrators change the list one after the other. */
async function holdStatuses(tx: Tx): Promise<void> {
  await rows(sql`select pg_advisory_xact_lock(hashtext('client_statuses'))::text as held`, tx);
}

async function orderedIds(tx: Tx): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql`select id from client_statuses where archived_at is null order by position, name limit 200`,
    tx,
  );
  return found.map(({ id }) => id);
}

async function findStatus(tx: Tx, id: string) {
  const status = await tx.clientStatus.findUnique({ where: { id }, select: { name: true, standing: true } });
  return status ?? refuse("not_found", "refusals.notFound");
}

async function checkName(tx: Tx, name: string, ownId: string | null): Promise<void> {
  const other = await tx.clientStatus.findUnique({ where: { name }, select: { id: true } });
  if (other && other.id !== ownId) refuse("name_taken", "statuses.refusals.nameTaken", { field: "name" });
}

type Edit = { statusId: string; name: string; changes: FieldChanges };

async function recordEdit(tx: Tx, actor: Actor, { statusId, name, changes }: Edit): Promise<void> {
  const subject = { kind: "client-status", id: statusId };
  await record(tx, actor, { kind: "client-status.edited", subject, data: { name, changes } });
}
