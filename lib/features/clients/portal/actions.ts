"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { editCompany } from "./commands";
import { editCompanyInput } from "./schema";

export const editCompanyAction = action({
  permission: "portal.edit-company",
  input: editCompanyInput,
  run: async (actor, input) => {
    const kept = await editCompany(actor, input);
    revalidatePath("/", "layout");
    return kept;
  },
  done: ({ waiting }) => (waiting > 0 ? "portal.proposals.kept" : "portal.saved"),
});
