import "server-only";
import type { Terminology } from "@/lib/features/settings/schema";
import type { UpdateWords } from "@/lib/features/updates/copy";
import { findUpdateView, type UpdateView, updateItems } from "@/lib/features/updates/results/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { findOperation, listOperationRows } from "@/lib/platform/operation/queries";
import { csvLine } from "@/lib/values/csv-safe";

const BATCH = 2_000;
const COLUMNS = ["record", "before", "after", "result", "why", "undo"] as const;

type Context = { words: UpdateWords; terms: Terminology };

/**
 * Every record of an update with what became of it and why, as a sheet that is written while it is read. Null for who may
 * not report on such records wherever they are.
 */
export async function findUpdateSheet(
  actor: Actor,
  operationId: string,
  context: Context,
): Promise<{ name: string; pieces: AsyncGenerator<string> } | null> {
  const operation = await findOperation(actor, operationId);
  const view = operation && (await findUpdateView(actor, operationId, context));
  if (!operation || !view?.mayReport) return null;
  return { name: `${operation.title.replaceAll("→", "-")}.csv`, pieces: pieces(operationId, view, context) };
}

async function* pieces(operationId: string, view: UpdateView, context: Context) {
  const { words } = context;
  // Spreadsheets take a file for UTF-8 only by its mark.
  yield `\ufeff${csvLine(COLUMNS.map((column) => words(`updates.sheetColumns.${column}`)))}`;
  for (let page: string | undefined; ; ) {
    const found = await listOperationRows(operationId, { page, size: BATCH });
    const items = updateItems(found.rows, view, context);
    const lines = items.map(({ name, from, to, outcome, why, undo }) =>
      csvLine([name, from ?? "", to ?? "", words(`operations.outcome.${outcome}`), why, undo ?? ""]),
    );
    yield lines.join("");
    if (!found.next) return;
    page = found.next;
  }
}
