import { z } from "zod";
import { COMPARED_AT_ONCE } from "@/lib/features/contacts/duplicates/rules";
import { id } from "@/lib/values/fields";

/** People who are to be told apart, or no longer. */
export const tellApartInput = z.object({
  ids: z.array(id).min(2, "duplicates.refusals.chooseTwo").max(COMPARED_AT_ONCE, "duplicates.refusals.chooseFewer"),
});
export type TellApartInput = z.output<typeof tellApartInput>;

/** Two people who were told apart. */
export type ToldApart = {
  first: { id: string; name: string; email: string | null };
  second: { id: string; name: string; email: string | null };
  decidedAt: Date;
};
