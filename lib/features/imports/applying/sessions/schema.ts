import type { RowOf } from "@/lib/features/imports/applying/schema";

/** A client as it is when its sessions are written. */
export type LiveClient = { id: string; kind: "PRE_CLIENT" | "CLIENT"; centerId: string; zone: string };

/** A session that is about to be written, everything it names found. */
export type PlacedSession = {
  row: RowOf<"session">;
  id: string;
  attendanceId: string;
  client: LiveClient;
  centerId: string;
  zone: string;
  practitionerId: string | null;
  fundingSourceId: string | null;
};
