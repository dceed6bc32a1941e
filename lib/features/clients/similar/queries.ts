import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { contactsVisibleTo } from "@/lib/features/contacts/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { keptPhone } from "@/lib/values/phone";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import type { SimilarRecord, SimilarSearch } from "./schema";

const SHOWN = 5;
/** With fewer letters nearly everybody would be alike. */
const SHORTEST = 3;

/**
 * Who may be the person or client that is being typed: the same address, telephone number or name. Each way is one walk
 * along an index that ends after a few rows.
 */
export async function findSimilar(actor: Actor, search: SimilarSearch): Promise<SimilarRecord[]> {
  const ways = search.kind === "contact" ? contactWays(search) : clientWays(search);
  if (ways.length === 0) return [];
  const seen = search.kind === "contact" ? contactsVisibleTo(actor) : clientsVisibleTo(actor);
  const table = search.kind === "contact" ? sql`contacts` : sql`clients`;
  const shown =
    search.kind === "contact"
      ? sql`contacts.first_name || ' ' || contacts.last_name as name, concat_ws(' · ', contacts.email::text, contacts.phone) as detail`
      : sql`clients.name, concat_ws(' · ', clients.number, clients.city) as detail`;
  const walks = ways.map((way) => sql`(select ${table}.id from ${table} where ${way} and ${seen} limit ${SHOWN})`);
  const ids = walks.reduce((all, walk) => sql`${all} union ${walk}`);
  return rows<SimilarRecord>(sql`select ${table}.id, ${search.kind}::text as kind, ${shown} from ${table}
    where ${table}.id in (${ids}) order by ${table}.id limit ${SHOWN}`);
}

function contactWays({ firstName, lastName, email, phone }: SimilarSearch): SqlFragment[] {
  const ways: SqlFragment[] = [];
  if (email.includes("@")) ways.push(sql`contacts.email = ${email}::citext`);
  if (email.includes("@"))
    ways.push(sql`contacts.id in (select e.contact_id from contact_emails e where e.email = ${email}::citext)`);
  const number = phone.length >= SHORTEST ? keptPhone(phone) : null;
  if (number?.startsWith("+")) ways.push(sql`contacts.phone = ${number}`);
  if (firstName && lastName)
    ways.push(
      sql`(fold_text(contacts.last_name) = fold_text(${lastName}) and fold_text(contacts.first_name) = fold_text(${firstName}))`,
    );
  return ways;
}

function clientWays({ name, email }: SimilarSearch): SqlFragment[] {
  const ways: SqlFragment[] = [];
  if (name.length >= SHORTEST) ways.push(sql`fold_text(clients.name) = fold_text(${name})`);
  const words = name.split(/\s+/).filter((word) => word.length >= SHORTEST);
  // A name typed in part or in another order is found by its words.
  if (words.length >= 2) {
    const holds = words.map((word) => sql`s.text like '%' || fold_text(${word.replace(/[\\%_]/g, "")}) || '%'`);
    ways.push(sql`clients.id in (select s.subject_id from search_entries s where s.subject_kind = 'client'
      and ${joinSql(holds, " and ")} limit ${SHOWN})`);
  }
  if (email.includes("@"))
    ways.push(sql`clients.id in (select r.client_id from relationships r join contacts k on k.id = r.contact_id
      where k.email = ${email}::citext and k.deleted_at is null)`);
  return ways;
}
