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

/**
 * What a few typed letters mean, the best first: clients and contacts that hold every word; where those are few, such
 * that sound alike, so that a typing error still finds the person.
 */
export async function searchEverything(actor: Actor, typed: string): Promise<Hit[]> {
  const text = searchText(typed);
  if (!text) return [];
  const exact = await hits(actor, text, { found: (kind) => fragments(kind, text) });
  if (exact.length >= PER_KIND || text.length < SHORTEST_SEARCH) return exact;
  const similar = await inTransaction(async (tx) => {
    await rows(sql`select set_config('pg_trgm.word_similarity_threshold', ${LIKENESS}, true)`, tx);
    return hits(actor, text, { tx, found: (kind) => alike(kind, text) });
  });
  const known = new Set(exact.map(({ id }) => id));
  return [...exact, ...similar.filter(({ id }) => !known.has(id))];
}

function fragments(kind: Hit["kind"], text: string): SqlFragment {
  if (text.length >= SHORTEST_SEARCH) return foundBy(kind, text);
  if (kind === "contact") return sql`select null::uuid where false`;
  return sql`select id from clients where number in (${text}, ${`@${text}`})`;
}

function alike(kind: Hit["kind"], text: string): SqlFragment {
  return sql`select subject_id from search_entries where subject_kind = ${kind} and fold_text(${text}) <% text
    order by fold_text(${text}) <<-> text limit 200`;
}

type Search = { found: (kind: Hit["kind"]) => SqlFragment; tx?: Tx };

async function hits(actor: Actor, text: string, { found, tx }: Search): Promise<Hit[]> {
  return rows<Hit>(
    sql`
    (select 'client' as kind, clients.id, clients.name, clients.number as detail from clients
      where ${clientsVisibleTo(actor)} and clients.id in (${found("client")})
      order by word_similarity(fold_text(${text}), fold_text(clients.name || ' ' || clients.number)) desc, clients.id limit ${PER_KIND})
    union all
    (select 'contact', contacts.id, contacts.first_name || ' ' || contacts.last_name, contacts.email::text from contacts
      where ${contactsVisibleTo(actor)} and contacts.id in (${found("contact")})
      order by word_similarity(fold_text(${text}), fold_text(contacts.first_name || ' ' || contacts.last_name)) desc, contacts.id
      limit ${PER_KIND})`,
    tx,
  );
}
