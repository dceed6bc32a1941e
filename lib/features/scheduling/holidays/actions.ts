"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addHoliday, copyHolidays, editHoliday, removeHoliday } from "./commands";
import { addHolidayInput, copyHolidaysInput, editHolidayInput, removeHolidayInput } from "./schema";

export const addHolidayAction = action({
  permission: "centers.edit",
  input: addHolidayInput,
  done: "centers.holidays.added",
  run: async (actor, input) => {
    await addHoliday(actor, input);
    revalidatePath(paths.staff.admin.centers, "layout");
  },
});

export const editHolidayAction = action({
  permission: "centers.edit",
  input: editHolidayInput,
  done: "centers.saved",
  run: async (actor, input) => {
    await editHoliday(actor, input);
    revalidatePath(paths.staff.admin.centers, "layout");
  },
});

export const removeHolidayAction = action({
  permission: "centers.edit",
  input: removeHolidayInput,
  done: "centers.holidays.removed",
  run: async (actor, input) => {
    await removeHoliday(actor, input);
    revalidatePath(paths.staff.admin.centers, "layout");
  },
});

export const copyHolidaysAction = action({
  permission: "centers.edit",
  input: copyHolidaysInput,
  done: "centers.holidays.copied",
  run: async (actor, input) => {
    await copyHolidays(actor, input);
    revalidatePath(paths.staff.admin.centers, "layout");
  },
});
