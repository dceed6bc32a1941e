"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { editBilling } from "./commands";
import { editBillingInput } from "./schema";

export const editBillingAction = action({
  permission: "clients.edit",
  input: editBillingInput,
  done: "billing.setup.saved",
  run: async (actor, input) => {
    await editBilling(actor, input);
    revalidatePath(paths.staff.clientBilling(input.clientId));
  },
});
