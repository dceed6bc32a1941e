import { emptyEvidence, noteDate } from "@/lib/features/imports/cells/dates/rules";
import { detectDelimiter } from "@/lib/features/imports/files/delimiters/rules";
import { decodeLines, encodingDetective } from "@/lib/features/imports/files/encodings/rules";
import { type RawRecord, splitRecords } from "@/lib/features/imports/files/rows/rules";
import {
  type ColumnProfile,
  type Encoding,
  FILE_LIMITS,
  type FileInspection,
  type FileShape,
  type OpenFile,
} from "@/lib/features/imports/files/schema";
import { type FileRow, type RowProblem, rowProblem } from "@/lib/features/imports/schema";
import { hasUnstorable, isMarkup } from "@/lib/values/text";

const PREVIEW_ROWS = 20;
const KEPT_PROBLEMS = 1_000;
const KEPT_SAMPLES = 60;
const BEGINNING = 64_000;

/**
 * Looks at a whole file once: how it is written, what its columns hold, what is wrong with it. Never throws for
 * anything the file contains. Memory stays flat whatever its size.
 */
export async function inspectFile(open: OpenFile): Promise<FileInspection> {
  const inspection: FileInspection = {
    bytes: 0,
    shape: null,
    rowCount: 0,
    preview: [],
    columns: [],
    problems: [],
    problemCount: 0,
  };
  const encoding = await findEncoding(open, inspection);
  if (encoding) await readThrough(open, encoding, inspection);
  return inspection;
}

/**
 * The rows below the header, in batches of one chunk each, every row with its own problems. Stops at the row limit and
 * behind a quote that is never closed; the row before the stop carries the reason.
 */
export async function* readRows(open: OpenFile, shape: FileShape): AsyncGenerator<FileRow[]> {
  let count = 0;
  let sawHeader = false;
  for await (const batch of splitRecords(decodeLines(open(), shape.encoding), shape.delimiter)) {
    const records = sawHeader ? batch : batch.slice(1);
    sawHeader = true;
    const rows = records.slice(0, FILE_LIMITS.rows - count).map((record) => checkRecord(record, shape.headers));
    count += rows.length;
    if (rows.length > 0) yield rows;
    const next = records[rows.length];
    if (next) {
      const params = { max: FILE_LIMITS.rows };
      yield [{ row: next.row, cells: [], problems: [rowProblem("too_many_rows", next.row, { params })] }];
      return;
    }
  }
}

async function findEncoding(open: OpenFile, inspection: FileInspection): Promise<Encoding | null> {
  const detective = encodingDetective();
  for await (const chunk of open()) {
    detective.feed(chunk);
    inspection.bytes = detective.bytes();
    if (inspection.bytes > FILE_LIMITS.bytes) {
      addProblems(inspection, [rowProblem("file_too_large", null, { params: { max: FILE_LIMITS.bytes / 1_000_000 } })]);
      return null;
    }
  }
  const verdict = detective.verdict();
  if (verdict.ok) return verdict.encoding;
  addProblems(inspection, [rowProblem(verdict.code, verdict.code === "mixed_encodings" ? verdict.row : null)]);
  return null;
}

async function readThrough(open: OpenFile, encoding: Encoding, inspection: FileInspection) {
  const beginning = await beginningOf(open, encoding);
  if (isMarkup(beginning)) return addProblems(inspection, [rowProblem("not_text", null)]);
  const delimiter = detectDelimiter(beginning);
  const first = await firstRecord(open, { encoding, delimiter, headers: [] });
  if (!first) return addProblems(inspection, [rowProblem("empty_file", null)]);
  const { headers, problems } = readHeaders(first);
  addProblems(inspection, problems);
  if (problems.some(({ code }) => code !== "blank_header")) return;
  inspection.shape = { encoding, delimiter, headers };
  inspection.columns = headers.map((header) => ({ header, filled: 0, samples: [], dates: emptyEvidence() }));
  for await (const rows of readRows(open, inspection.shape)) {
    for (const row of rows) profileRow(row, inspection);
  }
  if (inspection.rowCount === 0 && inspection.problemCount === 0)
    addProblems(inspection, [rowProblem("no_rows", null)]);
}

function profileRow(row: FileRow, inspection: FileInspection) {
  addProblems(inspection, row.problems);
  if (row.cells.length === 0) return;
  inspection.rowCount += 1;
  if (inspection.preview.length < PREVIEW_ROWS) inspection.preview.push(row);
  inspection.columns.forEach((column, index) => {
    const text = row.cells[index]?.trim();
    if (text) profileCell(column, text);
  });
}

function profileCell(column: ColumnProfile, text: string) {
  column.filled += 1;
  noteDate(column.dates, text);
  if (column.samples.length < KEPT_SAMPLES && !column.samples.includes(text)) column.samples.push(text.slice(0, 200));
}

function addProblems(inspection: FileInspection, problems: readonly RowProblem[]) {
  inspection.problemCount += problems.length;
  inspection.problems.push(...problems.slice(0, KEPT_PROBLEMS - inspection.problems.length));
}

async function beginningOf(open: OpenFile, encoding: Encoding): Promise<string> {
  let beginning = "";
  for await (const piece of decodeLines(open(), encoding)) {
    beginning += piece;
    if (beginning.length >= BEGINNING) break;
  }
  return beginning.slice(0, BEGINNING);
}

async function firstRecord(open: OpenFile, shape: FileShape): Promise<RawRecord | null> {
  for await (const [first] of splitRecords(decodeLines(open(), shape.encoding), shape.delimiter))
    if (first) return first;
  return null;
}

function readHeaders(record: RawRecord): { headers: string[]; problems: RowProblem[] } {
  const { row, cells, broken } = record;
  const headers = cells.map((cell, index) => cell.replace(/\s+/g, " ").trim() || `Column ${index + 1}`);
  if (broken) return { headers, problems: [rowProblem(broken, row, { params: { max: FILE_LIMITS.cell } })] };
  if (cells.length > FILE_LIMITS.columns) {
    const params = { count: cells.length, max: FILE_LIMITS.columns };
    return { headers, problems: [rowProblem("too_many_columns", row, { params })] };
  }
  const folded = headers.map((header) => header.toLowerCase());
  const problems = headers.flatMap((header, index) => {
    if (folded.indexOf(header.toLowerCase()) !== index)
      return [rowProblem("duplicate_header", row, { column: header })];
    if (hasUnstorable(header)) return [rowProblem("unreadable_characters", row, { column: `Column ${index + 1}` })];
    return cells[index]?.trim() ? [] : [rowProblem("blank_header", row, { column: header })];
  });
  return { headers, problems };
}

/** A record against the header: as many cells, none too long, all of them text. */
function checkRecord({ row, cells, broken }: RawRecord, headers: readonly string[]): FileRow {
  if (broken)
    return { row, cells: cells.map(cut), problems: [rowProblem(broken, row, { params: { max: FILE_LIMITS.cell } })] };
  const filled = cells.findLastIndex((cell) => cell !== "") + 1;
  const params = { expected: headers.length, found: cells.length };
  const width: RowProblem[] =
    cells.length < headers.length
      ? [rowProblem("row_too_short", row, { params })]
      : filled > headers.length
        ? [rowProblem("row_too_long", row, { params })]
        : [];
  const problems = cells.flatMap((cell, index) => checkCell(cell, row, headers[index] ?? null));
  return { row, cells: cells.slice(0, headers.length).map(cut), problems: [...width, ...problems] };
}

function cut(cell: string): string {
  return cell.length > FILE_LIMITS.cell ? cell.slice(0, FILE_LIMITS.cell) : cell;
}

function checkCell(cell: string, row: number, column: string | null): RowProblem[] {
  if (cell.length > FILE_LIMITS.cell)
    return [rowProblem("cell_too_long", row, { column, params: { max: FILE_LIMITS.cell } })];
  if (hasUnstorable(cell)) return [rowProblem("unreadable_characters", row, { column })];
  return cell.includes("\ufffd") ? [rowProblem("lost_characters", row, { column })] : [];
}
