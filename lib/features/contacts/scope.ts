import { clientsServedBy, servedBy } from "@/lib/features/practitioners/scope";
import { type AccountActor, type Actor, type ContactActor, centersSeen, speaksFor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** A contact sees the people of a client only where they speak for it or are its guardian. */
function spokenFor(actor: ContactActor): string[] {
  return actor.clients.filter((client) => speaksFor(client) || client.isGuardian).map(({ clientId }) => clientId);
}

/** What narrows an account's sight of people: null when it sees all of them. */
function narrowing(actor: AccountActor): { centers: readonly string[] | null; isOffice: boolean } | null {
  const centers = centersSeen(actor, "contacts");
  const isOffice = actor.role !== "practitioner";
  return isOffice && !centers ? null : { centers, isOffice };
}

/**
 * Which rows of `contacts` a person may read, as SQL over that table: staff every live one, or those of their centers'
 * clients and of nobody's, a practitioner the people of the clients they serve, a contact themself and the people of the
 * clients they speak for.
 */
export function contactsVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`contacts.deleted_at is null`;
  if (actor.kind === "contact") {
    return sql`(contacts.deleted_at is null and (contacts.id = ${actor.contactId}::uuid or contacts.id in
      (select contact_id from relationships where client_id = any(${spokenFor(actor)}::uuid[]))))`;
  }
  if (actor.kind !== "account" || actor.reach("contacts", "view") === "none") return sql`false`;
  const narrow = narrowing(actor);
  if (!narrow) return sql`contacts.deleted_at is null`;
  const { centers, isOffice } = narrow;
  const nobodys = sql`not exists (select from relationships where contact_id = contacts.id)`;
  return sql`(contacts.deleted_at is null and (contacts.id in (select contact_id from relationships
    where client_id in (select id from clients where deleted_at is null
      and ${isOffice ? sql`true` : sql`id in (${clientsServedBy(actor.practitionerId)})`}
      and ${centers ? sql`center_id = any(${centers}::uuid[])` : sql`true`}))
    or ${isOffice ? nobodys : sql`false`}))`;
}

/** The same as a condition of Prisma. */
export function contactsWhere(actor: Actor): Prisma.ContactWhereInput {
  if (actor.kind === "system") return { deletedAt: null };
  if (actor.kind === "contact") {
    const others = { relationships: { some: { clientId: { in: spokenFor(actor) } } } };
    return { AND: [{ deletedAt: null }, { OR: [{ id: actor.contactId }, others] }] };
  }
  if (actor.kind !== "account" || actor.reach("contacts", "view") === "none") return { id: { in: [] } };
  const narrow = narrowing(actor);
  if (!narrow) return { deletedAt: null };
  const { centers, isOffice } = narrow;
  const served = isOffice ? {} : servedBy(actor.practitionerId);
  const here = centers ? { centerId: { in: [...centers] } } : {};
  const theirs = { relationships: { some: { client: { AND: [{ deletedAt: null }, served, here] } } } };
  return { AND: [{ deletedAt: null }, isOffice ? { OR: [theirs, { relationships: { none: {} } }] } : theirs] };
}
