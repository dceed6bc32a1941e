"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { moveEntry } from "@/lib/platform/named-list/commands";
import { archiveEntryInput, moveEntryInput } from "@/lib/platform/named-list/schema";
import { addStatus, archiveStatus, renameStatus, STATUSES } from "./commands";
import { addStatusInput, renameStatusInput } from "./schema";

export const addStatusAction = action({
  permission: "settings.edit",
  input: addStatusInput,
  run: async (actor, input) => {
    const statusId = await addStatus(actor, input);
    redirect(paths.staff.admin.status(statusId));
  },
});

export const renameStatusAction = action({
  permission: "settings.edit",
  input: renameStatusInput,
  done: "statuses.renamed",
  run: async (actor, input) => {
    await renameStatus(actor, input);
    revalidatePath(paths.staff.admin.statuses, "layout");
  },
});

export const moveStatusAction = action({
  permission: "settings.edit",
  input: moveEntryInput,
  run: async (actor, input) => {
    await moveEntry(actor, STATUSES, input);
    revalidatePath(paths.staff.admin.statuses);
  },
});

export const archiveStatusAction = action({
  permission: "settings.edit",
  input: archiveEntryInput,
  run: async (actor, input) => {
    await archiveStatus(actor, input);
    revalidatePath(paths.staff.admin.statuses);
  },
});
