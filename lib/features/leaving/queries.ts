import "server-only";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { joinSql, type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import { NAMED, type Named } from "./rules";
import type { Leaving } from "./schema";

export type Leaver = { practitionerId: string | null; accountId: string | null };

const SHOWN = 3;

/** The rows of one kind that name the one who leaves and are still to be done. */
export function openRows({ table, column, to, open }: Named, leaver: Leaver, at: Date): SqlFragment {
  const id = to === "practitioner" ? leaver.practitionerId : leaver.accountId;
  return sql`${sqlName(table)} t where t.${sqlName(column)} = ${id}::uuid and ${open(at)}`;
}

type Found = Pick<Leaving, "practitioner" | "account" | "choices"> & { groups: { count: number; names: string[] }[] };

/** Somebody who leaves, with everything that names them, in one query. Either id leads to both. */
export async function findLeaving(actor: AccountActor, leaver: Leaver, tx?: Tx): Promise<Leaving | null> {
  const both = await findBoth(leaver, tx);
  if (!both) return null;
  const at = now();
  const shown = NAMED.filter(({ beside }) => !beside);
  const groups = shown.map(
    (
      named,
    ) => sql`(select jsonb_build_object('count', count(*), 'names', coalesce(jsonb_agg(name) filter (where place <= ${SHOWN}), '[]'))
      from (select ${named.name} as name, row_number() over (order by ${named.name}) as place from ${openRows(named, both, at)}) o)`,
  );
  const [found] = await rows<Found>(
    sql`select
      (select jsonb_build_object('id', id, 'name', first_name || ' ' || last_name, 'active', status = 'ACTIVE')
        from practitioners where id = ${both.practitionerId}::uuid) as practitioner,
      (select jsonb_build_object('id', id, 'name', first_name || ' ' || last_name, 'active', status = 'ACTIVE',
        'own', id = ${actor.accountId}::uuid) from accounts where id = ${both.accountId}::uuid) as account,
      jsonb_build_array(${joinSql(groups, ", ")}) as groups,
      jsonb_build_object('practitioners', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name)
          order by last_name, first_name, id), '[]') from practitioners where status = 'ACTIVE' and id is distinct from ${both.practitionerId}::uuid),
        'accounts', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name)
          order by last_name, first_name, id), '[]') from accounts where status = 'ACTIVE' and id is distinct from ${both.accountId}::uuid)) as choices`,
    tx,
  );
  if (!found) return null;
  const counted = shown.flatMap(({ handover, to }, index) => {
    const { count = 0, names = [] } = found.groups[index] ?? {};
    return count > 0 ? [{ handover, to, count, names }] : [];
  });
  return { ...found, groups: counted };
}

async function findBoth({ practitionerId, accountId }: Leaver, tx?: Tx): Promise<Leaver | null> {
  const id = practitionerId ?? accountId;
  if (!id || !isId(id)) return null;
  const [found] = await rows<Leaver>(
    practitionerId
      ? sql`select id as "practitionerId", account_id as "accountId" from practitioners where id = ${id}::uuid`
      : sql`select p.id as "practitionerId", a.id as "accountId" from accounts a left join practitioners p on p.account_id = a.id
          where a.id = ${id}::uuid`,
    tx,
  );
  return found ?? null;
}
