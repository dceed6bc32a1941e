import { z } from "zod";
import type { NamedKind } from "@/lib/features/imports/matching/schema";
import type { ImportKind } from "@/lib/features/imports/schema";
import { IMPORT_KINDS } from "@/lib/features/imports/schema";
import type { PlanSummary } from "@/lib/features/imports/uploads/schema";
import type { RowReason } from "@/lib/platform/operation/handler";
import type { Outcome } from "@/lib/platform/operation/progress";
import type { OperationView } from "@/lib/platform/operation/queries";
import { ROW_CHOICES, type RowChoice } from "@/lib/platform/operation/row-choices";

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of an import's page: which rows, which page of them, and what the file is said to hold. */
export const importSearch = z.object({
  rows: z.preprocess(single, z.enum(ROW_CHOICES).optional().catch(undefined)),
  page: z.preprocess(single, z.string().max(2000).optional().catch(undefined)),
  kind: z.preprocess(single, z.enum(IMPORT_KINDS).optional().catch(undefined)),
});
export type ImportSearch = z.output<typeof importSearch>;

/** One row of a plan or of its result, in what a person needs to recognise it. */
export type ImportRowView = {
  id: string;
  outcome: Outcome;
  /** Rows of the file it stands for. */
  rows: number[];
  /** Number and name of the client; null for a row that could not be read. */
  client: { id: string | null; number: string | null; name: string } | null;
  /** A center, practitioner or funding source that was made for the file; it stands for no row of it. */
  made: string | null;
  /** Contacts of a client. */
  contacts: string[];
  /** Day, practitioner and type of a session. */
  session: { date: string; practitioner: string | null; type: string | null } | null;
  reasons: RowReason[];
  undo: string | null;
};

/** A center, practitioner or funding source that the file names and nobody here is called. */
export type NewNameView = { id: string; named: NamedKind; name: string; outcome: Outcome; undo: string | null };

/** An import that was planned, with all that its page shows beside the rows. */
export type ImportRecord = {
  operation: OperationView;
  kind: ImportKind;
  fileName: string;
  summary: PlanSummary;
  names: NewNameView[];
  choice: RowChoice | undefined;
};
