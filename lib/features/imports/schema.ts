import { z } from "zod";
import type { OwnRecord } from "@/lib/features/imports/custom/schema";

export const IMPORT_KINDS = ["clients", "sessions"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/**
 * How bad each thing is that can be wrong with a file: an error keeps the row out, a warning keeps the row but not
 * all of its value, a note only tells.
 */
export const PROBLEM_SEVERITY = {
  empty_file: "error",
  not_text: "error",
  file_too_large: "error",
  mixed_encodings: "error",
  no_rows: "error",
  duplicate_header: "error",
  blank_header: "note",
  too_many_columns: "error",
  too_many_rows: "error",
  unclosed_quote: "error",
  misplaced_quote: "error",
  row_too_short: "error",
  row_too_long: "error",
  cell_too_long: "error",
  unreadable_characters: "error",
  lost_characters: "warning",
  missing_column: "error",
  unused_column: "note",
  client_missing: "error",
  name_missing: "warning",
  date_missing: "error",
  date_unreadable: "error",
  date_impossible: "error",
  date_order_unknown: "error",
  time_unreadable: "error",
  time_missing: "warning",
  time_skipped: "warning",
  time_doubled: "warning",
  number_unreadable: "error",
  number_out_of_range: "error",
  choice_unknown: "error",
  yes_no_unreadable: "error",
  text_too_long: "error",
  email_unreadable: "warning",
  phone_unreadable: "warning",
  language_unknown: "warning",
  country_unknown: "warning",
  status_unknown: "warning",
  contact_without_name: "warning",
  shared_email: "warning",
  pre_client_not_reportable: "warning",
  differing_value: "note",
  second_primary: "note",
  repeated_contact: "note",
  repeated_row: "note",
  client_exists: "note",
} as const;

export type ProblemCode = keyof typeof PROBLEM_SEVERITY;
export type ProblemParams = Record<string, string | number>;

/** `row` as a spreadsheet numbers it (the header is row 1), `column` by its header; null where it concerns the file. */
export type RowProblem = { row: number | null; column: string | null; code: ProblemCode; params: ProblemParams };

/** One record of the file below the header. */
export type FileRow = { row: number; cells: readonly string[]; problems: readonly RowProblem[] };

export type ValueKind =
  | "text"
  | "long-text"
  | "date"
  | "time"
  | "hours"
  | "whole-number"
  | "decimal"
  | "choice"
  | "yes-no"
  | "email"
  | "phone"
  | "language"
  | "country"
  | "status";

/** One thing a column can be read as. */
export type ImportField = {
  key: string;
  /** Message key, in the "imports" words. */
  labelKey: string;
  /** Whose field of the organization's own it is. */
  own?: OwnRecord;
  /** Its name where the organization gave it one. */
  label?: string;
  valueKind: ValueKind;
  /** Headers that mean this field, in small letters. */
  synonyms: readonly string[];
  maxLength?: number;
  /** What a choice is one of. */
  choices?: readonly { id: string; label: string }[];
  /** When rows of one client differ: the first value (usual) or the earliest date. */
  differing?: "first" | "earliest";
};

/** For each column of the file the key of its field, or null for a column that is left out. */
export const columnMapping = z
  .array(z.string().max(60).nullable())
  .max(500)
  .refine((keys) => {
    const used = keys.filter((key) => key !== null);
    return new Set(used).size === used.length;
  }, "field_used_twice");
export type ColumnMapping = z.infer<typeof columnMapping>;

export const dateOrder = z.enum(["month_first", "day_first"]);
export type DateOrder = z.infer<typeof dateOrder>;

/** What was asked once per column, by index of the column: in which order its dates are written. */
export const importAnswers = z.strictObject({ dateOrders: z.record(z.string().regex(/^\d{1,3}$/), dateOrder) });
export type ImportAnswers = z.infer<typeof importAnswers>;

/** Shorthand for a problem of one cell or row. */
export function rowProblem(
  code: ProblemCode,
  row: number | null,
  { column = null, params = {} }: { column?: string | null; params?: ProblemParams } = {},
): RowProblem {
  return { row, column, code, params };
}

export function isError(problem: RowProblem): boolean {
  return PROBLEM_SEVERITY[problem.code] === "error";
}
