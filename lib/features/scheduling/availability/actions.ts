"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { saveWeeklyHours } from "./commands";
import { saveHoursInput } from "./schema";

export const saveWeeklyHoursAction = action({
  permission: "clients.edit-availability",
  input: saveHoursInput,
  done: "scheduling.hours.saved",
  run: async (actor, input) => {
    await saveWeeklyHours(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});
