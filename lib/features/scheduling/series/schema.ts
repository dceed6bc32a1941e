import { z } from "zod";
import { blankAsNull, id, localDate, localTime } from "@/lib/values/fields";

export const MOST_OCCURRENCES = 104;

const number = (least: number, most: number) =>
  z.coerce.number("number").int("number").min(least, "number").max(most, "number");

const repeat = z
  .object({
    every: z.enum(["", "week", "month-day", "month-weekday"]).default(""),
    interval: number(1, 12).default(1),
    weekdays: z.array(number(1, 7)).max(7).default([]),
    count: blankAsNull(number(2, MOST_OCCURRENCES)),
    until: blankAsNull(localDate),
  })
  .refine(({ every, count, until }) => every === "" || count !== null || until !== null, {
    message: "scheduling.refusals.endlessSeries",
    path: ["count"],
  });
/** Whether and how a session repeats; missing where its form was sent for one only. */
export const repeatInput = z.preprocess((sent) => sent ?? {}, repeat);
export type RepeatInput = z.output<typeof repeatInput>;

/** What becomes of one occurrence, by its local time. */
const line = z.object({
  choice: z.enum(["keep", "skip", "move", "hand"]).default("keep"),
  date: blankAsNull(localDate),
  start: blankAsNull(localTime),
  practitionerId: blankAsNull(id),
});
export type SeriesLine = z.output<typeof line>;
export const linesInput = z
  .record(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/), line)
  .refine((lines) => Object.keys(lines).length <= MOST_OCCURRENCES, "invalid")
  .default({});

/** One occurrence as the planner shows it. */
export type PlannedOccurrence = {
  key: string;
  date: string;
  start: string;
  label: string;
  problems: string[];
  blocked: boolean;
};

/** How far a change of one of a series goes. */
export const scopeInput = z.enum(["one", "following", "all"]).default("one");
export type SeriesScope = z.output<typeof scopeInput>;
