"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { chooseCenter } from "./commands";
import { chooseCenterInput } from "./schema";

export const chooseCenterAction = action({
  permission: "own-account.manage",
  input: chooseCenterInput,
  done: "tasks.centerChosen",
  run: async (actor, input) => {
    await chooseCenter(actor, input);
    revalidatePath(paths.staff.tasks);
  },
});
