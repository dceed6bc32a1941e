"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { editNote } from "./commands";
import { editNoteInput } from "./schema";

export const editNoteAction = action({
  permission: "notes.edit",
  input: editNoteInput,
  done: "clients.noteSaved",
  run: async (actor, input) => {
    await editNote(actor, input);
    revalidatePath("/staff", "layout");
  },
});
