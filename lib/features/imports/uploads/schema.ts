import { z } from "zod";
import { DELIMITERS, ENCODINGS } from "@/lib/features/imports/files/schema";
import {
  columnMapping,
  IMPORT_KINDS,
  importAnswers,
  PROBLEM_SEVERITY,
  type ProblemCode,
} from "@/lib/features/imports/schema";

const problem = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  code: z.custom<ProblemCode>((code) => typeof code === "string" && Object.hasOwn(PROBLEM_SEVERITY, code)),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

const count = z.number();

/** What is kept of looking at a file. */
export const storedInspection = z.object({
  bytes: z.number(),
  shape: z
    .object({ encoding: z.enum(ENCODINGS), delimiter: z.enum(DELIMITERS), headers: z.array(z.string()) })
    .nullable(),
  rowCount: z.number(),
  columns: z.array(
    z.object({
      header: z.string(),
      filled: z.number(),
      samples: z.array(z.string()),
      dates: z.object({ monthFirst: count, dayFirst: count, either: count, clear: count, other: count }),
    }),
  ),
  problems: z.array(problem),
  problemCount: z.number(),
});
export type StoredInspection = z.infer<typeof storedInspection>;

/** What a plan came to, beside the counts of its rows. */
export const planSummary = z.object({
  rows: z.number().default(0),
  contacts: z.number().default(0),
  preClients: z.number().default(0),
  inactive: z.number().default(0),
  contactsWithoutEmail: z.number().default(0),
  sharedEmails: z.number().default(0),
  notReportable: z.number().default(0),
  warnings: z.number().default(0),
  /** Numbers that are given later must be higher than this one. */
  highestNumber: z.number().default(0),
});
export type PlanSummary = z.infer<typeof planSummary>;

/** An uploaded file with everything that is known about it. */
export const importFile = z.object({
  operationId: z.string(),
  fileId: z.string().nullable(),
  fileName: z.string(),
  kind: z.enum(IMPORT_KINDS),
  mapping: columnMapping,
  answers: importAnswers,
  inspection: storedInspection,
  summary: planSummary,
});
export type ImportFile = z.infer<typeof importFile>;
