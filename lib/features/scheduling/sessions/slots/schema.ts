/** A stretch of time somebody is wanted for. */
export type Slot = { startsAt: Date; endsAt: Date };

/** Who and what a booking takes. */
export type Takes = { practitionerIds: readonly string[]; clientIds: readonly string[]; roomId: string | null };

/** Somebody, or a room, that is taken in one of the slots that were asked for. */
export type Clash = {
  /** Which of the slots asked for, counted from 0. */
  place: number;
  who: "practitioner" | "client" | "room";
  id: string;
  name: string;
  sessionId: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  /** With whom, of those the reader sees. */
  others: string | null;
};
