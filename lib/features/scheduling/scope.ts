import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { inCentersSeen } from "@/lib/platform/access/centers-seen";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Whose sessions a person may read, as SQL over `clients`: every client's they reach, as far as that right goes. */
export function sessionsOfClientsSeen(actor: Actor): SqlFragment {
  return sql`${clientsVisibleTo(actor)} and ${inCentersSeen(actor, "sessions", sql`clients.center_id`)}`;
}
