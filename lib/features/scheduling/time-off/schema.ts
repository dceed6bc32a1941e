import { z } from "zod";
import { blankAsNull, endTime, id, localDate, localTime, optionalText } from "@/lib/values/fields";
import type { LocalTime } from "@/lib/values/time";

const bothOrNone = ({ start, end }: { start: string | null; end: string | null }) =>
  (start === null) === (end === null);
const inOrder = ({ start, end }: { start: string | null; end: string | null }) =>
  start === null || end === null || start < end;
const daysInOrder = ({ firstDay, lastDay }: { firstDay: string; lastDay: string | null }) =>
  lastDay === null || firstDay <= lastDay;

export const addTimeOffInput = z
  .object({
    practitionerId: id,
    firstDay: localDate,
    /** Blank where it is one day. */
    lastDay: blankAsNull(localDate),
    /** Blank for whole days. */
    start: blankAsNull(localTime),
    end: blankAsNull(endTime),
    reason: optionalText(200),
  })
  .refine(daysInOrder, { path: ["lastDay"], message: "scheduling.hours.lastBeforeFirst" })
  .refine(bothOrNone, { path: ["end"], message: "scheduling.timeOff.both" })
  .refine(inOrder, { path: ["end"], message: "scheduling.hours.end_before_start" });
export type AddTimeOffInput = z.output<typeof addTimeOffInput>;

export const removeTimeOffInput = z.object({ practitionerId: id, timeOffId: id });
export type RemoveTimeOffInput = z.output<typeof removeTimeOffInput>;

/** `hours` is null for whole days, `reason` for whoever is not of the staff. */
export type TimeOff = {
  id: string;
  firstDay: string;
  lastDay: string;
  hours: { start: LocalTime; end: LocalTime } | null;
  timeZone: string;
  reason: string | null;
};
