import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import { foundBy, SHORTEST_SEARCH, searchText } from "@/lib/features/filters/search/rules";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import type { Hit } from "./schema";

const PER_KIND = 6;
/** Lower forgives more: 0.4 finds "Smith" for "Smyth" and still keeps most noise out. */
const LIKENESS = "0.4";
/** Only names are guessed at: very many addresses and numbers are alike, and people paste those. */
const NAME = /^[\p{L}\p{M}\s'’.-]+$/u;

/**
 * What a few typed letters mean, the best first: clients, contacts and prospects that hold every word; where those are few,
 * such that sound alike, so that a typing error still finds the person.
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
  const scopes = { client: clientsVisibleTo, contact: contactsVisibleTo, prospect: prospectsVisibleTo };
  const ofKind = (kind: Hit["kind"]) => {
    const { table, name, detail, weighed } = SHOWN[kind];
    const scope = scopes[kind](actor);
    return sql`(select ${kind} as kind, ${table}.id, ${name} as name, ${detail} as detail,
        word_similarity(fold_text(${text}), fold_text(${weighed})) as score from ${table}
      where ${scope} and ${table}.id in (${found(kind, { text, scope })})
      order by score desc, ${table}.id limit ${PER_KIND})`;
  };
  return rows<Hit>(joinSql((["client", "contact", "prospect"] as const).map(ofKind), " union all "), tx);
}

type Shown = { table: SqlFragment; name: SqlFragment; detail: SqlFragment; weighed: SqlFragment; sorted: SqlFragment };

const CONTACT_NAME = sql`contacts.first_name || ' ' || contacts.last_name`;

/** How each kind is shown, what of it is likened to the text, and by what its index of names goes. */
const SHOWN: Record<Hit["kind"], Shown> = {
  client: {
    table: sql`clients`,
    name: sql`clients.name`,
    detail: sql`clients.number`,
    weighed: sql`clients.name || ' ' || clients.number`,
    sorted: sql`clients.name`,
  },
  contact: {
    table: sql`contacts`,
    name: CONTACT_NAME,
    detail: sql`contacts.email::text`,
    weighed: CONTACT_NAME,
    sorted: sql`contacts.last_name`,
  },
  prospect: {
    table: sql`prospects`,
    name: sql`prospects.name`,
    detail: sql`prospects.email::text`,
    weighed: sql`prospects.name`,
    sorted: sql`prospects.name`,
  },
};

/** Few letters match thousands of records; only so many are weighed against each other. */
const WEIGHED = { beginning: 50, holding: 100, alike: 200 };
const LAST_LETTER = "\u{10ffff}";

/** Records whose name begins with the text, and some that hold every word anywhere. */
const fragments: Found = (kind, { text, scope }) => {
  const holding = foundBy(kind, text);
  if (text.length < SHORTEST_SEARCH) return kind === "client" ? numbered(text) : sql`select null::uuid where false`;
  const { table, sorted } = SHOWN[kind];
  return sql`(select ${table}.id from ${table} where ${scope} and ${begins(sorted, text)}
      order by fold_text(${sorted}) limit ${WEIGHED.beginning})
    union (select ${table}.id from (${holding}) holding join ${table} on ${table}.id = holding.subject_id
      where ${scope} limit ${WEIGHED.holding})`;
};

const numbered = (text: string) => sql`select clients.id from clients where number in (${text}, ${`@${text}`})
  union select f.client_id from former_numbers f where f.number in (${text}, ${`@${text}`})`;

/** An index walk: text is compared by code point in this database. */
function begins(column: SqlFragment, text: string): SqlFragment {
  return sql`fold_text(${column}) >= fold_text(${text}) and fold_text(${column}) < fold_text(${text}) || ${LAST_LETTER}`;
}

const alike: Found = (kind, { text }) => sql`select subject_id from search_entries
  where subject_kind = ${kind} and fold_text(${text}) <% text order by fold_text(${text}) <<-> text limit ${WEIGHED.alike}`;
