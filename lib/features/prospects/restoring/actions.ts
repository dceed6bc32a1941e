"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { restoreProspectValue } from "./commands";
import { restoreProspectValueInput } from "./schema";

export const restoreProspectValueAction = action({
  permission: "prospects.edit",
  input: restoreProspectValueInput,
  done: "field-history.restored",
  run: async (actor, input) => {
    await restoreProspectValue(actor, input);
    revalidatePath(paths.staff.prospect(input.prospectId), "layout");
  },
});
