import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { foundBy, SHORTEST_SEARCH, searchText } from "@/lib/features/filters/search/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Hit } from "./schema";

const PER_KIND = 6;
/** Lower forgives more: 0.4 finds "Smith" for "Smyth" and still keeps most noise out. */
const LIKENESS = "0.4";
/** Only names are guessed at: very many addresses and numbers are alike, and people paste those. */
const NAME = /^[\p{L}\p{M}\s'’.-]+$/u;

/**
 * What a few typed letters mean, the best first: clients and contacts that hold every word; where those are few, such
 * that sound alike, so that a typing error still finds the person.
 */
export async function searchEverything(actor: Actor, typed: string): Promise<Hit[]> {
  const text = searchText(typed);
  if (!text) return [];
  const exact = await hits(actor, text, { found: fragments });
  if (exact.length >= PER_KIND || text.length < SHORTEST_SEARCH || !NAME.test(text)) return exact;
  const similar = await inTransaction(async (tx) => {
    await rows(sql`select set_config('pg_trgm.word_similarity_threshold', ${LIKENESS}, true)`, tx);
    return hits(actor, text, { tx, found: alike });
  });
  const known = new Set(exact.map(({ id }) => id));
  return [...exact, ...similar.filter(({ id }) => !known.has(id))];
}

type Found = (kind: Hit["kind"], by: { text: string; scope: SqlFragment }) => SqlFragment;

async function hits(actor: Actor, text: string, { found, tx }: { found: Found; tx?: Tx }): Promise<Hit[]> {
  const [clients, contacts] = [clientsVisibleTo(actor), contactsVisibleTo(actor)];
  const likeness = (name: SqlFragment) => sql`word_similarity(fold_text(${text}), fold_text(${name})) as score`;
  return rows<Hit>(
    sql`
    (select 'client' as kind, clients.id, clients.name, clients.number as detail,
        ${likeness(sql`clients.name || ' ' || clients.number`)} from clients
      where ${clients} and clients.id in (${found("client", { text, scope: clients })})
      order by score desc, clients.id limit ${PER_KIND})
    union all
    (select 'contact', contacts.id, contacts.first_name || ' ' || contacts.last_name, contacts.email::text,
        ${likeness(sql`contacts.first_name || ' ' || contacts.last_name`)} from contacts
      where ${contacts} and contacts.id in (${found("contact", { text, scope: contacts })})
      order by score desc, contacts.id limit ${PER_KIND})`,
    tx,
  );
}

/** Few letters match thousands of records; only so many are weighed against each other. */
const WEIGHED = { beginning: 50, holding: 100, alike: 200 };
const LAST_LETTER = "\u{10ffff}";

/** Records whose name begins with the text, and some that hold every word anywhere. */
const fragments: Found = (kind, { text, scope }) => {
  const holding = foundBy(kind, text);
  if (kind === "client") {
    if (text.length < SHORTEST_SEARCH)
      return sql`select clients.id from clients where number in (${text}, ${`@${text}`})
        union select f.client_id from former_numbers f where f.number in (${text}, ${`@${text}`})`;
    return sql`(select clients.id from clients where ${scope} and ${begins(sql`clients.name`, text)}
        order by fold_text(clients.name) limit ${WEIGHED.beginning})
      union (select clients.id from (${holding}) holding join clients on clients.id = holding.subject_id
        where ${scope} limit ${WEIGHED.holding})`;
  }
  if (text.length < SHORTEST_SEARCH) return sql`select null::uuid where false`;
  return sql`(select contacts.id from contacts where ${scope} and ${begins(sql`contacts.last_name`, text)}
      order by fold_text(contacts.last_name) limit ${WEIGHED.beginning})
    union (select contacts.id from (${holding}) holding join contacts on contacts.id = holding.subject_id
      where ${scope} limit ${WEIGHED.holding})`;
};

/** An index walk: text is compared by code point in this database. */
function begins(column: SqlFragment, text: string): SqlFragment {
  return sql`fold_text(${column}) >= fold_text(${text}) and fold_text(${column}) < fold_text(${text}) || ${LAST_LETTER}`;
}

const alike: Found = (kind, { text }) => sql`select subject_id from search_entries
  where subject_kind = ${kind} and fold_text(${text}) <% text order by fold_text(${text}) <<-> text limit ${WEIGHED.alike}`;
