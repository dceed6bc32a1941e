"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { restoreContactValue } from "./commands";
import { restoreContactValueInput } from "./schema";

export const restoreContactValueAction = action({
  permission: "contacts.edit",
  input: restoreContactValueInput,
  done: "field-history.restored",
  run: async (actor, input) => {
    await restoreContactValue(actor, input);
    revalidatePath(paths.staff.contact(input.contactId), "layout");
  },
});
