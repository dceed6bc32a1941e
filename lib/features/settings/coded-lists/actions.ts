"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { archiveEntry, moveEntry } from "@/lib/platform/named-list/commands";
import { addCoded, CODED, editCoded } from "./commands";
import { addCodedInput, archiveCodedInput, editCodedInput, moveCodedInput } from "./schema";

export const addCodedEntryAction = action({
  permission: "settings.edit",
  input: addCodedInput,
  done: "coded-lists.added",
  run: async (actor, input) => {
    await addCoded(actor, input);
    revalidatePath(paths.staff.admin[input.list]);
  },
});

export const editCodedEntryAction = action({
  permission: "settings.edit",
  input: editCodedInput,
  done: "coded-lists.saved",
  run: async (actor, input) => {
    await editCoded(actor, input);
    revalidatePath(paths.staff.admin[input.list]);
  },
});

export const moveCodedEntryAction = action({
  permission: "settings.edit",
  input: moveCodedInput,
  run: async (actor, { list, ...input }) => {
    await moveEntry(actor, CODED[list], input);
    revalidatePath(paths.staff.admin[list]);
  },
});

export const archiveCodedEntryAction = action({
  permission: "settings.edit",
  input: archiveCodedInput,
  run: async (actor, { list, ...input }) => {
    await archiveEntry(actor, CODED[list], input);
    revalidatePath(paths.staff.admin[list]);
  },
});
