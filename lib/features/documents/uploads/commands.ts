import "server-only";
import { keepContent } from "@/lib/features/documents/contents/commands";
import { holdDocument } from "@/lib/features/documents/queries";
import { holdQuota } from "@/lib/features/documents/quota/commands";
import { firstVisibility, nameAfterReplacing } from "@/lib/features/documents/rules";
import { type DocumentSubject, MAX_FILE_BYTES } from "@/lib/features/documents/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/db/db";
import { type CheckedUpload, checkUpload, type UploadKind } from "@/lib/platform/files/upload";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import type { FindSubject } from "@/lib/platform/subject";
import { newId } from "@/lib/values/id";

/** FI-01: nothing that a browser would run, nothing that unpacks. */
const ALLOWED: readonly UploadKind[] = ["pdf", "png", "jpg", "docx", "xlsx", "csv", "txt"];

type Handed = { name: string; bytes: Uint8Array };

const checked = (handed: Handed) => checkUpload(handed, { allow: ALLOWED, maxBytes: MAX_FILE_BYTES });

/**
 * Puts a file on a record. Answers the document's id.
 * @throws {RefusalError} not_found, those of `checkUpload`, too_many_files, no_room
 */
export async function addDocument(
  actor: Actor,
  { subject: key, folder, ...handed }: Handed & { subject: DocumentSubject; folder: string | null },
  findSubject: FindSubject,
): Promise<string> {
  const file = await checked(handed);
  return inTransaction(async (tx) => {
    const subject = await findSubject(actor, key, tx);
    if (!subject) refuse("not_found", "refusals.notFound");
    const id = newId();
    const at = now();
    const size = file.bytes.byteLength;
    const contentId = await keepContent(tx, file);
    await tx.document.create({
      data: {
        id,
        subjectKind: key.kind,
        subjectId: key.id,
        folder,
        name: file.name,
        visibility: firstVisibility(actor, key.kind),
        contentType: file.contentType,
        size,
        totalSize: size,
        accountId: actor.kind === "account" ? actor.accountId : null,
        addedBy: actor.name,
        createdAt: at,
        changedAt: at,
        versions: { create: versionOf(actor, { file, contentId, number: 1 }) },
      },
      select: { id: true },
    });
    await holdQuota(tx, key);
    await record(tx, actor, {
      kind: "document.added",
      subject: key,
      data: { documentId: id, name: file.name, size, folder },
      clientIds: subject.clientIds,
    });
    return id;
  });
}

/**
 * Puts a newer file in a document's place; what it was stays among its versions.
 * @throws {RefusalError} not_found, those of `checkUpload`, no_room
 */
export async function replaceDocument(
  actor: Actor,
  { documentId, ...handed }: Handed & { documentId: string },
): Promise<string> {
  const file = await checked(handed);
  return inTransaction(async (tx) => {
    const document = await holdDocument(tx, actor, { documentId });
    if (!document) refuse("not_found", "refusals.notFound");
    const number = document.currentVersion + 1;
    const size = file.bytes.byteLength;
    const name = nameAfterReplacing(document.name, file.name);
    const contentId = await keepContent(tx, file);
    await tx.documentVersion.create({
      data: { documentId, ...versionOf(actor, { file, contentId, number }) },
      select: { number: true },
    });
    await tx.document.update({
      where: { id: documentId },
      data: {
        name,
        currentVersion: number,
        contentType: file.contentType,
        size,
        totalSize: document.totalSize + size,
        changedAt: now(),
      },
      select: { id: true },
    });
    await holdQuota(tx, document.subject);
    await record(tx, actor, {
      kind: "document.replaced",
      subject: document.subject,
      data: { documentId, name, version: number },
      clientIds: document.clientIds,
    });
    return documentId;
  });
}

function versionOf(
  actor: Actor,
  { file, contentId, number }: { file: CheckedUpload; contentId: string; number: number },
) {
  const { name: fileName, contentType, bytes } = file;
  return { number, contentId, fileName, contentType, size: bytes.byteLength, addedBy: actor.name, createdAt: now() };
}
