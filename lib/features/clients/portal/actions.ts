"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { editCompany } from "./commands";
import { editCompanyInput } from "./schema";

export const editCompanyAction = action({
  permission: "portal.edit-company",
  input: editCompanyInput,
  done: "portal.saved",
  run: async (actor, input) => {
    await editCompany(actor, input);
    revalidatePath("/", "layout");
  },
});
