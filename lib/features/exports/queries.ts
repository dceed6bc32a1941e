import "server-only";
import { plainValue } from "@/lib/features/custom-fields/rules";
import type { CustomField } from "@/lib/features/custom-fields/schema";
import { rows } from "@/lib/platform/db/rows";
import { csvLine } from "@/lib/values/csv-safe";
import type { SqlFragment } from "@/lib/values/sql";
import { batchOf, type ExportSheet } from "./sheets/queries";

const AT_ONCE = 1_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Words = (key: string, values?: Record<string, string | number>) => string;
type Found = { id: string; cells: (string | null)[]; custom: Record<string, string | null> };
type Written = { chosen: SqlFragment; fields: readonly CustomField[]; words: Words; values: Record<string, string> };

/** The records as lines of a sheet, batch by batch along their ids: memory stays flat however many there are. */
export async function* sheetPieces(
  sheet: ExportSheet,
  { chosen, fields, words, values }: Written,
): AsyncGenerator<string> {
  const known = Object.keys(sheet.columns).map((key) => words(`exports.columns.${sheet.record}.${key}`, values));
  // Spreadsheets take a file for UTF-8 only by its mark.
  yield `\ufeff${csvLine([...known, ...fields.map(({ label }) => label)])}`;
  for (let after = FIRST; ; ) {
    const found = await rows<Found>(batchOf(sheet, chosen, { after, size: AT_ONCE }));
    if (found.length > 0) yield found.map((row) => lineOf(row, fields, { words })).join("");
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return;
    after = last.id;
  }
}

function lineOf({ cells, custom }: Found, fields: readonly CustomField[], { words }: { words: Words }): string {
  const own = fields.map((field) => {
    const value = plainValue({ ...field, value: custom[field.id] ?? null });
    return typeof value === "boolean" ? words(value ? "custom-fields.yes" : "custom-fields.no") : (value ?? "");
  });
  return csvLine([...cells.map((cell) => cell ?? ""), ...own]);
}
