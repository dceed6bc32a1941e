"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addActionCode, archiveActionCode, renameActionCode } from "./commands";
import { addActionCodeInput, archiveActionCodeInput, renameActionCodeInput } from "./schema";

export const addActionCodeAction = action({
  permission: "settings.edit",
  input: addActionCodeInput,
  done: "messages.codes.added",
  run: async (actor, input) => {
    await addActionCode(actor, input);
    revalidatePath(paths.staff.admin.actionCodes);
  },
});

export const renameActionCodeAction = action({
  permission: "settings.edit",
  input: renameActionCodeInput,
  done: "messages.codes.renamed",
  run: async (actor, input) => {
    await renameActionCode(actor, input);
    revalidatePath(paths.staff.admin.actionCodes);
  },
});

export const archiveActionCodeAction = action({
  permission: "settings.edit",
  input: archiveActionCodeInput,
  run: async (actor, input) => {
    await archiveActionCode(actor, input);
    revalidatePath(paths.staff.admin.actionCodes);
  },
});
