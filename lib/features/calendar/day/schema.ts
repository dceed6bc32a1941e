import { z } from "zod";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";
import { id, localDate } from "@/lib/values/fields";
import type { Instant } from "@/lib/values/instant";

/** What the page's address says: which day, and which of its sessions is open. */
export const daySearch = z.object({
  date: localDate.optional().catch(undefined),
  session: z.preprocess((value) => value || undefined, id.optional().catch(undefined)),
});

/** One client's part in a session of the day, and whom to call about it. */
export type DayPart = {
  id: string;
  clientId: string;
  name: string;
  number: string;
  kind: "CLIENT" | "PRE_CLIENT";
  reportable: boolean;
  noShow: boolean;
  fundingSourceId: string | null;
  contactMinutes: number;
  prepMinutes: number;
  travelMinutes: number;
  /** Null where the person may not see contacts, or none is known. */
  contact: string | null;
  phone: string | null;
};

/** A session of one's own day. */
export type DaySession = {
  id: string;
  status: Exclude<SessionStatus, "CANCELLED">;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  type: string;
  service: string | null;
  center: string;
  place: string | null;
  meetingLink: string | null;
  notes: string | null;
  parts: DayPart[];
  /** How many clients take part that the person does not see. */
  unseen: number;
};

/** What was before and comes after the day: sessions that still wait to be marked, and the next one. */
export type AroundDay = { unmarked: number; unmarkedSince: Instant | null; nextAt: Instant | null };

/** What was done with a client the last time, as far as the person may read it. */
export type LastTime = {
  clientId: string;
  name: string;
  sessionId: string;
  startsAt: Instant;
  timeZone: string;
  type: string;
  minutes: number;
  practitioners: string;
  notes: string | null;
  sharedNotes: string | null;
};
