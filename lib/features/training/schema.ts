import { z } from "zod";
import {
  blankAsNull,
  id,
  localDate,
  localTime,
  meetingAddress,
  optionalLongText,
  optionalText,
  requiredText,
  webAddress,
} from "@/lib/values/fields";

const wholeNumber = z.coerce.number("number").int("number").min(1, "training.refusals.capacity").max(100_000, "number");

/** An event as its form sends it; days and times are those of the center's wall clock. */
const eventFields = {
  title: requiredText(200),
  description: optionalLongText(10_000).transform((text) => text ?? ""),
  centerId: id,
  date: localDate,
  startTime: localTime,
  endTime: localTime,
  location: optionalText(300),
  onlineUrl: blankAsNull(webAddress),
  /** None means that everybody finds a seat. */
  capacity: blankAsNull(wholeNumber),
  closesOn: blankAsNull(localDate),
  closesAt: blankAsNull(localTime),
  audience: z.enum(["PUBLIC", "CLIENTS"]),
};

export const createEventInput = z.object(eventFields);
export const editEventInput = z.object({ eventId: id, version: z.coerce.number().int(), ...eventFields });
export type EventInput = z.output<typeof createEventInput>;
export type EditEventInput = z.output<typeof editEventInput>;

export const publishEventInput = z.object({ eventId: id });
export const cancelEventInput = z.object({ eventId: id, reason: optionalText(500) });

/** What a new address of an event must be; one that was saved before this was asked may stay. */
export const isMeetingAddress = (address: string) => meetingAddress.safeParse(address).success;

/** The address of the staff's list. */
export const eventSearch = z.object({
  when: z.enum(["upcoming", "past"]).catch("upcoming"),
  q: z.string().max(100).catch("").default(""),
  page: z.string().max(1000).optional().catch(undefined),
});
export type EventSearch = z.output<typeof eventSearch>;

export const openEventSearch = z.object({ page: z.string().max(1000).optional().catch(undefined) });

/** What a public registration came to, for the page that follows it. */
export const eventPageSearch = z.object({
  registered: z.enum(["confirmed", "waiting"]).nullable().catch(null).default(null),
});

/** An event as lists and pages show it. */
export type EventView = {
  id: string;
  title: string;
  description: string;
  centerId: string;
  centerName: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  location: string | null;
  /** Only for those who hold a place, and for staff. */
  onlineUrl: string | null;
  isOnline: boolean;
  capacity: number | null;
  seatsTaken: number;
  waiting: number;
  registrationClosesAt: Date | null;
  audience: "PUBLIC" | "CLIENTS";
  status: "DRAFT" | "PUBLISHED" | "CANCELLED";
  sequence: number;
  version: number;
};

/** What the form of an event begins with; times as "YYYY-MM-DD" and "HH:mm" of the center's clock, blank where empty. */
export type EventDraft = {
  /** Null for an event that is not made yet. */
  event: { id: string; version: number } | null;
  title: string;
  description: string;
  centerId: string;
  date: string;
  startTime: string;
  endTime: string;
  location: string;
  onlineUrl: string;
  capacity: number | null;
  closesOn: string;
  closesAt: string;
  audience: "PUBLIC" | "CLIENTS";
};
