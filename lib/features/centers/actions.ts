"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { createCenter, editCenter } from "./commands";
import { createCenterInput, editCenterInput } from "./schema";

export const createCenterAction = action({
  permission: "centers.edit",
  input: createCenterInput,
  run: async (actor, input) => {
    const id = await createCenter(actor, input);
    redirect(paths.staff.admin.center(id));
  },
});

export const editCenterAction = action({
  permission: "centers.edit",
  input: editCenterInput,
  done: "centers.saved",
  run: async (actor, input) => {
    await editCenter(actor, input);
    revalidatePath("/", "layout");
  },
});
