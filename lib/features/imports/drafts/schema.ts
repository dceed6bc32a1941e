import { z } from "zod";
import type { DateQuestion } from "@/lib/features/imports/cells/dates/rules";
import type { OwnRecord } from "@/lib/features/imports/custom/schema";
import { NAMED_KINDS } from "@/lib/features/imports/matching/schema";
import { dateOrder, IMPORT_KINDS, type ImportKind, type RowProblem } from "@/lib/features/imports/schema";
import { id } from "@/lib/values/fields";

const choice = z
  .string()
  .max(60)
  .transform((key) => key || null);

/** The mapping form: a field or nothing per column, answers about dates, and what the file leaves open. */
export const planImportInput = z.object({
  operationId: id,
  kind: z.enum(IMPORT_KINDS),
  /** By index of the column. */
  mapping: z.record(z.string().regex(/^\d{1,3}$/), choice).default({}),
  dateOrders: z.record(z.string().regex(/^\d{1,3}$/), dateOrder.or(z.literal(""))).default({}),
  centerId: z.literal("").or(id).default(""),
  statusId: z.literal("").or(id).default(""),
});
export type PlanImportInput = z.output<typeof planImportInput>;

export const applyImportInput = z.object({
  operationId: id,
  /** Rows of the plan that make a center, practitioner or funding source; those left out are not made. */
  create: z.partialRecord(z.enum(NAMED_KINDS), z.array(id)).default({}),
});
export type ApplyImportInput = z.output<typeof applyImportInput>;

export const operationInput = z.object({ operationId: id });
export type OperationInput = z.output<typeof operationInput>;

export type DraftColumn = { index: number; header: string; filled: number; samples: string[]; field: string | null };

/** An import before it is planned, as its page shows it. */
export type ImportDraft = {
  operationId: string;
  fileName: string;
  kind: ImportKind;
  encoding: string;
  delimiter: string;
  rowCount: number;
  columns: DraftColumn[];
  /** The organization's own fields. */
  custom: Record<OwnRecord, { value: string; label: string }[]>;
  questions: (DateQuestion & { answer: string | null })[];
  problems: RowProblem[];
  problemCount: number;
  centers: { value: string; label: string }[];
  statuses: { value: string; label: string }[];
  choices: { centerId: string | null; statusId: string | null };
};
