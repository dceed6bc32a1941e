import type { PlannedClient } from "@/lib/features/imports/clients/schema";
import type { NamedRow } from "@/lib/features/imports/matching/schema";
import type { PlannedSession } from "@/lib/features/imports/sessions/schema";

export type ClientSource = { type: "client"; client: PlannedClient };

export type SessionSource = {
  type: "session";
  session: PlannedSession;
  client: { id: string; number: string; name: string };
};

/** What is kept of a row of the plan: all that applying it needs, so that the file is not read again. */
export type RowSource = NamedRow | ClientSource | SessionSource;

/** What is found out only with the database at hand, beside the problems of the file itself. */
export type MatchProblem =
  | "client_deleted"
  | "number_taken"
  | "client_not_found"
  | "client_ambiguous"
  | "client_filled"
  | "center_missing"
  | "practitioner_unknown"
  | "funding_unknown"
  | "already_here";
