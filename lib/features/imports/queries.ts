import "server-only";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import type { ImportDraft } from "@/lib/features/imports/drafts/schema";
import { findImport, listImportRows } from "@/lib/features/imports/results/queries";
import type { ImportRecord, ImportRowView, ImportSearch } from "@/lib/features/imports/results/schema";
import type { RowProblem } from "@/lib/features/imports/schema";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import type { Actor } from "@/lib/platform/access/actor";
import type { Page } from "@/lib/platform/page";

/** What the page of an import shows, by how far it is. */
export type ImportStep =
  | { step: "unreadable"; fileName: string; problems: RowProblem[]; count: number }
  | { step: "draft"; draft: ImportDraft }
  | { step: "record"; record: ImportRecord; page: Page<ImportRowView> };

/** One import at the step where it stands; null for an unknown or foreign one. */
export async function findImportStep(
  actor: Actor,
  operationId: string,
  search: ImportSearch,
): Promise<ImportStep | null> {
  const record = await findImport(actor, operationId, search);
  if (!record) return null;
  const { status, problem } = record.operation;
  if (status === "DRAFT") {
    const draft = await findImportDraft(actor, operationId, search);
    return draft && { step: "draft", draft };
  }
  if (status === "FAILED" && problem === "unreadable") {
    const file = await findImportFile(operationId);
    const { problems = [], problemCount: count = 0 } = file?.inspection ?? {};
    return { step: "unreadable", fileName: record.fileName, problems, count };
  }
  return { step: "record", record, page: await listImportRows(operationId, search) };
}
