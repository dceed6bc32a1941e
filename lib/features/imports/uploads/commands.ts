import "server-only";
import { autoMap, fitMapping } from "@/lib/features/imports/columns/rules";
import { findOwnFields } from "@/lib/features/imports/custom/queries";
import { customImportFields } from "@/lib/features/imports/custom/rules";
import { inspectFile } from "@/lib/features/imports/files/rules";
import { FILE_LIMITS, type FileInspection } from "@/lib/features/imports/files/schema";
import { headerHash } from "@/lib/features/imports/keys/rules";
import { findRememberedMapping } from "@/lib/features/imports/uploads/queries";
import { detectKind, inspectionToStore } from "@/lib/features/imports/uploads/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { safeFileName } from "@/lib/platform/files/file-name";
import { storeFile } from "@/lib/platform/files/store";
import { record } from "@/lib/platform/history/record";
import { beginOperation } from "@/lib/platform/operation/lifecycle";
import { refuse } from "@/lib/platform/refusal";

const PIECE = 256 * 1024;
const NAMES = /\.(csv|txt|tsv|text)$/i;

/**
 * Takes in a file to be imported: looks at the whole of it, guesses what its columns mean and opens a draft. A file that
 * cannot be read becomes a failed draft that lists what is wrong; its bytes are not kept.
 * @throws {RefusalError} file_kind, file_too_large
 */
export async function uploadImport(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<string> {
  if (!NAMES.test(name)) {
    refuse("file_kind", "files.kind", { field: "file", values: { allowed: "csv, txt, tsv" } });
  }
  if (bytes.byteLength > FILE_LIMITS.bytes) {
    refuse("file_too_large", "imports.refusals.tooLarge", {
      field: "file",
      values: { max: FILE_LIMITS.bytes / 1_000_000 },
    });
  }
  const inspection = await inspectFile(() => pieces(bytes));
  const fileName = safeFileName(name);
  return inTransaction(async (tx) => {
    const operationId = await beginOperation(tx, actor, { kind: "import", title: fileName, input: {} });
    const readable = inspection.shape !== null && inspection.rowCount > 0;
    const file = readable ? await storeFile(tx, { name: fileName, contentType: "text/csv", bytes }) : null;
    await tx.importFile.create({
      data: { operationId, fileId: file?.id ?? null, fileName, ...(await guesses(tx, inspection)) },
      select: { id: true },
    });
    if (!readable) {
      await tx.operation.update({ where: { id: operationId }, data: { status: "FAILED", problem: "unreadable" } });
    }
    await record(tx, actor, {
      kind: "import.uploaded",
      subject: { kind: "operation", id: operationId },
      operationId,
      data: { fileName, rows: inspection.rowCount, readable },
    });
    return operationId;
  });
}

function* pieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.byteLength; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

async function guesses(tx: Tx, inspection: FileInspection) {
  const { shape, columns, rowCount } = inspection;
  const kind = detectKind(columns);
  const headers = shape?.headers ?? [];
  const hash = headerHash(headers);
  const custom = customImportFields(await findOwnFields(tx));
  const remembered = await findRememberedMapping(kind, hash, tx);
  return {
    kind,
    encoding: shape?.encoding ?? "",
    delimiter: shape?.delimiter ?? "",
    headers,
    headerHash: hash,
    rowCount,
    mapping: remembered
      ? fitMapping(kind, remembered, { columns: headers.length, custom })
      : autoMap(kind, columns, { custom }),
    answers: { dateOrders: {} },
    inspection: inspectionToStore(inspection),
  };
}
