import "server-only";
import { findVersion } from "@/lib/features/documents/queries";
import { isShowable } from "@/lib/features/documents/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { openStoredFile } from "@/lib/platform/files/store";
import { record } from "@/lib/platform/history/record";

type Wanted = { documentId: string; version?: number; toShow?: boolean };
type OpenedDocument = { name: string; contentType: string; size: number; stream: ReadableStream<Uint8Array> };

/**
 * Opens a document for whom may read it; that they did is kept. Null for everybody else, and, where it is to be shown in
 * place, for what a browser could run.
 */
export async function openDocument(
  actor: Actor,
  { toShow = false, ...wanted }: Wanted,
): Promise<OpenedDocument | null> {
  return inTransaction(async (tx) => {
    const found = await findVersion(actor, wanted, tx);
    if (!found || (toShow && !isShowable(found.contentType))) return null;
    const file = await openStoredFile(tx, found.fileId);
    if (!file) return null;
    const { documentId, name, version, contentType, subjectKind, subjectId } = found;
    await record(tx, actor, {
      kind: "document.downloaded",
      subject: { kind: subjectKind, id: subjectId },
      data: { documentId, name, version },
    });
    return { name, contentType, size: file.size, stream: file.stream };
  });
}
