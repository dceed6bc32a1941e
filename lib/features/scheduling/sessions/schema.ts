import { z } from "zod";
import { blankAsNull, id, localDate, localTime, optionalLongText, requiredText } from "@/lib/values/fields";

/** Usual kinds of work; imported sessions may bring others. */
export const SESSION_TYPES = [
  "Face-to-face",
  "Online",
  "Telephone",
  "Prepare Only",
  "Update Only",
  "Training",
] as const;

/** Topics that are offered; any other may be typed. */
export const SESSION_AREAS = [
  "Start-up Assistance",
  "Business Plan",
  "Financing/Capital",
  "Marketing/Sales",
  "Cash Flow Management",
  "Human Resources",
  "Legal Issues",
  "Technology",
] as const;

const minutes = (least: number) =>
  z.coerce
    .number("number")
    .int("number")
    .min(least, "scheduling.refusals.minutes")
    .max(1_440, "scheduling.refusals.minutes");

export const recordSessionInput = z.object({
  clientId: id,
  date: localDate,
  start: localTime,
  minutes: minutes(1),
  prepMinutes: minutes(0).default(0),
  practitionerId: id,
  type: requiredText(60),
  area: blankAsNull(requiredText(120)),
  fundingSourceId: blankAsNull(id),
  /** What was asked for; with a pre-client it is never granted. */
  reportable: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  notes: optionalLongText(20_000),
});
export type RecordSessionInput = z.output<typeof recordSessionInput>;

export const leaveSessionInput = z.object({ sessionId: id, clientId: id });
export type LeaveSessionInput = z.output<typeof leaveSessionInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
export const sessionSearch = z.object({
  page: z.preprocess(single, z.string().max(2_000).optional().catch(undefined)),
});

/** One session of a client, as its list shows it. */
export type SessionRow = {
  id: string;
  startsAt: Date;
  timeZone: string;
  minutes: number;
  type: string;
  area: string | null;
  practitioners: string;
  fundingSource: string | null;
  reportable: boolean;
  noShow: boolean;
  notes: string | null;
};

export type SessionChoices = {
  practitioners: { id: string; name: string }[];
  fundingSources: { id: string; name: string }[];
};
