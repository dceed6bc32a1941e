import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * Which stream entries (`e`) a person may read: staff all, a practitioner those of their clients and of the prospects they
 * own but for what is marked as for staff only, nobody else any. What happens to documents names them, and most of them
 * are for staff only.
 */
export function streamVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "account") return sql`false`;
  if (actor.role !== "practitioner") return sql`true`;
  return sql`e.kind NOT LIKE 'document%' AND (e.data->>'visibility') IS DISTINCT FROM 'STAFF' AND (
    EXISTS (SELECT 1 FROM client_practitioners a WHERE a.client_id = e.client_id AND a.practitioner_id = ${actor.practitionerId}::uuid)
    OR (e.subject_kind = 'prospect' AND EXISTS (SELECT 1 FROM prospects WHERE prospects.id = e.subject_id AND ${prospectsVisibleTo(actor)})))`;
}
