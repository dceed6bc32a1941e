import { z } from "zod";
import { id } from "@/lib/values/fields";

/** Fields of a prospect whose old values can be put back, as history names them. */
export const RESTORABLE = [
  "name",
  "department",
  "source",
  "notes",
  "email",
  "phone",
  "owner",
  "center",
  "nextStep",
  "nextStepOn",
  "language",
] as const;

/** Which change to take the old value from, and the prospect the way it was seen. */
export const restoreProspectValueInput = z.object({
  prospectId: id,
  version: z.coerce.number().int().min(0),
  entryId: id,
  field: z.enum(RESTORABLE),
});
export type RestoreProspectValueInput = z.output<typeof restoreProspectValueInput>;
