import type { OwnFields } from "@/lib/features/imports/custom/schema";
import type { ImportChoices, NameLookup } from "@/lib/features/imports/matching/schema";
import type { RowSource } from "@/lib/features/imports/planning/schema";
import type { PlanSummary } from "@/lib/features/imports/uploads/schema";
import type { PlannedRow, RunningOperation } from "@/lib/platform/operation/handler";

/** A planned row of one type, its source read. */
export type RowOf<Type extends RowSource["type"]> = Omit<PlannedRow, "source"> & {
  source: Extract<RowSource, { type: Type }>;
};

/** What all rows of a batch are applied with. */
export type ApplyContext = {
  operation: RunningOperation;
  names: NameLookup;
  choices: ImportChoices;
  fileName: string;
  summary: PlanSummary;
  own: OwnFields;
};
