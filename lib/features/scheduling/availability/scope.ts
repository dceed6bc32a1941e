import { clientsVisibleTo, clientsWhere } from "@/lib/features/clients/scope";
import { type Actor, type ContactActor, speaksFor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";

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
