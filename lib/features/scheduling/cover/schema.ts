import { z } from "zod";
import type { SessionStatus } from "@/lib/features/scheduling/sessions/schema";
import { blankAsNull, id } from "@/lib/values/fields";
import type { Instant } from "@/lib/values/instant";

export const handOverInput = z.object({
  /** Who is away. */
  practitionerId: id,
  /** Blank for every session that is affected and fits. */
  sessionId: blankAsNull(id),
  toId: id,
});
export type HandOverInput = z.output<typeof handOverInput>;

/** Why a colleague suits a session, beside having time. */
export const MATCHES = ["knows", "service", "language", "center"] as const;
export type Match = (typeof MATCHES)[number];

/** Whether somebody has time for it: `busy` is in another session, `outside` does not work then. */
export type Fit = "free" | "outside" | "busy";

export type CoverState = "OPEN" | "TAKEN" | "DECLINED" | "WITHDRAWN";
export type AskedColleague = { requestId: string; practitionerId: string; name: string; state: CoverState };

/** A session that falls into somebody's time off. */
export type AffectedSession = {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  status: Extract<SessionStatus, "REQUESTED" | "BOOKED">;
  type: string;
  service: { id: string; name: string } | null;
  center: { id: string; name: string };
  /** Those the reader sees. */
  clients: { id: string; name: string; language: string }[];
  practitionerIds: string[];
  asked: AskedColleague[];
};

/** A colleague as far as it matters for taking sessions over. */
export type Colleague = {
  id: string;
  name: string;
  centerId: string | null;
  center: string | null;
  languages: string[];
  /** Ids of services and the folded words of skills. */
  gives: string[];
  /** Ids of the clients they have worked with. */
  knows: string[];
  /** Whether they sign in and so can answer. */
  mayBeAsked: boolean;
};

export type Candidate = Pick<Colleague, "id" | "name" | "center" | "mayBeAsked"> & { fit: Fit; matches: Match[] };
export type ToCover = AffectedSession & { candidates: Candidate[] };

/** What is to be covered, and who could take how much of it. */
export type Cover = {
  practitioner: { id: string; name: string };
  sessions: ToCover[];
  /** Affected sessions beyond those that are shown. */
  more: number;
  /** Who is free for more than one of them, for most first. */
  helpers: { id: string; name: string; count: number }[];
};

/** Everybody who is free for a session of the cover, by its id; more than are shown. */
export type FreeFor = ReadonlyMap<string, readonly Pick<Candidate, "id" | "mayBeAsked">[]>;
