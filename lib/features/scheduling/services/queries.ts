import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { ServiceRow } from "./schema";

/** The kinds of work that are sold, archived ones last. */
export async function listServices(actor: Actor): Promise<ServiceRow[]> {
  if (!actor.can("settings.edit")) return [];
  return rows<ServiceRow>(sql`
    select id, name::text as name, default_minutes as "defaultMinutes", default_rate_cents as "defaultRateCents",
      archived_at is not null as archived
    from services order by archived_at is not null, position, name limit 500`);
}
