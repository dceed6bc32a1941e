import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween, type FieldChanges } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { AddServiceInput, EditServiceInput } from "./schema";

/** Adds a kind of work. */
export async function addService(actor: Actor, input: AddServiceInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdServices(tx);
    await checkName(tx, input.name, null);
    const id = newId();
    await tx.service.create({ data: { ...input, id }, select: { id: true } });
    await record(tx, actor, {
      kind: "service.created",
      subject: { kind: "service", id },
      data: { name: input.name },
    });
  });
}

/** Renames a kind of work, or changes how long it takes and costs by default; work already done keeps what it was. */
export async function editService(actor: Actor, { serviceId, ...fields }: EditServiceInput): Promise<void> {
  await inTransaction(async (tx) => {
    await holdServices(tx);
    const before = await findService(tx, serviceId);
    await checkName(tx, fields.name, serviceId);
    await tx.service.update({ where: { id: serviceId }, data: fields, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>(before, fields);
    if (changes) await recordEdit(tx, actor, { serviceId, name: fields.name, changes });
  });
}

/** Offers a kind of work for nothing new any more. */
export async function archiveService(actor: Actor, { serviceId }: { serviceId: string }): Promise<void> {
  await setArchived(actor, serviceId, { archivedAt: now() });
}

/** Offers it again. */
export async function restoreService(actor: Actor, { serviceId }: { serviceId: string }): Promise<void> {
  await setArchived(actor, serviceId, { archivedAt: null });
}

async function setArchived(actor: Actor, serviceId: string, { archivedAt }: { archivedAt: Date | null }) {
  await inTransaction(async (tx) => {
    const { name } = await findService(tx, serviceId);
    await tx.service.update({ where: { id: serviceId }, data: { archivedAt }, select: { id: true } });
    const changes = { archived: { from: archivedAt === null, to: archivedAt !== null } };
    await recordEdit(tx, actor, { serviceId, name, changes });
  });
}

/** Two administrators change the list one after the other. */
async function holdServices(tx: Tx): Promise<void> {
  await rows(sql`select pg_advisory_xact_lock(hashtext('services'))::text as held`, tx);
}

async function findService(tx: Tx, id: string) {
  const select = { name: true, defaultMinutes: true, defaultRateCents: true };
  return (await tx.service.findUnique({ where: { id }, select })) ?? refuse("not_found", "refusals.notFound");
}

async function checkName(tx: Tx, name: string, ownId: string | null): Promise<void> {
  const other = await tx.service.findUnique({ where: { name }, select: { id: true } });
  if (other && other.id !== ownId) refuse("name_taken", "services.refusals.nameTaken", { field: "name" });
}

type Edit = { serviceId: string; name: string; changes: FieldChanges };

async function recordEdit(tx: Tx, actor: Actor, { serviceId, name, changes }: Edit): Promise<void> {
  const subject = { kind: "service", id: serviceId };
  await record(tx, actor, { kind: "service.edited", subject, data: { name, changes } });
}
