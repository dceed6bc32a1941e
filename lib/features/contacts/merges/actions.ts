"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { contactFollowers } from "@/lib/merges";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { mergeContacts } from "./commands";
import { mergeInput } from "./schema";

export const mergeContactsAction = action({
  permission: "contacts.merge",
  input: mergeInput,
  run: async (actor, input) => {
    const operationId = await mergeContacts(actor, input, contactFollowers);
    revalidatePath("/staff", "layout");
    redirect(paths.staff.admin.merge(operationId));
  },
});
