import "server-only";
import { dateOrders, type ReadOptions } from "@/lib/features/imports/cells/rules";
import { findOwnFields } from "@/lib/features/imports/custom/queries";
import { customImportFields } from "@/lib/features/imports/custom/rules";
import type { OwnFields } from "@/lib/features/imports/custom/schema";
import type { FileShape, OpenFile } from "@/lib/features/imports/files/schema";
import type { ImportField } from "@/lib/features/imports/schema";
import { findImportFile, opener } from "@/lib/features/imports/uploads/queries";
import type { ImportFile } from "@/lib/features/imports/uploads/schema";
import type { Tx } from "@/lib/platform/db/db";

/** An uploaded file that can be read. */
export type ReadableImport = ImportFile & {
  shape: FileShape;
  open: OpenFile;
  own: OwnFields;
  languages: NonNullable<ImportField["choices"]>;
};

export async function findReadable(tx: Tx, operationId: string): Promise<ReadableImport | null> {
  const file = await findImportFile(operationId, tx);
  if (!file?.fileId || !file.inspection.shape) return null;
  const languages = await tx.language.findMany({
    where: { archivedAt: null },
    select: { identifier: true, name: true },
    orderBy: { position: "asc" },
    take: 500,
  });
  const offered = languages.map(({ identifier, name }) => ({ id: identifier, label: name }));
  return {
    ...file,
    own: await findOwnFields(tx),
    languages: offered,
    shape: file.inspection.shape,
    open: opener(file.fileId, tx),
  };
}

/** How the cells of this file are to be read. */
export function readerOf({ shape, mapping, inspection, answers, own, languages }: ReadableImport): ReadOptions {
  return {
    headers: shape.headers,
    mapping,
    dateOrders: dateOrders(inspection.columns, answers),
    custom: customImportFields(own),
    languages,
  };
}
