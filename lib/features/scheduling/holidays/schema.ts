import { z } from "zod";
import { blankAsNull, id, localDate, requiredText } from "@/lib/values/fields";

const fields = z.object({
  name: requiredText(100),
  firstDay: localDate,
  /** Blank where it is one day. */
  lastDay: blankAsNull(localDate),
  /** Blank for all centers. */
  centerId: blankAsNull(id),
});

const MOST_DAYS = 366;
const inOrder = <Days extends { firstDay: string; lastDay: string | null }>({ firstDay, lastDay }: Days) =>
  lastDay === null || lastDay >= firstDay;
const notLonger = <Days extends { firstDay: string; lastDay: string | null }>({ firstDay, lastDay }: Days) =>
  lastDay === null || Date.parse(lastDay) - Date.parse(firstDay) < MOST_DAYS * 86_400_000;
const lastDay = ["lastDay"];

export const addHolidayInput = fields
  .refine(inOrder, { path: lastDay, message: "centers.refusals.lastBeforeFirst" })
  .refine(notLonger, { path: lastDay, message: "centers.refusals.longerThanAYear" });
export type AddHolidayInput = z.output<typeof addHolidayInput>;

export const editHolidayInput = fields
  .extend({ holidayId: id })
  .refine(inOrder, { path: lastDay, message: "centers.refusals.lastBeforeFirst" })
  .refine(notLonger, { path: lastDay, message: "centers.refusals.longerThanAYear" });
export type EditHolidayInput = z.output<typeof editHolidayInput>;

export const removeHolidayInput = z.object({ holidayId: id });
export type RemoveHolidayInput = z.output<typeof removeHolidayInput>;

const year = z.coerce.number().int().min(2000).max(2200);

/** Copies those of a center, and those of all centers, from the year before. */
export const copyHolidaysInput = z.object({ centerId: id, year });
export type CopyHolidaysInput = z.output<typeof copyHolidaysInput>;

/** Days on which a center is closed; `centerId` is null where that holds for all centers. */
export type Holiday = { id: string; name: string; firstDay: string; lastDay: string; centerId: string | null };
