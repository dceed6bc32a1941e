import "server-only";
import { duplicatesVisibleTo } from "@/lib/features/merges/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { ToldApart } from "./schema";

const PAGE = 50;

/** Pairs of people who were told apart, the latest decision first. */
export async function listToldApart(actor: Actor, page: string | undefined): Promise<Page<ToldApart>> {
  const cursor = decodeCursor(page);
  const order = cursor?.direction === "before" ? sql`asc` : sql`desc`;
  const found = await rows<ToldApart & { at: string }>(sql`
    select case when ca.id is null then 'contact' else 'client' end as kind,
      jsonb_build_object('id', n.first_id, 'name', coalesce(ca.name, a.first_name || ' ' || a.last_name), 'email', coalesce(ca.number, a.email::text)) as first,
      jsonb_build_object('id', n.second_id, 'name', coalesce(cb.name, b.first_name || ' ' || b.last_name), 'email', coalesce(cb.number, b.email::text)) as second,
      n.decided_at as "decidedAt", n.decided_at::text as at
    from not_duplicates n
    left join contacts a on a.id = n.first_id and a.deleted_at is null
    left join contacts b on b.id = n.second_id and b.deleted_at is null
    left join clients ca on ca.id = n.first_id and ca.deleted_at is null
    left join clients cb on cb.id = n.second_id and cb.deleted_at is null
    where (a.id is not null and b.id is not null or ca.id is not null and cb.id is not null) and ${duplicatesVisibleTo(actor)} and ${beyond(cursor)}
    order by n.decided_at ${order}, n.first_id ${order}, n.second_id ${order} limit ${PAGE + 1}`);
  const valuesOf = ({ at, first, second }: (typeof found)[number]) => [at, first.id, second.id];
  const { rows: pairs, ...ways } = pageOf(found, { size: PAGE, cursor, valuesOf });
  return { ...ways, rows: pairs.map(({ at: _, ...pair }) => pair) };
}

function beyond(cursor: Cursor | null): SqlFragment {
  const [at, first, second] = cursor?.values ?? [];
  if (typeof at !== "string" || !isId(first) || !isId(second)) return sql`true`;
  const place = sql`(${at}::timestamptz, ${first}::uuid, ${second}::uuid)`;
  const here = sql`(n.decided_at, n.first_id, n.second_id)`;
  return cursor?.direction === "before" ? sql`${here} > ${place}` : sql`${here} < ${place}`;
}
