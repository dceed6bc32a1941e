import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { fullName } from "@/lib/values/person-name";
import { sql } from "@/lib/values/sql";
import { readUnsubscribe } from "./queries";
import type { UnsubscribeInput } from "./schema";

/** Streams beyond this number hear nothing of it; an address shared by so many is nobody's. */
const MOST_CLIENTS = 50;

/**
 * Whoever holds the link of a letter wants no more mailings at its address. Asking twice changes nothing.
 * @throws {RefusalError} not_found: the link is not one of ours
 */
export async function unsubscribe(actor: Actor, { link }: UnsubscribeInput): Promise<void> {
  const { email, mailingId } = readUnsubscribe(link) ?? refuse("not_found", "unsubscribe.unknownLink");
  await inTransaction(async (tx) => {
    const added = await execute(
      sql`insert into unsubscribes (email, mailing_id, created_at)
        select ${email}::citext, (select id from mailings where id = ${mailingId}::uuid), ${now()}::timestamptz
        on conflict (email) do nothing`,
      tx,
    );
    if (added > 0) await tell(tx, actor, { kind: "unsubscribe.made", email });
  });
}

/** Takes it back, by the same link. */
export async function subscribeAgain(actor: Actor, { link }: UnsubscribeInput): Promise<void> {
  const { email } = readUnsubscribe(link) ?? refuse("not_found", "unsubscribe.unknownLink");
  await inTransaction(async (tx) => {
    const { count } = await tx.unsubscribe.deleteMany({ where: { email } });
    if (count > 0) await tell(tx, actor, { kind: "unsubscribe.withdrawn", email });
  });
}

/** In the data streams of the clients whose person it is; the link is all we know of who pressed. */
async function tell(
  tx: Tx,
  actor: Actor,
  { kind, email }: { kind: "unsubscribe.made" | "unsubscribe.withdrawn"; email: string },
) {
  const people = await rows<{ id: string; firstName: string; lastName: string; clientIds: string[] }>(
    sql`select k.id, k.first_name as "firstName", k.last_name as "lastName",
        coalesce(array_agg(c.id) filter (where c.id is not null), '{}') as "clientIds"
      from contacts k left join relationships r on r.contact_id = k.id
        left join clients c on c.id = r.client_id and c.deleted_at is null
      where k.email = ${email}::citext and k.deleted_at is null group by k.id order by k.id limit ${MOST_CLIENTS}`,
    tx,
  );
  const [first] = people;
  const clientIds = [...new Set(people.flatMap((person) => person.clientIds))].slice(0, MOST_CLIENTS);
  const name = first ? fullName(first) : email;
  await record(tx, actor, {
    kind,
    subject: { kind: "contact", id: first?.id ?? null },
    data: { name, email },
    clientIds,
  });
}
