import { z } from "zod";
import { blankAsNull, id } from "@/lib/values/fields";
import type { Instant } from "@/lib/values/instant";
import type { CoverState } from "../schema";

export const askToCoverInput = z.object({
  /** Who is away. */
  practitionerId: id,
  /** Blank for every session that is affected. */
  sessionId: blankAsNull(id),
  /** Blank for everybody who is free then. */
  toId: blankAsNull(id),
});
export type AskToCoverInput = z.output<typeof askToCoverInput>;

export const coverRequestInput = z.object({ requestId: id });
export type CoverRequestInput = z.output<typeof coverRequestInput>;

/** What a practitioner is asked to take over: nothing of the clients, whom they may not know yet. */
export type OwnCoverRequest = {
  id: string;
  sessionId: string;
  awayId: string;
  away: string;
  askedBy: string | null;
  askedByAccountId: string | null;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  type: string;
  service: string | null;
  center: string;
  clients: number;
  state: CoverState;
  /** Whether they are in another session then. */
  isBusy: boolean;
  /** Whether the session still waits for somebody to take it. */
  isNeeded: boolean;
};

/** A colleague as the mail that asks them needs them. */
export type AskedReader = { accountId: string; name: string; firstName: string; email: string; language: string };
