"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { saveOpeningHours } from "./commands";
import { saveOpeningHoursInput } from "./schema";

export const saveOpeningHoursAction = action({
  permission: "centers.edit",
  input: saveOpeningHoursInput,
  done: "centers.saved",
  run: async (actor, input) => {
    await saveOpeningHours(actor, input);
    revalidatePath(paths.staff.admin.center(input.centerId));
  },
});
