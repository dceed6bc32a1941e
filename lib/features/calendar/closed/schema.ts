/** Why somebody is not there: outside their hours or those of the center, away, or on a holiday. */
export const CLOSED_KINDS = ["hours", "off", "holiday"] as const;
export type ClosedKind = (typeof CLOSED_KINDS)[number];

/** A stretch in which nothing is planned as a rule. Why somebody is away is never part of it. Instants are ISO text. */
export type ClosedTime = {
  /** Null for what holds for everybody who is shown. */
  practitionerId: string | null;
  kind: ClosedKind;
  /** What a holiday is called. */
  name: string | null;
  startsAt: string;
  endsAt: string;
};
