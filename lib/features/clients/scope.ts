import { clientsServedBy, servedBy } from "@/lib/features/practitioners/scope";
import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * Which rows of `clients` a person may read, as SQL over that table: staff every live one, a practitioner those they
 * serve, a contact those they act for. Removed clients are nobody's.
 */
export function clientsVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`clients.deleted_at is null`;
  if (actor.kind === "contact") {
    const ids = actor.clients.map((client) => client.clientId);
    return sql`(clients.deleted_at is null and clients.id = any(${ids}::uuid[]))`;
  }
  if (actor.kind !== "account") return sql`false`;
  const centers = centersSeen(actor, "clients");
  const here = centers
    ? sql`clients.deleted_at is null and clients.center_id = any(${centers}::uuid[])`
    : sql`clients.deleted_at is null`;
  if (actor.role !== "practitioner") return centers ? sql`(${here})` : here;
  return sql`(${here} and clients.id in (${clientsServedBy(actor.practitionerId)}))`;
}

/** The same as a condition of Prisma. */
export function clientsWhere(actor: Actor): Prisma.ClientWhereInput {
  if (actor.kind === "system") return { deletedAt: null };
  if (actor.kind === "contact") return { deletedAt: null, id: { in: actor.clients.map(({ clientId }) => clientId) } };
  if (actor.kind !== "account") return { id: { in: [] } };
  const centers = centersSeen(actor, "clients");
  const here = centers ? { deletedAt: null, centerId: { in: [...centers] } } : { deletedAt: null };
  return actor.role === "practitioner" ? { AND: [here, servedBy(actor.practitionerId)] } : here;
}
