import { parseFilter } from "@/lib/features/filters/addresses/rules";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import type { FilterTree } from "@/lib/features/filters/schema";
import type { ClientStanding } from "./schema";

/** "Open Clients": of active standing, pre-clients among them. */
export const OPEN_CLIENTS: FilterTree = { all: [{ field: "standing", operator: "one_of", value: ["ACTIVE"] }] };

/** Pre-clients that have not finished the steps to become clients. */
export const LEADS: FilterTree = { all: [{ field: "purpose", operator: "one_of", value: ["LEAD"] }] };

/** Pre-clients that never will: banks, legislators, chambers. */
export const RESOURCES: FilterTree = {
  all: [{ field: "purpose", operator: "one_of", value: ["RESOURCE_ORGANISATION"] }],
};

/** Clients a mailing could name no practitioner for: without one, or with one who is not here any more. */
export const WITHOUT_PRACTITIONER: FilterTree = {
  any: [
    { field: "practitioner", operator: "is_empty" },
    { field: "practitionerStatus", operator: "one_of", value: ["INACTIVE"] },
  ],
};

/** Clients of one practitioner. */
export function clientsOfPractitioner(practitionerId: string): FilterTree {
  return { all: [{ field: "practitioner", operator: "one_of", value: [practitionerId] }] };
}

/** The filter that an address asks for; "unreadable" rather than everything when its text was tampered with. */
export function filterOfAddress({
  filter,
  view,
}: {
  filter?: string;
  view?: "open";
}): FilterTree | "unreadable" | null {
  if (filter) return parseFilter(filter) ?? "unreadable";
  return view === "open" ? OPEN_CLIENTS : null;
}

/** The filter text of an address, for freezing it in a selection. */
export function filterText(tree: FilterTree | null): string | undefined {
  return tree === null ? undefined : encodeFilter(tree);
}

export type SessionBlocker = "not_active" | "status_blocks_sessions";

/** Why no session may be recorded with a client of this status; a status may be stricter than its standing, never looser. */
export function sessionBlocker(status: { standing: ClientStanding; blocksSessions: boolean }): SessionBlocker | null {
  if (status.standing !== "ACTIVE") return "not_active";
  return status.blocksSessions ? "status_blocks_sessions" : null;
}

/** "1042" of a client, "@1042" of a pre-client. */
export function clientNumber(serial: string | number, kind: "CLIENT" | "PRE_CLIENT"): string {
  return kind === "PRE_CLIENT" ? `@${serial}` : String(serial);
}
