import "server-only";
import type { OpenFile } from "@/lib/features/imports/files/schema";
import { columnMapping, type ImportKind } from "@/lib/features/imports/schema";
import { type ImportFile, importFile } from "@/lib/features/imports/uploads/schema";
import { db, type Tx } from "@/lib/platform/db/db";
import { openStoredFile } from "@/lib/platform/files/store";

/** The uploaded file of an import, its stored parts parsed; null for an unknown operation. */
export async function findImportFile(operationId: string, tx: Tx = db): Promise<ImportFile | null> {
  const found = await tx.importFile.findUnique({
    where: { operationId },
    select: {
      operationId: true,
      fileId: true,
      fileName: true,
      kind: true,
      mapping: true,
      answers: true,
      inspection: true,
      summary: true,
    },
  });
  return found && importFile.parse(found);
}

/** Opens the bytes of an uploaded file, as often as they are needed, piece by piece. */
export function opener(fileId: string, tx: Tx = db): OpenFile {
  return async function* bytes() {
    const file = await openStoredFile(tx, fileId);
    if (file) yield* file.stream;
  };
}

/** How columns with these headers were mapped the last time. */
export async function findRememberedMapping(kind: ImportKind, headerHash: string, tx: Tx = db) {
  const found = await tx.importMapping.findUnique({
    where: { kind_headerHash: { kind, headerHash } },
    select: { mapping: true },
  });
  return found ? (columnMapping.safeParse(found.mapping).data ?? null) : null;
}
