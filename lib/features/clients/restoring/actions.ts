"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { restoreClientValue } from "./commands";
import { restoreValueInput } from "./schema";

export const restoreClientValueAction = action({
  permission: "clients.edit",
  input: restoreValueInput,
  done: "field-history.restored",
  run: async (actor, input) => {
    await restoreClientValue(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});
