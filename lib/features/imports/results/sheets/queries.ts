import "server-only";
import { readRows } from "@/lib/features/imports/files/rules";
import { findReadable } from "@/lib/features/imports/planning/queries";
import { type FullWords, reasonSentence } from "@/lib/features/imports/results/copy";
import { importRowView } from "@/lib/features/imports/results/rules";
import { importsVisibleTo } from "@/lib/features/imports/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import type { RowReason } from "@/lib/platform/operation/handler";
import type { Outcome } from "@/lib/platform/operation/progress";
import { listOperationRows, type OperationRowView } from "@/lib/platform/operation/queries";
import { csvLine } from "@/lib/values/csv-safe";

/** A sheet that is written while it is read. */
export type Sheet = { name: string; pieces: AsyncGenerator<string> };

type Options = { onlyRefused: boolean; words: FullWords };

/**
 * The file as it was uploaded, each row with what became of it and why. With `onlyRefused` only the rows that stayed out,
 * so that they can be put right and imported again.
 */
export async function findResultSheet(actor: Actor, operationId: string, options: Options): Promise<Sheet | null> {
  const visible = await db.operation.count({ where: { AND: [{ id: operationId }, importsVisibleTo(actor)] } });
  const file = visible > 0 ? await findReadable(db, operationId) : null;
  if (!file) return null;
  const name = `${file.fileName.replace(/\.[a-z]+$/i, "")} ${options.words(`imports.sheet.${options.onlyRefused ? "refused" : "results"}`)}.csv`;
  return { name, pieces: pieces(file, options) };
}

type Fate = { outcome: Outcome; undone: boolean; reasons: RowReason[] };

async function* pieces(file: NonNullable<Awaited<ReturnType<typeof findReadable>>>, { onlyRefused, words }: Options) {
  const fates = await readFates(file.operationId);
  const added = ["row", "outcome", "reason"].map((column) => words(`imports.sheet.${column}`));
  // Spreadsheets take a file for UTF-8 only by its mark.
  yield `\ufeff${csvLine([...file.shape.headers, ...added])}`;
  for await (const batch of readRows(file.open, file.shape)) {
    const lines = batch.flatMap(({ row, cells }) => {
      const fate = fates.get(row);
      if (!fate || (onlyRefused && fate.outcome !== "refused")) return [];
      const reasons = fate.reasons.map((reason) => reasonSentence(reason, words)).join(" ");
      const padded = file.shape.headers.map((_, index) => cells[index] ?? "");
      return [
        csvLine([...padded, String(row), words(`imports.outcome.${fate.undone ? "undone" : fate.outcome}`), reasons]),
      ];
    });
    if (lines.length > 0) yield lines.join("");
  }
}

/** What became of each row of the file; a client's rows share its fate and keep their own reasons. */
async function readFates(operationId: string): Promise<Map<number, Fate>> {
  const fates = new Map<number, Fate>();
  for (let page: string | undefined; ; ) {
    const found = await listOperationRows(operationId, { page, size: 2000 });
    for (const row of found.rows) addFates(fates, row);
    if (!found.next) return fates;
    page = found.next;
  }
}

function addFates(fates: Map<number, Fate>, row: OperationRowView) {
  const { rows } = importRowView(row);
  for (const line of rows) {
    const reasons = row.reasons.filter((reason) => typeof reason.row !== "number" || reason.row === line);
    fates.set(line, { outcome: row.outcome, undone: row.undo === "undone", reasons });
  }
}
