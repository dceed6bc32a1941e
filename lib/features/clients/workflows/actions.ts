"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { editWorkflow } from "./commands";
import { editWorkflowInput } from "./schema";

export const editWorkflowAction = action({
  permission: "settings.edit",
  input: editWorkflowInput,
  done: "statuses.workflowSaved",
  run: async (actor, input) => {
    await editWorkflow(actor, input);
    revalidatePath(paths.staff.admin.statuses, "layout");
  },
});
