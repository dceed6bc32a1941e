"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { archiveEntry, moveEntry } from "@/lib/platform/named-list/commands";
import { archiveEntryInput, moveEntryInput } from "@/lib/platform/named-list/schema";
import { ACTION_CODES, addActionCode, renameActionCode } from "./commands";
import { addActionCodeInput, renameActionCodeInput } from "./schema";

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

export const moveActionCodeAction = action({
  permission: "settings.edit",
  input: moveEntryInput,
  run: async (actor, input) => {
    await moveEntry(actor, ACTION_CODES, input);
    revalidatePath(paths.staff.admin.actionCodes);
  },
});

export const archiveActionCodeAction = action({
  permission: "settings.edit",
  input: archiveEntryInput,
  run: async (actor, input) => {
    await archiveEntry(actor, ACTION_CODES, input);
    revalidatePath(paths.staff.admin.actionCodes);
  },
});
