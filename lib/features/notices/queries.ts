import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { Colleague, Readers } from "./schema";

const AT_MOST = 500;

/** Everybody who can sign in and may read what is written for these readers, by name. */
export async function findColleagues(readers: Readers, tx?: Tx): Promise<Colleague[]> {
  const clientId = readers === "staff" ? null : readers.practitionersOf;
  return rows<Colleague>(
    sql`select a.id, a.first_name || ' ' || a.last_name as name from accounts a
      where a.status = 'ACTIVE' and (a.role <> 'PRACTITIONER' or exists (
        select 1 from practitioners p join clients_served s on s.practitioner_id = p.id
        where p.account_id = a.id and s.client_id = ${clientId}::uuid))
      order by a.last_name, a.first_name, a.id limit ${AT_MOST}`,
    tx,
  );
}

/** Whether this person follows a record. */
export async function isFollowing(actor: AccountActor, { kind, id }: { kind: string; id: string }): Promise<boolean> {
  const where = { accountId: actor.accountId, subjectKind: kind, subjectId: id };
  return (await db.follow.count({ where })) > 0;
}
