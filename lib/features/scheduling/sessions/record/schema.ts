import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";

/** One client's part in a session, as its page shows it. */
export type SessionPart = {
  id: string;
  clientId: string;
  name: string;
  number: string;
  kind: "CLIENT" | "PRE_CLIENT";
  reportable: boolean;
  noShow: boolean;
  fundingSourceId: string | null;
  fundingSource: string | null;
  contactMinutes: number;
  prepMinutes: number;
  travelMinutes: number;
};

/** A session as its page and its form show it, to whoever reads them. */
export type SessionRecord = {
  id: string;
  version: number;
  status: SessionStatus;
  startsAt: Date;
  endsAt: Date;
  /** What was agreed, on the clock of `timeZone`: "2026-03-10T14:00". */
  wall: string;
  timeZone: string;
  center: { id: string; name: string };
  service: { id: string; name: string } | null;
  type: string;
  area: string | null;
  location: string | null;
  room: string | null;
  meetingLink: string | null;
  places: number | null;
  notes: string | null;
  /** Null for whoever may not read them. */
  staffNotes: string | null;
  sharedNotes: string | null;
  cancelledReason: string | null;
  /** Of a series: how many of it are to come that the reader may change, from this one on and in all. */
  ahead: { following: number; all: number } | null;
  createdBy: string | null;
  createdAt: Date;
  practitioners: { id: string; name: string; email: string | null; phone: string | null; isOwn: boolean }[];
  parts: SessionPart[];
  /** How many clients take part that the reader does not see. */
  unseen: number;
  /** Whether the reader may change it, rights to change sessions given. */
  mine: boolean;
};
