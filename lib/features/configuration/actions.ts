"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { importConfiguration } from "./commands";
import { importConfigurationInput } from "./schema";

export const importConfigurationAction = action({
  // A file can hold groups of rights.
  permission: "accounts.change-rights",
  input: importConfigurationInput,
  run: async (actor, input) => {
    const plan = await importConfiguration(actor, input);
    if (plan.applied) revalidatePath("/", "layout");
    return plan;
  },
});
