import type { FileRow, RowProblem } from "@/lib/features/imports/schema";

export const FILE_LIMITS = {
  bytes: 50_000_000,
  rows: 250_000,
  columns: 500,
  /** Characters of one cell. */
  cell: 100_000,
  /** Characters of one record; more without an end means that a quote was never closed. */
  record: 4_000_000,
} as const;

export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Opens the file from its beginning; called several times, since it is looked at before it is read. */
export type OpenFile = () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type FileShape = { encoding: Encoding; delimiter: Delimiter; headers: string[] };

/** What is seen in one column over the whole file. */
export type ColumnProfile = {
  header: string;
  filled: number;
  /** The first different values that are not blank. */
  samples: string[];
  dates: DateEvidence;
};

/** How often the dates of a column show one order or the other. */
export type DateEvidence = { monthFirst: number; dayFirst: number; either: number; clear: number; other: number };

export type FileInspection = {
  bytes: number;
  /** Null where the file cannot be read at all; then `problems` says why. */
  shape: FileShape | null;
  rowCount: number;
  /** The first rows, for the preview. */
  preview: FileRow[];
  columns: ColumnProfile[];
  /** The first 1,000. */
  problems: RowProblem[];
  problemCount: number;
};
