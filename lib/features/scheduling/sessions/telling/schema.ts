import { z } from "zod";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";
import { instantOf } from "@/lib/values/instant";

/** How long a plan may still change before anybody is told. */
export const GRACE_SECONDS = 180;
/** What begins sooner than this is told at once. */
export const SOON_SECONDS = 600;

const instant = z.iso.datetime().transform((text) => instantOf(Date.parse(text)));
/** What those who take part were last told, as `sessions.told` keeps it. */
export const toldState = z.object({
  at: instant,
  startsAt: instant,
  endsAt: instant,
  /** A digest of what each of them knows, by their key. */
  to: z.record(z.string(), z.string()),
  /** Minutes before the start for which they were reminded. */
  reminded: z.array(z.number()).default([]),
});
export type Told = z.output<typeof toldState>;

/** Somebody who gets mail about sessions. `key` is "contact:<id>" or "practitioner:<id>". */
export type Reader = {
  key: string;
  name: string;
  firstName: string;
  email: string;
  language: string;
  /** Where they are at home. */
  timeZone: string | null;
};

/** A session with everything that a mail about it says, and everybody it may go to. */
export type ToldSession = {
  id: string;
  status: SessionStatus;
  sequence: number;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  type: string;
  service: string | null;
  location: string | null;
  room: string | null;
  center: { id: string; name: string; address: string };
  meetingLink: string | null;
  told: Told | null;
  practitioners: (Omit<Reader, "email"> & { email: string | null })[];
  parts: { clientId: string; name: string; active: boolean; timeZone: string; contacts: Omit<Reader, "timeZone">[] }[];
};

/** A reader with the clients of a session whose people they are; a practitioner sees all of them. */
export type Taking = Reader & { clients: { id: string; name: string }[] };

export type Letter = "booked" | "changed" | "cancelled" | "reminder";
/** What one mail says of one session. */
export type Said = { session: ToldSession; letter: Letter; taking: Taking };
