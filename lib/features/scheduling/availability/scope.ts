import { clientsVisibleTo, clientsWhere } from "@/lib/features/clients/scope";
import { practitionersSeenBy, practitionersVisibleTo } from "@/lib/features/practitioners/scope";
import { type Actor, type ContactActor, speaksFor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { HoursOwner } from "./schema";

function decidedBy(actor: ContactActor): string[] {
  return actor.clients.filter((client) => speaksFor(client) || client.isGuardian).map(({ clientId }) => clientId);
}

/**
 * Whose availability a person may read, as SQL over `clients`: that of every client they may see, but a contact only
 * where they decide.
 */
export function availabilityVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind !== "contact") return clientsVisibleTo(actor);
  return sql`(clients.deleted_at is null and clients.id = any(${decidedBy(actor)}::uuid[]))`;
}

/** Whose availability a person may change: staff everybody's, a contact that of clients they speak for or guard. */
export function availabilityEditableBy(actor: Actor): Prisma.ClientWhereInput {
  if (actor.kind === "contact") return { deletedAt: null, id: { in: decidedBy(actor) } };
  return actor.kind === "account" && actor.role === "practitioner" ? { id: { in: [] } } : clientsWhere(actor);
}

/** The time zone of an owner whose hours a person may read, as a query of one row or none. */
export function ownerSeen(actor: Actor, owner: HoursOwner, { zone }: { zone: string }): SqlFragment {
  if ("clientId" in owner)
    return sql`select ce.time_zone from clients join centers ce on ce.id = clients.center_id
      where clients.id = ${owner.clientId}::uuid and ${availabilityVisibleTo(actor)}`;
  return sql`select coalesce(ce.time_zone, ${zone}) as time_zone from practitioners p
    left join centers ce on ce.id = p.center_id
    where p.id = ${owner.practitionerId}::uuid and ${actor.kind === "contact" ? sql`false` : practitionersSeenBy(actor)}`;
}

/** That a row of `availability_schedules s` is the owner's. */
export function schedulesOf(owner: HoursOwner): SqlFragment {
  return "clientId" in owner
    ? sql`s.client_id = ${owner.clientId}::uuid`
    : sql`s.practitioner_id = ${owner.practitionerId}::uuid`;
}

/** Whose hours and time off staff may change: not a practitioner's to do, nor a contact's. */
export function practitionerHoursEditableBy(actor: Actor): Prisma.PractitionerWhereInput {
  const isStaff = actor.kind === "system" || (actor.kind === "account" && actor.role !== "practitioner");
  return isStaff ? practitionersVisibleTo(actor) : { id: { in: [] } };
}
