import { z } from "zod";
import { PROSPECT_OUTCOMES, type ProspectOutcome } from "@/lib/features/prospects/schema";
import { id, requiredText } from "@/lib/values/fields";

const fields = { name: requiredText(60), outcome: z.enum(PROSPECT_OUTCOMES) };

export const addStageInput = z.object(fields);
export type AddStageInput = z.output<typeof addStageInput>;
export const editStageInput = z.object({ ...fields, entryId: id });
export type EditStageInput = z.output<typeof editStageInput>;

/** One stage as the administration shows it. */
export type StageRow = {
  id: string;
  name: string;
  outcome: ProspectOutcome;
  archived: boolean;
  prospects: number;
};
