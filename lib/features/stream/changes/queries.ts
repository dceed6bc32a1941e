import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isoOf, parseInstant } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { CHANGES_PAGE, type RecordedChange } from "./schema";

/** One page of what was changed on a client, newest first: one walk along an index, for administrators and staff. */
export async function listChanges(
  actor: Actor,
  { clientId, before }: { clientId: string; before?: string },
): Promise<Page<RecordedChange>> {
  const cursor = decodeCursor(before);
  const [at, id] = cursor?.values ?? [];
  const instant = typeof at === "string" ? parseInstant(at) : null;
  const older =
    instant && typeof id === "string" ? sql`(h.at, h.id) < (${instant}::timestamptz, ${id}::uuid)` : sql`true`;
  const isOffice = actor.can("clients.edit");
  const found = await rows<RecordedChange>(sql`
    select h.id, h.at, h.kind, h.actor_name as "actorName", h.data
    from history h join clients on clients.id = h.subject_id
    where h.subject_kind = 'client' and h.subject_id = ${clientId}::uuid and ${isOffice} and ${clientsVisibleTo(actor)}
      and (h.data ? 'changes' or h.kind = 'client.status-changed') and ${older}
    order by h.at desc, h.id desc limit ${CHANGES_PAGE + 1}`);
  return pageOf(found, { size: CHANGES_PAGE, cursor, valuesOf: (row) => [isoOf(row.at), row.id] });
}
