import { z } from "zod";
import { COMPARED_AT_ONCE } from "@/lib/features/merges/schema";
import { id } from "@/lib/values/fields";

/** People who are to be told apart, or no longer. */
export const tellApartInput = z.object({
  ids: z.array(id).min(2, "duplicates.refusals.chooseTwo").max(COMPARED_AT_ONCE, "duplicates.refusals.chooseFewer"),
});
export type TellApartInput = z.output<typeof tellApartInput>;

/** Two people or two clients who were told apart. */
export type ToldApart = {
  kind: "contact" | "client";
  first: { id: string; name: string; email: string | null };
  second: { id: string; name: string; email: string | null };
  decidedAt: Date;
};
