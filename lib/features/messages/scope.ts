import { clientsServedBy } from "@/lib/features/practitioners/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * Which messages (`m`, standing on a record by `l`) a person may read: staff all, a practitioner what is shared with
 * practitioners on the clients they serve, nobody else any.
 */
export function messagesVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "account") return sql`false`;
  if (actor.role !== "practitioner") return sql`true`;
  return sql`(m.visibility = 'PRACTITIONERS' and l.subject_kind = 'client'
    and l.subject_id in (${clientsServedBy(actor.practitionerId)}))`;
}
