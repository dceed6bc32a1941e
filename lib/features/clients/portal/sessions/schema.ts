import { z } from "zod";
import type { BookingMode } from "@/lib/features/settings/schema";

/** Kinds of work that a client has no part in. */
export const INTERNAL_TYPES = ["Prepare Only", "Update Only"] as const;

/** What became of a session, as the client is told. */
export type PortalSessionStatus = "REQUESTED" | "BOOKED" | "HELD" | "CANCELLED" | "NO_SHOW";

/** A session as the client sees it. */
export type PortalSession = {
  id: string;
  status: PortalSessionStatus;
  clientName: string;
  /** How its people book, where that is not as the organization set it. */
  portalBooking: BookingMode | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** Where the client is at home: the zone it told its hours in, else that of its center. */
  ownTimeZone: string;
  type: string;
  service: string | null;
  location: string | null;
  room: string | null;
  center: string | null;
  centerPhone: string | null;
  centerEmail: string | null;
  /** How many clients take part. */
  clients: number;
  meetingLink: string | null;
  /** What was written for the client. */
  sharedNotes: string | null;
  /** Contact with the client. */
  minutes: number;
  practitioners: string[];
};

/** How many sessions ahead are shown. */
export const SESSIONS_AHEAD = 50;

/** What came of all sessions held with the clients of a contact. */
export type ServiceTotals = {
  sessions: number;
  minutes: number;
  ownBooking: boolean;
  /** Times that got free and wait for an answer, and whether anything is waited for. */
  offers: number;
  isWaiting: boolean;
};

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of the service history. */
export const historySearch = z.object({ page: z.preprocess(single, z.string().max(600).optional().catch(undefined)) });
