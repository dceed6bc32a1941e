import { z } from "zod";
import { id } from "@/lib/values/fields";
import type { LocalTime } from "@/lib/values/time";

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** More pairs of times than anybody needs on one day. */
const MOST_PER_DAY = 6;

const row = z.object({ start: z.string().max(5).default(""), end: z.string().max(5).default("") });

/** "hours.1.0.start" of the form: rows by weekday and place; what the times mean is for `readWeek` to say. */
export const saveHoursInput = z.object({
  clientId: id,
  version: z.coerce.number().int().min(0),
  hours: z
    .record(z.string().regex(/^[1-7]$/), z.record(z.string().regex(/^\d{1,2}$/), row))
    .default({})
    .refine((days) => Object.values(days).every((rows) => Object.keys(rows).length <= MOST_PER_DAY)),
});
export type SaveHoursInput = z.output<typeof saveHoursInput>;

/** When a client is available on one weekday, in the zone's wall time; "24:00" is a legal end. */
export type HoursOfDay = { weekday: Weekday; intervals: { start: LocalTime; end: LocalTime }[] };

/** `version` is 0 while nothing was ever saved. A weekday without intervals is not available. */
export type WeeklyHours = { timeZone: string; version: number; days: HoursOfDay[] };
