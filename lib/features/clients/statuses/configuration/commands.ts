import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { archiveEntry, holdEntry, type NamedList, recordEdit, takePlace } from "@/lib/platform/named-list/commands";
import type { ArchiveEntryInput } from "@/lib/platform/named-list/schema";
import { refuse } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import type { AddStatusInput, RenameStatusInput } from "./schema";

/** The statuses clients can have. Clients who have an archived one keep it. */
export const STATUSES: NamedList = {
  table: sql`client_statuses`,
  key: "client_statuses",
  subject: "client-status",
  edited: "client-status.edited",
  nameTaken: "statuses.refusals.nameTaken",
};

/** Adds a status of one of the three standings behind those there are. The standing stays: it is what the status means. */
export async function addStatus(actor: Actor, { name, standing }: AddStatusInput): Promise<string> {
  return inTransaction(async (tx) => {
    const place = await takePlace(tx, STATUSES, name);
    await tx.clientStatus.create({ data: { ...place, name, standing }, select: { id: true } });
    const subject = { kind: "client-status", id: place.id };
    await record(tx, actor, { kind: "client-status.created", subject, data: { name, standing } });
    return place.id;
  });
}

/** Renames a status; history keeps what it was called when clients got it. */
export async function renameStatus(actor: Actor, { entryId: id, name }: RenameStatusInput): Promise<void> {
  await inTransaction(async (tx) => {
    const before = await holdEntry(tx, STATUSES, { id, name });
    await tx.clientStatus.update({ where: { id }, data: { name }, select: { id: true } });
    const changes = changesBetween<Record<string, unknown>>({ name: before.name }, { name });
    await recordEdit(tx, actor, STATUSES, { id, name, changes });
  });
}

/** Offers a status no more, or again. @throws {RefusalError} not_found, last_of_standing */
export async function archiveStatus(actor: Actor, input: ArchiveEntryInput): Promise<void> {
  await archiveEntry(actor, STATUSES, { ...input, check: (tx) => checkNotLast(tx, input.entryId) });
}

/** Each standing keeps a status that can be given. */
async function checkNotLast(tx: Tx, id: string): Promise<void> {
  const { standing } = await tx.clientStatus.findUniqueOrThrow({ where: { id }, select: { standing: true } });
  const others = await tx.clientStatus.count({ where: { standing, archivedAt: null, id: { not: id } } });
  if (others === 0) refuse("last_of_standing", "statuses.refusals.lastOfStanding");
}
