"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { removeDocument, restoreDocument } from "./bin/commands";
import { editDocument } from "./commands";
import { documentInput, editDocumentInput } from "./schema";

export const editDocumentAction = action({
  permission: "documents.edit",
  input: editDocumentInput,
  done: "documents.saved",
  run: async (actor, input) => {
    await editDocument(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const removeDocumentAction = action({
  permission: "documents.add",
  input: documentInput,
  done: "documents.removed",
  run: async (actor, input) => {
    await removeDocument(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const restoreDocumentAction = action({
  permission: "documents.edit",
  input: documentInput,
  done: "documents.restored",
  run: async (actor, input) => {
    await restoreDocument(actor, input);
    revalidatePath("/staff", "layout");
  },
});
