/** Kinds of work that a client has no part in. */
export const INTERNAL_TYPES = ["Prepare Only", "Update Only"] as const;

/** A session as the client sees it. */
export type PortalSession = {
  id: string;
  clientName: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  type: string;
  practitioners: string[];
  location: string | null;
  /** What the team wrote for the client to read. */
  sharedNotes: string | null;
};
