import { clientsWhere } from "@/lib/features/clients/scope";
import { type Actor, speaksFor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Whose availability a person may read: that of every client they may see, but a contact only where they decide. */
export function availabilityVisibleTo(actor: Actor): Prisma.ClientWhereInput {
  return actor.kind === "contact" ? availabilityEditableBy(actor) : clientsWhere(actor);
}

/** Whose availability a person may change: staff everybody's, a contact that of clients they speak for or guard. */
export function availabilityEditableBy(actor: Actor): Prisma.ClientWhereInput {
  if (actor.kind === "contact") {
    const theirs = actor.clients.filter((client) => speaksFor(client) || client.isGuardian);
    return { deletedAt: null, id: { in: theirs.map(({ clientId }) => clientId) } };
  }
  return actor.kind === "account" && actor.role === "practitioner" ? { id: { in: [] } } : clientsWhere(actor);
}
