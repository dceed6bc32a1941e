import "server-only";
import { customValuesOf } from "@/lib/features/custom-fields/queries";
import { findFilterContext } from "@/lib/features/filters/queries";
import { compileFilter } from "@/lib/features/filters/rules";
import { foundBy, SHORTEST_SEARCH, searchText } from "@/lib/features/filters/search/rules";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import { contactFilterFieldsFor } from "./filter-fields";
import { contactFilter } from "./lists/rules";
import type { ContactRecord, ContactRow, LinkableContact } from "./record/schema";
import type { ContactSearch } from "./schema";
import { contactsVisibleTo } from "./scope";

const CONTACT_PAGE = 50;
const COUNT_LIMIT = 10_000;
/** A person of very many clients shows the first few of them in a list. */
const CLIENTS_SHOWN = 3;

/** One page of contacts by family name. */
export async function listContacts(actor: Actor, search: ContactSearch): Promise<Page<ContactRow>> {
  const cursor = decodeCursor(search.page);
  const backwards = cursor?.direction === "before";
  const direction = backwards ? sql` desc` : sql` asc`;
  const sorted = joinSql(
    ORDER.map((column) => sql`${column}${direction}`),
    ", ",
  );
  const where = joinSql([await contactsMatching(actor, search), beyond(cursor)], " and ");
  const found = await rows<ContactRow & { sortKey: Cursor["values"] }>(sql`
    with page as materialized (
      select contacts.id, row_number() over () as place from (
        select contacts.id from contacts where ${where} order by ${sorted} limit ${CONTACT_PAGE + 1}
      ) contacts
    )
    select contacts.id, contacts.first_name || ' ' || contacts.last_name as name, contacts.email::text as email, contacts.phone,
      contacts.do_not_mail as "doNotMail", coalesce(served.list, '[]'::jsonb) as clients,
      coalesce(served.count, 0)::int as "clientCount", jsonb_build_array(${joinSql([...ORDER], ", ")}) as "sortKey"
    from page join contacts on contacts.id = page.id
    left join lateral (
      select count(*) as count, jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', r.title)
        order by c.name, c.id) filter (where r.place <= ${CLIENTS_SHOWN}) as list
      from (select r.*, row_number() over (order by r.created_at, r.id) as place
        from relationships r where r.contact_id = contacts.id) r
      join clients c on c.id = r.client_id and c.deleted_at is null
    ) served on true
    order by page.place`);
  const page = pageOf(found, { size: CONTACT_PAGE, cursor, valuesOf: (row) => row.sortKey });
  return { ...page, rows: page.rows.map(({ sortKey: _, ...row }) => row) };
}

/** How many contacts match, exact up to 10,000. */
export async function countContacts(actor: Actor, search: ContactSearch): Promise<{ count: number; more: boolean }> {
  const where = await contactsMatching(actor, search);
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from contacts where ${where} limit ${COUNT_LIMIT + 1}) matching`,
  );
  const count = found?.count ?? 0;
  return { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT };
}

/** One contact with what they are to their clients, in one query. */
export async function findContact(actor: Actor, contactId: string, tx?: Tx): Promise<ContactRecord | null> {
  if (!isId(contactId)) return null;
  const [contact] = await rows<ContactRecord>(
    sql`
    select contacts.id, contacts.first_name as "firstName", contacts.last_name as "lastName",
      contacts.first_name || ' ' || contacts.last_name as name, contacts.email::text as email, contacts.phone,
      contacts.language, contacts.do_not_mail as "doNotMail", contacts.portal_allowed as "portalAllowed", contacts.version,
      ${customValuesOf("contact", sql`contacts.id`)} as custom,
      coalesce((select jsonb_agg(e.email order by e.email) from contact_emails e where e.contact_id = contacts.id),
        '[]'::jsonb) as "otherEmails",
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'clientId', c.id, 'clientName', c.name, 'clientNumber', c.number,
        'title', r.title, 'isPrimary', r.is_primary, 'isOwner', r.is_owner, 'isGuardian', r.is_guardian,
        'isSupervisor', r.is_supervisor, 'isAccountsPayable', r.is_accounts_payable, 'validFrom', r.valid_from,
        'validTo', r.valid_to) order by c.name, c.id)
        from relationships r join clients c on c.id = r.client_id and c.deleted_at is null
        where r.contact_id = contacts.id), '[]'::jsonb) as relationships
    from contacts where contacts.id = ${contactId}::uuid and ${contactsVisibleTo(actor)}`,
    tx,
  );
  return contact ?? null;
}

/** People who could become contacts of a client, found by what staff typed; at most 20. */
export async function findLinkableContacts(
  actor: Actor,
  { clientId, find }: { clientId: string; find: string | undefined },
): Promise<LinkableContact[]> {
  const text = searchText(find);
  if (!text || text.length < SHORTEST_SEARCH) return [];
  return rows<LinkableContact>(sql`
    select contacts.id, contacts.first_name || ' ' || contacts.last_name as name, contacts.email::text as email,
      exists (select 1 from relationships r where r.contact_id = contacts.id and r.client_id = ${clientId}::uuid) as linked
    from contacts where ${contactsVisibleTo(actor)} and contacts.id in (${foundBy("contact", text)})
    order by fold_text(contacts.last_name), fold_text(contacts.first_name), contacts.id limit 20`);
}

const ORDER: readonly SqlFragment[] = [
  sql`fold_text(contacts.last_name)`,
  sql`fold_text(contacts.first_name)`,
  sql`contacts.id`,
];

function beyond(cursor: Cursor | null): SqlFragment {
  const [last, first, id] = cursor?.values ?? [];
  if (!cursor || typeof last !== "string" || typeof first !== "string" || !isId(id)) return sql`true`;
  const place = sql`(${last}::text, ${first}::text, ${id}::uuid)`;
  const here = joinSql([...ORDER], ", ");
  return cursor.direction === "before" ? sql`(${here}) < ${place}` : sql`(${here}) > ${place}`;
}

/** Scope, search and filter as one condition on `contacts`; a filter that cannot be read lets nobody through. */
export async function contactsMatching(actor: Actor, search: ContactSearch): Promise<SqlFragment> {
  const text = searchText(search.q);
  const conditions = [contactsVisibleTo(actor)];
  if (text) conditions.push(sql`contacts.id in (${foundBy("contact", text)})`);
  const filter = contactFilter(search);
  if (filter === "unreadable") return sql`false`;
  if (filter) {
    const compiled = compileFilter(filter, contactFilterFieldsFor(filter), await findFilterContext());
    conditions.push(compiled.ok ? compiled.where : sql`false`);
  }
  return joinSql(conditions, " and ");
}
