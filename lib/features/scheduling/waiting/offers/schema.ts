import { z } from "zod";
import type { BookingMode } from "@/lib/features/settings/schema";
import { id } from "@/lib/values/fields";
import type { Instant } from "@/lib/values/instant";

export const answerOfferInput = z.object({ offerId: id });
export type AnswerOfferInput = z.output<typeof answerOfferInput>;

/** A practitioner's time that a session gave up. */
export type FreedSlot = {
  id: string;
  practitionerId: string;
  practitionerName: string;
  startsAt: Instant;
  /** Whether somebody has it again. */
  isTaken: boolean;
  center: { id: string | null; name: string; address: string };
};

/** Somebody who answers for a client and is reached by mail. */
export type OfferReader = { id: string; name: string; firstName: string; email: string; language: string };

/** A client in the line, with what decides whether a time is for them. */
export type Candidate = {
  waitId: string;
  clientId: string;
  clientName: string;
  createdAt: Instant;
  service: { name: string; minutes: number | null } | null;
  portalBooking: BookingMode | null;
  firstDay: string | null;
  lastDay: string | null;
  timeZone: string;
  ownTimeZone: string;
  /** Sessions they have on that day already. */
  onDay: number;
  readers: OfferReader[];
};

/** What is offered to somebody a contact acts for. */
export type OwnOffer = {
  id: string;
  slotId: string;
  waitId: string;
  clientId: string;
  clientName: string;
  practitionerId: string;
  practitionerName: string;
  serviceId: string | null;
  service: string | null;
  startsAt: Instant;
  endsAt: Instant;
  timeZone: string;
  ownTimeZone: string;
  expiresAt: Instant;
  /** Whether others are asked at the same time. */
  alone: boolean;
  state: "OPEN" | "TAKEN" | "DECLINED" | "EXPIRED" | "WITHDRAWN";
  isTaken: boolean;
};
