"use server";
import { revalidatePath } from "next/cache";
import { undoMergeInput } from "@/lib/features/merges/schema";
import { mergeOperations } from "@/lib/merges";
import { action } from "@/lib/platform/action";
import { undoMerge } from "./commands";

export const undoMergeAction = action({
  permission: "operations.undo",
  input: undoMergeInput,
  run: async (actor, input) => {
    await undoMerge(actor, input, mergeOperations);
    revalidatePath("/staff", "layout");
  },
});
