import "server-only";
import { MANDATORY_FIELDS, type MandatoryField, missingFields } from "@/lib/features/clients/mandatory/rules";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import type { ClientMatch, PersonMatch } from "@/lib/features/conversions/schema";
import { blankCustom, carriedCustom, missingCustom } from "@/lib/features/custom-fields/rules";
import type { CustomField, CustomValue } from "@/lib/features/custom-fields/schema";
import { foundBy, SHORTEST_SEARCH, searchText } from "@/lib/features/filters/search/rules";
import type { ProspectPerson, ProspectRecord } from "@/lib/features/prospects/record/schema";
import { findSetting } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

const MATCHES = 10;

/** What a client must have and this prospect has not, so that it is asked for where it is converted. */
export async function findNeeded(
  prospect: ProspectRecord,
  fields: readonly CustomField[],
): Promise<{ missing: MandatoryField[]; custom: CustomValue[] }> {
  const { mandatory } = await findSetting("clientFields");
  const { email, phone } = prospect;
  // The people are chosen on the same page.
  const asked = MANDATORY_FIELDS.filter((field) => field !== "primaryContact");
  const facts = { ...Object.fromEntries(asked.map((field) => [field, null])), email, phone };
  const custom = missingCustom(carriedCustom(prospect.custom, blankCustom(fields)));
  return { missing: missingFields(facts, mandatory), custom };
}

/** Contacts who share an address or a number with a person of the prospect, best first. */
export async function findPersonMatches(actor: Actor, people: readonly ProspectPerson[]): Promise<PersonMatch[]> {
  const reachable = people.filter(({ email, phone }) => email || phone);
  if (reachable.length === 0) return [];
  return rows<PersonMatch>(sql`
    select asked.person as "personId", contacts.id, contacts.first_name || ' ' || contacts.last_name as name,
      contacts.email::text as email,
      coalesce((select array_agg(c.name order by c.name) from relationships r join clients c on c.id = r.client_id and c.deleted_at is null
        where r.contact_id = contacts.id), '{}') as clients
    from unnest(${reachable.map(({ id }) => id)}::uuid[], ${reachable.map(({ email }) => email)}::citext[],
      ${reachable.map(({ phone }) => phone)}::text[]) as asked (person, email, phone)
    join contacts on (contacts.email = asked.email or contacts.phone = asked.phone
      or contacts.id in (select e.contact_id from contact_emails e where e.email = asked.email))
    where ${contactsVisibleTo(actor)}
    order by asked.person, contacts.email = asked.email desc nulls last, contacts.id limit 100`);
}

/** Clients that hold every typed word, or share the prospect's address. */
export async function findClientMatches(
  actor: Actor,
  { find, email }: { find: string | undefined; email: string | null },
): Promise<ClientMatch[]> {
  const text = searchText(find);
  const byWords = text && text.length >= SHORTEST_SEARCH ? sql`clients.id in (${foundBy("client", text)})` : sql`false`;
  return rows<ClientMatch>(sql`
    select clients.id, clients.name, clients.number, z.name::text as center
    from clients join centers z on z.id = clients.center_id
    where ${clientsVisibleTo(actor)} and (${byWords} or (${email}::citext is not null and clients.email = ${email}::citext))
    order by fold_text(clients.name), clients.id limit ${MATCHES}`);
}

/** The client that was chosen; null for an unknown or foreign one. */
export async function findChosenClient(
  actor: Actor,
  clientId: string | undefined,
  tx?: Tx,
): Promise<ClientMatch | null> {
  if (!isId(clientId)) return null;
  const [client] = await rows<ClientMatch>(
    sql`select clients.id, clients.name, clients.number, z.name::text as center
      from clients join centers z on z.id = clients.center_id
      where clients.id = ${clientId}::uuid and ${clientsVisibleTo(actor)} for no key update of clients`,
    tx,
  );
  return client ?? null;
}

/** What a conversion could take along. */
export type Luggage = { messages: number; documents: number; openTasks: number };

export async function countLuggage(prospectId: string, tx?: Tx): Promise<Luggage> {
  const about = sql`subject_kind = 'prospect' and subject_id = ${prospectId}::uuid`;
  const [found] = await rows<Luggage>(
    sql`select (select count(*)::int from message_links where ${about}) as messages,
      (select count(*)::int from documents where ${about} and deleted_at is null) as documents,
      (select count(*)::int from tasks where ${about} and done_at is null) as "openTasks"`,
    tx,
  );
  return found ?? { messages: 0, documents: 0, openTasks: 0 };
}
