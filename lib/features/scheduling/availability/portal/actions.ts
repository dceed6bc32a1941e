"use server";
import { revalidatePath } from "next/cache";
import { saveWeeklyHours } from "@/lib/features/scheduling/availability/commands";
import { saveHoursInput } from "@/lib/features/scheduling/availability/schema";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";

/** The same command as staff's, for contacts: whose hours they may change is the command's to say. */
export const saveOwnHoursAction = action({
  permission: "portal.edit-availability",
  input: saveHoursInput,
  done: "scheduling.hours.saved",
  run: async (actor, input) => {
    await saveWeeklyHours(actor, input);
    revalidatePath(paths.portal.availability);
  },
});
