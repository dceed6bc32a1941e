import type { Actor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * The ids of the clients a practitioner serves: assigned to them, or with a session of theirs behind them. The one
 * place where that is written; every scope of a practitioner is made of it.
 */
export function clientsServedBy(practitionerId: string | null): SqlFragment {
  return sql`select id from clients where practitioner_id = ${practitionerId}::uuid
    union select client_id from client_practitioners where practitioner_id = ${practitionerId}::uuid
    union select a.client_id from session_practitioners sp join attendances a on a.session_id = sp.session_id
      where sp.practitioner_id = ${practitionerId}::uuid`;
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

/** Which practitioners a person may read: the team all of them, a contact those who work with their clients. */
export function practitionersVisibleTo(actor: Actor): Prisma.PractitionerWhereInput {
  if (actor.kind === "system" || actor.kind === "account") return {};
  if (actor.kind !== "contact") return { id: { in: [] } };
  const clientIds = actor.clients.map((client) => client.clientId);
  return {
    OR: [{ clients: { some: { id: { in: clientIds } } } }, { assignments: { some: { clientId: { in: clientIds } } } }],
  };
}
