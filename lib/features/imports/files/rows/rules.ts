import Papa from "papaparse";
import { type Delimiter, FILE_LIMITS } from "@/lib/features/imports/files/schema";

/** A record as it stands in the file; `row` counts as a spreadsheet does, blank lines included. */
export type RawRecord = { row: number; cells: string[]; broken: BrokenRecord | null };

export type BrokenRecord = "misplaced_quote" | "unclosed_quote" | "cell_too_long";

type Parsed = {
  data: string[][];
  errors: { code: string; row?: number }[];
  meta: { cursor: number };
};

function parse(text: string, delimiter: Delimiter, isLast: boolean): Parsed {
  return new Papa.Parser({ delimiter, newline: "\n" }).parse(text, 0, !isLast);
}

/**
 * The records of a text that arrives in pieces (line ends already LF), in batches, one per piece. Memory holds one
 * piece and one unfinished record. A record that never ends is handed out as it is, marked, and reading stops there.
 */
export async function* splitRecords(pieces: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<RawRecord[]> {
  let pending = "";
  let rowsBefore = 0;
  for await (const piece of pieces) {
    pending += piece;
    const { data, errors, meta } = parse(pending, delimiter, false);
    pending = pending.slice(meta.cursor);
    const batch = toRecords(data, errors, rowsBefore);
    rowsBefore += data.length;
    if (batch.length > 0) yield batch;
    if (pending.length > FILE_LIMITS.record) {
      yield lastRecords(pending, delimiter, rowsBefore).map((record) => ({
        ...record,
        broken: record.broken ?? "cell_too_long",
      }));
      return;
    }
  }
  yield lastRecords(pending, delimiter, rowsBefore);
}

function lastRecords(text: string, delimiter: Delimiter, rowsBefore: number): RawRecord[] {
  const { data, errors } = parse(text, delimiter, true);
  return toRecords(data, errors, rowsBefore);
}

function toRecords(data: string[][], errors: Parsed["errors"], rowsBefore: number): RawRecord[] {
  // Of several problems in one record the first is the cause.
  const problems = new Map(errors.map(({ code, row }) => [row, code] as const).reverse());
  return data
    .map((cells, index) => ({ row: rowsBefore + index + 1, cells, broken: brokenBy(problems.get(index)) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

function brokenBy(code: string | undefined): BrokenRecord | null {
  if (code === "MissingQuotes") return "unclosed_quote";
  return code === "InvalidQuotes" ? "misplaced_quote" : null;
}
