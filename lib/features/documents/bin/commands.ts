import "server-only";
import { holdDocument } from "@/lib/features/documents/queries";
import { holdQuota } from "@/lib/features/documents/quota/commands";
import { mayRemove } from "@/lib/features/documents/rules";
import { KEPT_IN_BIN_DAYS } from "@/lib/features/documents/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { addMinutes } from "@/lib/values/instant";

/**
 * Puts a document into the recycle bin: nobody opens it from now on, and it can be taken back for 30 days.
 * @throws {RefusalError} not_found, only_administrators
 */
export async function removeDocument(actor: Actor, { documentId }: { documentId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const document = await holdDocument(tx, actor, { documentId });
    if (!document) refuse("not_found", "refusals.notFound");
    if (!mayRemove(actor, document, now())) refuse("only_administrators", "documents.refusals.onlyAdministrators");
    const data = { deletedAt: now(), deletedBy: actor.name };
    await tx.document.update({ where: { id: documentId }, data, select: { id: true } });
    await record(tx, actor, {
      kind: "document.removed",
      subject: document.subject,
      data: { documentId, name: document.name },
      clientIds: document.clientIds,
    });
  });
}

/**
 * Takes a document out of the recycle bin, to where it was.
 * @throws {RefusalError} not_found, too_many_files, no_room
 */
export async function restoreDocument(actor: Actor, { documentId }: { documentId: string }): Promise<void> {
  await inTransaction(async (tx) => {
    const document = await holdDocument(tx, actor, { documentId, bin: true });
    if (!document) refuse("not_found", "refusals.notFound");
    const data = { deletedAt: null, deletedBy: null };
    await tx.document.update({ where: { id: documentId }, data, select: { id: true } });
    await holdQuota(tx, document.subject);
    await record(tx, actor, {
      kind: "document.restored",
      subject: document.subject,
      data: { documentId, name: document.name },
      clientIds: document.clientIds,
    });
  });
}

const AT_ONCE = 100;

/** Removes for good what has been in a recycle bin for 30 days; answers how many. */
export async function emptyBins(actor: Actor): Promise<number> {
  return inTransaction(async (tx) => {
    const before = addMinutes(now(), -KEPT_IN_BIN_DAYS * 24 * 60);
    const old = await tx.document.findMany({
      where: { deletedAt: { lt: before } },
      orderBy: { deletedAt: "asc" },
      take: AT_ONCE,
      select: { id: true, name: true, subjectKind: true, subjectId: true },
    });
    for (const { id, name, subjectKind, subjectId } of old) {
      const subject = { kind: subjectKind, id: subjectId };
      await record(tx, actor, { kind: "document.purged", subject, data: { documentId: id, name } });
    }
    const ids = old.map(({ id }) => id);
    // Somebody may take one back in this very moment: only what still lies in a bin goes.
    await tx.document.deleteMany({ where: { id: { in: ids }, deletedAt: { lt: before } } });
    return old.length;
  });
}
