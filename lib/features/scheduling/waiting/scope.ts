import { clientsActedFor } from "@/lib/features/clients/portal/scope";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Whose place in the line a person sees and changes, as SQL over `clients`: a contact that of clients they act for. */
export function linesSeenBy(actor: Actor): SqlFragment {
  if (actor.kind !== "contact") return sessionsOfClientsSeen(actor);
  return sql`(clients.deleted_at is null and clients.id = any(${clientsActedFor(actor)}::uuid[]))`;
}
