import "server-only";
import type { NamedRow } from "@/lib/features/imports/matching/schema";
import { importRowView } from "@/lib/features/imports/results/rules";
import type { ImportRecord, ImportRowView, ImportSearch, NewNameView } from "@/lib/features/imports/results/schema";
import { importsVisibleTo } from "@/lib/features/imports/scope";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { Outcome } from "@/lib/platform/operation/progress";
import { findOperation, listOperationRows } from "@/lib/platform/operation/queries";
import type { Page } from "@/lib/platform/page";

const MOST_NAMES = 1_000_000;

/** An import with its figures; null for an unknown one, or one that the person may not see. */
export async function findImport(
  actor: Actor,
  operationId: string,
  { rows: choice }: Pick<ImportSearch, "rows"> = {},
): Promise<ImportRecord | null> {
  const operation = await findOperation(actor, operationId);
  if (operation?.kind !== "import" || !("kind" in importsVisibleTo(actor))) return null;
  const [file, names] = await Promise.all([findImportFile(operation.id), listNewNames(operation.id)]);
  if (!file) return null;
  return { operation, choice, names, kind: file.kind, fileName: file.fileName, summary: file.summary };
}

/** A page of an import's rows; of an import the person may see. */
export async function listImportRows(
  operationId: string,
  { rows: choice, page }: Pick<ImportSearch, "rows" | "page">,
): Promise<Page<ImportRowView>> {
  // What was made for the file is listed only where it could not be undone.
  const from = choice === "left" ? -MOST_NAMES : 1;
  const found = await listOperationRows(operationId, { choice, page, from });
  return { ...found, rows: found.rows.map(importRowView) };
}

async function listNewNames(operationId: string): Promise<NewNameView[]> {
  const found = await db.operationRow.findMany({
    where: { operationId, position: { lte: 0 } },
    orderBy: { position: "asc" },
    select: { id: true, source: true, outcome: true, undo: true },
  });
  return found.map(({ source, outcome, ...row }) => {
    const { named, name } = source as NamedRow;
    return { ...row, named, name, outcome: outcome as Outcome };
  });
}
