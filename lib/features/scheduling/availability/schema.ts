import { z } from "zod";
import { blankAsNull, id, localDate, optionalText } from "@/lib/values/fields";
import type { LocalTime } from "@/lib/values/time";
import type { Weekday } from "@/lib/values/weekday";

/** Every second half hour of a day: more pairs of times cannot be painted. */
const MOST_PER_DAY = 24;

const row = z.object({ start: z.string().max(5).default(""), end: z.string().max(5).default("") });

/** Whose hours they are. */
export type HoursOwner = { clientId: string } | { practitionerId: string };

/** "hours.1.0.start" of the form: rows by weekday and place; what the times mean is for `readWeek` to say. */
const week = z.object({
  version: z.coerce.number().int().min(0),
  hours: z
    .record(z.string().regex(/^[1-7]$/), z.record(z.string().regex(/^\d{1,2}$/), row))
    .default({})
    .refine((days) => Object.values(days).every((rows) => Object.keys(rows).length <= MOST_PER_DAY)),
});
export const saveHoursInput = week.extend({ clientId: id });
export const savePractitionerHoursInput = week.extend({ practitionerId: id });
export type HoursInput = z.output<typeof week>["hours"];
export type SaveHoursInput = HoursOwner & z.output<typeof week>;

/** What lies over the usual week: hours between two days, or those of one day, which the form sends as weekday 1. */
export const LAYERS = ["RANGE", "DAY"] as const;
export type Layer = (typeof LAYERS)[number];

const special = week.extend({
  layer: z.enum(LAYERS),
  /** Blank for a new one. */
  scheduleId: blankAsNull(id),
  label: optionalText(60),
  firstDay: localDate,
  lastDay: blankAsNull(localDate),
});
export const saveSpecialHoursInput = special.extend({ clientId: id });
export const savePractitionerSpecialHoursInput = special.extend({ practitionerId: id });
export type SaveSpecialHoursInput = HoursOwner & z.output<typeof special>;

export const removeSpecialHoursInput = z.object({ clientId: id, scheduleId: id });
export const removePractitionerSpecialHoursInput = z.object({ practitionerId: id, scheduleId: id });
export type RemoveSpecialHoursInput = HoursOwner & { scheduleId: string };

/** What an address of the page asks to be added or changed. */
export const specialSearch = z.object({
  add: z.enum(["range", "day"]).optional().catch(undefined),
  edit: id.optional().catch(undefined),
});
export type SpecialSearch = z.output<typeof specialSearch>;

/** When a client is available on one weekday, in the zone's wall time; "24:00" is a legal end. */
export type HoursOfDay = { weekday: Weekday; intervals: { start: LocalTime; end: LocalTime }[] };

/** `version` is 0 while nothing was ever saved. A weekday without intervals is not available. */
export type WeeklyHours = { timeZone: string; version: number; days: HoursOfDay[] };

/** Hours that lie over the usual week. A day has the intervals of its own weekday. */
export type SpecialHours = {
  id: string;
  layer: Layer;
  label: string | null;
  firstDay: string;
  lastDay: string;
  version: number;
  days: HoursOfDay[];
};
