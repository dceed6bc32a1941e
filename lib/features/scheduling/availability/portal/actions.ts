"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { removeSpecialHours, saveSpecialHours, saveWeeklyHours } from "@/lib/features/scheduling/availability/commands";
import {
  removeSpecialHoursInput,
  saveHoursInput,
  saveSpecialHoursInput,
} from "@/lib/features/scheduling/availability/schema";
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

export const saveOwnSpecialHoursAction = action({
  permission: "portal.edit-availability",
  input: saveSpecialHoursInput,
  run: async (actor, input) => {
    await saveSpecialHours(actor, input);
    redirect(paths.portal.availabilityOf(input.clientId));
  },
});

export const removeOwnSpecialHoursAction = action({
  permission: "portal.edit-availability",
  input: removeSpecialHoursInput,
  done: "scheduling.hours.removed",
  run: async (actor, input) => {
    await removeSpecialHours(actor, input);
    revalidatePath(paths.portal.availability);
  },
});
