import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { AccountRights, OwnRights } from "./schema";

/** An account's role, groups and centers with everything that could be chosen instead, in one query. */
export async function findAccountRights(actor: AccountActor, accountId: string): Promise<AccountRights | null> {
  if (!isId(accountId)) return null;
  const [found] = await rows<AccountRights>(sql`
    select a.id, a.first_name || ' ' || a.last_name as name, a.email::text as email, a.role::text as role,
      a.id = ${actor.accountId}::uuid as own,
      array(select group_id from account_groups where account_id = a.id) as "groupIds",
      array(select center_id from account_centers where account_id = a.id) as "centerIds",
      jsonb_build_object(
        'groups', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
          from rights_groups where default_for is null),
        'centers', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
          from centers where archived_at is null or id in (select center_id from account_centers where account_id = a.id))
      ) as choices
    from accounts a where a.id = ${accountId}::uuid`);
  return found ?? null;
}

/** Where one's own rights come from. */
export async function findOwnRights(actor: AccountActor): Promise<OwnRights> {
  const [found] = await rows<OwnRights>(sql`
    select array(select g.name::text from rights_groups g where g.id in (select group_id from account_groups where account_id = a.id)
        or (g.default_for = a.role and not exists (select from account_groups where account_id = a.id)) order by g.name) as groups,
      array(select c.name::text from account_centers s join centers c on c.id = s.center_id where s.account_id = a.id
        order by c.name) as centers
    from accounts a where a.id = ${actor.accountId}::uuid`);
  return found ?? { groups: [], centers: [] };
}
