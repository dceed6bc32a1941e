import { clientsServedBy, servedBy } from "@/lib/features/practitioners/scope";
import { type Actor, type ContactActor, speaksFor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** A contact sees the people of a client only where they speak for it or are its guardian. */
function spokenFor(actor: ContactActor): string[] {
  return actor.clients.filter((client) => speaksFor(client) || client.isGuardian).map(({ clientId }) => clientId);
}

/**
 * Which rows of `contacts` a person may read, as SQL over that table: staff every live one, a practitioner the people
 * of the clients they serve, a contact themself and the people of the clients they speak for.
 */
export function contactsVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`contacts.deleted_at is null`;
  if (actor.kind === "contact") {
    return sql`(contacts.deleted_at is null and (contacts.id = ${actor.contactId}::uuid or contacts.id in
      (select contact_id from relationships where client_id = any(${spokenFor(actor)}::uuid[]))))`;
  }
  if (actor.kind !== "account") return sql`false`;
  if (actor.role !== "practitioner") return sql`contacts.deleted_at is null`;
  return sql`(contacts.deleted_at is null and contacts.id in (select contact_id from relationships
    where client_id in (select id from clients where deleted_at is null and id in (${clientsServedBy(actor.practitionerId)}))))`;
}

/** The same as a condition of Prisma. */
export function contactsWhere(actor: Actor): Prisma.ContactWhereInput {
  if (actor.kind === "system") return { deletedAt: null };
  if (actor.kind === "contact") {
    const others = { relationships: { some: { clientId: { in: spokenFor(actor) } } } };
    return { AND: [{ deletedAt: null }, { OR: [{ id: actor.contactId }, others] }] };
  }
  if (actor.kind !== "account") return { id: { in: [] } };
  if (actor.role !== "practitioner") return { deletedAt: null };
  return {
    AND: [
      { deletedAt: null },
      { relationships: { some: { client: { AND: [{ deletedAt: null }, servedBy(actor.practitionerId)] } } } },
    ],
  };
}
