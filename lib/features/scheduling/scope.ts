import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { inCentersSeen } from "@/lib/platform/access/centers-seen";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Whose sessions a person may read, as SQL over `clients`: every client's they reach, as far as that right goes. */
export function sessionsOfClientsSeen(actor: Actor): SqlFragment {
  return sql`${clientsVisibleTo(actor)} and ${inCentersSeen(actor, "sessions", sql`clients.center_id`)}`;
}

/** Which sessions a person may read, as SQL over `sessions s`: those with a client whose sessions they may read. */
export function sessionsSeenBy(actor: Actor): SqlFragment {
  return sql`exists (select from attendances seen join clients on clients.id = seen.client_id
    where seen.session_id = s.id and ${sessionsOfClientsSeen(actor)})`;
}

/** Which of those they may change: a practitioner the ones they deliver themselves. */
export function sessionsChangedBy(actor: Actor): SqlFragment {
  if (actor.kind !== "account" || actor.role !== "practitioner") return sessionsSeenBy(actor);
  return sql`${sessionsSeenBy(actor)} and exists (select from session_practitioners own
    where own.session_id = s.id and own.practitioner_id = ${actor.practitionerId}::uuid)`;
}

/** Whether a person reads what only staff may read of a session. */
export function readsStaffNotes(actor: Actor): boolean {
  return actor.kind === "system" || (actor.kind === "account" && actor.role !== "practitioner");
}
