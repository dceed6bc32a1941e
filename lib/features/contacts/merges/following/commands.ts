import "server-only";
import type { ContactFollowers } from "@/lib/features/contacts/merges/schema";
import { idsOf, scopeOf } from "@/lib/features/merges/following/commands";
import type { Merging } from "@/lib/features/merges/schema";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import type { TraceScope } from "@/lib/platform/operation/images";
import { sql } from "@/lib/values/sql";

/** Every row that the merge of contacts may change. */
export async function contactScope(tx: Tx, merging: Merging, { references }: ContactFollowers): Promise<TraceScope> {
  const ofPeople = sql`contact_id = any(${[merging.winnerId, ...merging.loserIds]}::uuid[])`;
  const logins = await idsOf(tx, "portal_logins", ofPeople);
  return scopeOf(
    tx,
    { ...merging, kind: "contact", references },
    {
      contact_emails: ofPeople,
      custom_values: ofPeople,
      sign_ins: sql`portal_login_id = any(${logins}::uuid[])`,
      one_time_links: sql`portal_login_id = any(${logins}::uuid[])`,
    },
  );
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
