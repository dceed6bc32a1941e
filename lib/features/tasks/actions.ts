"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { completeTask } from "./commands";
import { completeTaskInput } from "./schema";

export const completeTaskAction = action({
  permission: "tasks.complete",
  input: completeTaskInput,
  done: "tasks.done",
  run: async (actor, input) => {
    await completeTask(actor, input);
    revalidatePath("/staff", "layout");
  },
});
