import "server-only";
import type { ContactFollowers, ContactReference, Merging } from "@/lib/features/contacts/merges/schema";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import type { TraceScope } from "@/lib/platform/operation/images";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";

const everybody = ({ winnerId, loserIds }: Merging) => [winnerId, ...loserIds];

/** Rows that only mean a contact where they say so. */
const aboutContacts = ({ column }: ContactReference) =>
  column === "subject_id" ? sql`subject_kind = 'contact'` : sql`true`;

function namedBy(reference: ContactReference, ids: readonly string[]): SqlFragment {
  return sql`${sqlName(reference.column)} = any(${ids}::uuid[]) and ${aboutContacts(reference)}`;
}

/** Points everything that only has to be pointed elsewhere at the contact that stays. */
export async function moveReferences(tx: Tx, merging: Merging, followers: ContactFollowers): Promise<void> {
  for (const reference of followers.references.filter(({ follow }) => follow === "moves")) {
    await execute(
      sql`update ${sqlName(reference.table)} set ${sqlName(reference.column)} = ${merging.winnerId}::uuid
        where ${namedBy(reference, merging.loserIds)}`,
      tx,
    );
  }
}

/**
 * Every row that the merge may change, named by what does not change with it: the same rows meet the conditions before
 * and afterwards.
 */
export async function scopeOf(tx: Tx, merging: Merging, followers: ContactFollowers): Promise<TraceScope> {
  const people = everybody(merging);
  const scope: Record<string, SqlFragment> = {
    contact_emails: sql`contact_id = any(${people}::uuid[])`,
    custom_values: sql`contact_id = any(${people}::uuid[])`,
    staff_notes: sql`subject_kind = 'contact' and subject_id = any(${people}::uuid[])`,
    not_duplicates: sql`(first_id = any(${people}::uuid[]) or second_id = any(${people}::uuid[]))`,
  };
  const following = followers.references.filter(({ follow, table }) => follow !== "stays" && !scope[table]);
  for (const table of new Set(following.map((reference) => reference.table))) {
    const ids = table === "contacts" ? [...people] : [];
    for (const reference of following.filter((other) => other.table === table))
      ids.push(...(await idsOf(tx, sql`${sqlName(table)} where ${namedBy(reference, people)}`)));
    scope[table] = sql`id = any(${ids}::uuid[])`;
    if (table !== "portal_logins") continue;
    for (const own of ["sign_ins", "one_time_links"]) scope[own] = sql`portal_login_id = any(${ids}::uuid[])`;
  }
  return scope;
}

async function idsOf(tx: Tx, fromWhere: SqlFragment): Promise<string[]> {
  return (await rows<{ id: string }>(sql`select id from ${fromWhere}`, tx)).map(({ id }) => id);
}

/**
 * Keeps the people, their clients and the events they share from changing until the merge is done, in the order in
 * which the rest of the app takes them: events, clients, contacts.
 */
export async function holdPeople(tx: Tx, ids: readonly string[]): Promise<void> {
  await rows(
    sql`select id from training_events where id in (select event_id from registrations
        where contact_id = any(${ids}::uuid[]) and status <> 'CANCELLED' group by event_id having count(*) > 1)
      order by id for no key update`,
    tx,
  );
  await rows(
    sql`select id from clients where id in (select client_id from relationships where contact_id = any(${ids}::uuid[]))
      order by id for update`,
    tx,
  );
  await rows(sql`select id from contacts where id = any(${ids}::uuid[]) order by id for update`, tx);
}
