import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * The ids of the clients a practitioner serves: assigned to them, or with a session of theirs behind them; the
 * database keeps the pairs. Every scope of a practitioner is made of it.
 */
export function clientsServedBy(practitionerId: string | null): SqlFragment {
  return sql`select client_id from clients_served where practitioner_id = ${practitionerId}::uuid`;
}

/** The same as a condition of Prisma. */
export function servedBy(practitionerId: string | null): Prisma.ClientWhereInput {
  if (practitionerId === null) return { id: { in: [] } };
  return {
    OR: [
      { practitionerId },
      { assignments: { some: { practitionerId } } },
      { attendances: { some: { session: { practitioners: { some: { practitionerId } } } } } },
    ],
  };
}

/** Which practitioners a person may read: the team all of them, a contact the active ones who work with their clients. */
export function practitionersVisibleTo(actor: Actor): Prisma.PractitionerWhereInput {
  if (actor.kind === "system") return {};
  const centers = centersSeen(actor, "practitioners");
  if (actor.kind === "account") return centers ? { centerId: { in: [...centers] } } : {};
  if (actor.kind !== "contact") return { id: { in: [] } };
  const clientIds = actor.clients.map((client) => client.clientId);
  return {
    status: "ACTIVE",
    OR: [{ clients: { some: { id: { in: clientIds } } } }, { assignments: { some: { clientId: { in: clientIds } } } }],
  };
}

/** The same as SQL over `practitioners p`. */
export function practitionersSeenBy(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  const centers = centersSeen(actor, "practitioners");
  if (actor.kind === "account") return centers ? sql`p.center_id = any(${centers}::uuid[])` : sql`true`;
  if (actor.kind !== "contact") return sql`false`;
  const ids = actor.clients.map((client) => client.clientId);
  return sql`p.status = 'ACTIVE' and (exists (select from clients c where c.practitioner_id = p.id and c.id = any(${ids}::uuid[]))
    or exists (select from client_practitioners x where x.practitioner_id = p.id and x.client_id = any(${ids}::uuid[])))`;
}
