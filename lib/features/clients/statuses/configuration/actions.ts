"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addStatus, archiveStatus, moveStatus, renameStatus, restoreStatus } from "./commands";
import { addStatusInput, moveStatusInput, renameStatusInput, statusInput } from "./schema";

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
  input: moveStatusInput,
  run: async (actor, input) => {
    await moveStatus(actor, input);
    revalidatePath(paths.staff.admin.statuses);
  },
});

export const archiveStatusAction = action({
  permission: "settings.edit",
  input: statusInput,
  done: "statuses.archivedOne",
  run: async (actor, input) => {
    await archiveStatus(actor, input);
    revalidatePath(paths.staff.admin.statuses);
  },
});

export const restoreStatusAction = action({
  permission: "settings.edit",
  input: statusInput,
  run: async (actor, input) => {
    await restoreStatus(actor, input);
    revalidatePath(paths.staff.admin.statuses);
  },
});
