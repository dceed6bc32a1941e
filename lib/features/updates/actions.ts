"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { applyUpdate, retryRefused } from "./commands";
import { planUpdate } from "./planning/commands";
import { planUpdateInput, updateInput } from "./schema";

export const planUpdateAction = action({
  permission: "updates.run",
  input: planUpdateInput,
  run: async (actor, input) => redirect(paths.staff.admin.update(await planUpdate(actor, input))),
});

export const applyUpdateAction = action({
  permission: "updates.run",
  input: updateInput,
  run: async (actor, input) => {
    await applyUpdate(actor, input);
    revalidatePath(paths.staff.admin.update(input.operationId));
  },
});

export const retryRefusedAction = action({
  permission: "updates.run",
  input: updateInput,
  run: async (actor, input) => redirect(paths.staff.admin.update(await retryRefused(actor, input))),
});
