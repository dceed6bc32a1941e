"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { contactFollowers } from "@/lib/merges";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { mergeContacts } from "./commands";
import { mergeInput, undoMergeInput } from "./schema";
import { undoMerge } from "./undoing/commands";

export const mergeContactsAction = action({
  permission: "contacts.merge",
  input: mergeInput,
  run: async (actor, input) => {
    const operationId = await mergeContacts(actor, input, contactFollowers);
    revalidatePath("/staff", "layout");
    redirect(paths.staff.admin.merge(operationId));
  },
});

export const undoMergeAction = action({
  permission: "operations.undo",
  input: undoMergeInput,
  run: async (actor, input) => {
    await undoMerge(actor, input, contactFollowers);
    revalidatePath("/staff", "layout");
  },
});
