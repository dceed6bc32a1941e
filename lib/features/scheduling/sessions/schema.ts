import { z } from "zod";
import { linesInput, repeatInput } from "@/lib/features/scheduling/series/schema";
import {
  blankAsNull,
  id,
  localDate,
  localTime,
  meetingAddress,
  optionalLongText,
  optionalText,
  requiredText,
} from "@/lib/values/fields";

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

const people = z
  .array(id)
  .max(60)
  .default([])
  .transform((ids) => [...new Set(ids)].toSorted())
  .refine((ids) => ids.length > 0, "required");

/** What is said of a session itself, whoever takes part. */
const plan = {
  practitionerIds: people,
  date: localDate,
  start: localTime,
  minutes: minutes(1),
  serviceId: blankAsNull(id),
  type: requiredText(60),
  area: optionalText(120),
  location: optionalText(200),
  room: optionalText(80),
  meetingLink: blankAsNull(meetingAddress),
  places: blankAsNull(z.coerce.number("number").int("number").min(1, "number").max(500, "number")),
  notes: optionalLongText(20_000),
  /** Only staff send it; from anybody else it is not looked at. */
  staffNotes: optionalLongText(20_000),
  sharedNotes: optionalLongText(20_000),
};

export const recordSessionInput = z.object({
  ...plan,
  clientIds: people,
  prepMinutes: minutes(0).default(0),
  travelMinutes: minutes(0).default(0),
  fundingSourceId: blankAsNull(id),
  /** What was asked for; with a pre-client it is never granted. */
  reportable: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  repeat: repeatInput,
  /** What becomes of single dates of a series. */
  lines: linesInput,
});
export type RecordSessionInput = z.output<typeof recordSessionInput>;

export const editSessionInput = z.object({
  ...plan,
  clientIds: people,
  sessionId: id,
  version: z.coerce.number().int().min(1),
});
export type EditSessionInput = z.output<typeof editSessionInput>;
/** What both forms say of a session. */
export type SessionPlan = Omit<EditSessionInput, "sessionId" | "version">;

export const moveSessionInput = z.object({
  sessionId: id,
  date: localDate,
  start: localTime,
  minutes: minutes(1),
  /** The only practitioner from now on, as when a session is drawn into another column. */
  practitionerId: id.optional(),
});
export type MoveSessionInput = z.output<typeof moveSessionInput>;

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
  status: SessionStatus;
  area: string | null;
  practitioners: string;
  fundingSource: string | null;
  reportable: boolean;
  noShow: boolean;
  notes: string | null;
};

export type SessionStatus = "REQUESTED" | "BOOKED" | "HELD" | "CANCELLED" | "NO_SHOW";

export type SessionChoices = {
  practitioners: { id: string; name: string }[];
  fundingSources: { id: string; name: string }[];
  services: { id: string; name: string }[];
  rooms: string[];
};
