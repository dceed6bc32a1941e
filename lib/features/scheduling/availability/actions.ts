"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { removeSpecialHours, saveSpecialHours, saveWeeklyHours } from "./commands";
import {
  removePractitionerSpecialHoursInput,
  removeSpecialHoursInput,
  saveHoursInput,
  savePractitionerHoursInput,
  savePractitionerSpecialHoursInput,
  saveSpecialHoursInput,
} from "./schema";

export const saveWeeklyHoursAction = action({
  permission: "clients.edit-availability",
  input: saveHoursInput,
  done: "scheduling.hours.saved",
  run: async (actor, input) => {
    await saveWeeklyHours(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});

export const saveSpecialHoursAction = action({
  permission: "clients.edit-availability",
  input: saveSpecialHoursInput,
  run: async (actor, input) => {
    await saveSpecialHours(actor, input);
    redirect(paths.staff.clientAvailability(input.clientId));
  },
});

export const removeSpecialHoursAction = action({
  permission: "clients.edit-availability",
  input: removeSpecialHoursInput,
  done: "scheduling.hours.removed",
  run: async (actor, input) => {
    await removeSpecialHours(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});

export const savePractitionerHoursAction = action({
  permission: "practitioners.edit",
  input: savePractitionerHoursInput,
  done: "scheduling.hours.saved",
  run: async (actor, input) => {
    await saveWeeklyHours(actor, input);
    revalidatePath(paths.staff.practitioner(input.practitionerId), "layout");
  },
});

export const savePractitionerSpecialHoursAction = action({
  permission: "practitioners.edit",
  input: savePractitionerSpecialHoursInput,
  run: async (actor, input) => {
    await saveSpecialHours(actor, input);
    redirect(paths.staff.practitionerAvailability(input.practitionerId));
  },
});

export const removePractitionerSpecialHoursAction = action({
  permission: "practitioners.edit",
  input: removePractitionerSpecialHoursInput,
  done: "scheduling.hours.removed",
  run: async (actor, input) => {
    await removeSpecialHours(actor, input);
    revalidatePath(paths.staff.practitioner(input.practitionerId), "layout");
  },
});
