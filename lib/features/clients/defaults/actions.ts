"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { editDefaults } from "./commands";
import { editDefaultsInput } from "./schema";

export const editDefaultsAction = action({
  permission: "clients.edit",
  input: editDefaultsInput,
  done: "clients.defaults.saved",
  run: async (actor, input) => {
    await editDefaults(actor, input);
    revalidatePath(paths.staff.clientDefaults(input.clientId));
  },
});
