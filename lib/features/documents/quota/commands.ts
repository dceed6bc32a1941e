import "server-only";
import { type DocumentSubject, MAX_BYTES, MAX_FILES } from "@/lib/features/documents/schema";
import type { Tx } from "@/lib/platform/db/db";
import { refuse } from "@/lib/platform/refusal";

/**
 * Says no when the record now keeps more than it may. Asked after the rows were written: their trigger holds the record's
 * count until the transaction ends, so of twenty uploads at once each sees all that came before it (FI-02).
 * @throws {RefusalError} too_many_files, no_room
 */
export async function holdQuota(tx: Tx, { kind: subjectKind, id: subjectId }: DocumentSubject): Promise<void> {
  const usage = await tx.documentUsage.findUnique({
    where: { subjectKind_subjectId: { subjectKind, subjectId } },
    select: { files: true, bytes: true },
  });
  if (!usage) return;
  if (usage.files > MAX_FILES) refuse("too_many_files", "files.tooMany", { values: { count: MAX_FILES } });
  if (usage.bytes > MAX_BYTES) refuse("no_room", "files.noRoom");
}
