"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { findSubject } from "@/lib/subjects";
import { pinNote, unpinNote } from "./commands";
import { pinNoteInput, unpinNoteInput } from "./schema";

export const pinNoteAction = action({
  permission: "pins.edit",
  input: pinNoteInput,
  done: "pins.pinned",
  run: async (actor, input) => {
    await pinNote(actor, input, findSubject);
    revalidatePath("/staff", "layout");
  },
});

export const unpinNoteAction = action({
  permission: "pins.edit",
  input: unpinNoteInput,
  done: "pins.unpinned",
  run: async (actor, input) => {
    await unpinNote(actor, input, findSubject);
    revalidatePath("/staff", "layout");
  },
});
