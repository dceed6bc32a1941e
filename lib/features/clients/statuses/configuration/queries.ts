import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { StatusRow } from "./schema";

/** The statuses in their order with how many clients have them; archived ones last. */
export async function listStatuses(actor: Actor): Promise<StatusRow[]> {
  if (!actor.can("settings.edit")) return [];
  return rows<StatusRow>(sql`
    select s.id, s.name::text as name, s.standing::text as standing, s.blocks_sessions as "blocksSessions",
      s.blocks_assignments as "blocksAssignments", s.archived_at is not null as archived,
      (select count(*)::int from clients c where c.status_id = s.id and c.deleted_at is null) as clients
    from client_statuses s order by s.archived_at is not null, s.position, s.name limit 200`);
}
