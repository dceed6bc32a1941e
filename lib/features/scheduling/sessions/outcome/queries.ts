import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";

/** One client's part in a session as it stands, for whoever changes it. */
export type StoredPart = {
  id: string;
  clientId: string;
  name: string;
  kind: "CLIENT" | "PRE_CLIENT";
  reportable: boolean;
  noShow: boolean;
  fundingSourceId: string | null;
  fundingSource: string | null;
  contactMinutes: number;
  prepMinutes: number;
  travelMinutes: number;
};

/** The parts of a session, in the order of its clients' ids; its people are held by now. */
export function findParts(tx: Tx, sessionId: string): Promise<StoredPart[]> {
  return rows<StoredPart>(
    sql`select a.id, a.client_id as "clientId", c.name, c.kind::text as kind, a.reportable, a.no_show as "noShow",
        a.funding_source_id as "fundingSourceId", f.identifier::text as "fundingSource", a.contact_minutes as "contactMinutes",
        a.prep_minutes as "prepMinutes", a.travel_minutes as "travelMinutes"
      from attendances a join clients c on c.id = a.client_id left join funding_sources f on f.id = a.funding_source_id
      where a.session_id = ${sessionId}::uuid order by a.client_id`,
    tx,
  );
}
