import "server-only";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Clash, Slot, Takes } from "./schema";

type Wanted = Takes & {
  slots: readonly Slot[];
  /** Sessions that make room themselves. */
  except?: readonly string[];
};

const MOST = 500;

/** Who and what is taken in these slots already, the first slot first. Of others' sessions only what the person may read. */
export async function findClashes(actor: Actor, wanted: Wanted, tx?: Tx): Promise<Clash[]> {
  const { slots, practitionerIds, clientIds, roomId, except = [] } = wanted;
  if (slots.length === 0) return [];
  const withWhom = sql`(select string_agg(clients.name, ', ' order by clients.name) from attendances oa
    join clients on clients.id = oa.client_id where oa.session_id = o.id and ${sessionsOfClientsSeen(actor)})`;
  const byWhom = sql`(select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.id)
    from session_practitioners x join practitioners p on p.id = x.practitioner_id where x.session_id = o.id)`;
  const found = (who: string, id: SqlFragment, name: SqlFragment, others: SqlFragment) =>
    sql`select w.place, ${who}::text as who, ${id} as id, ${name} as name, o.id as "sessionId", o.starts_at as "startsAt",
      o.ends_at as "endsAt", o.time_zone as "timeZone", ${others} as others`;
  return rows<Clash>(
    sql`with wanted as (
        select (t.place - 1)::int as place, tstzrange(t.starts, t.ends) as during
        from unnest(${slots.map(({ startsAt }) => startsAt)}::timestamptz[], ${slots.map(({ endsAt }) => endsAt)}::timestamptz[])
          with ordinality as t (starts, ends, place)
      )
      ${found("practitioner", sql`p.id`, sql`p.first_name || ' ' || p.last_name`, withWhom)}
      from wanted w join session_practitioners sp on sp.practitioner_id = any(${[...practitionerIds]}::uuid[]) and sp.busy && w.during
      join sessions o on o.id = sp.session_id join practitioners p on p.id = sp.practitioner_id
      where o.id <> all(${[...except]}::uuid[])
      union all
      ${found("client", sql`c.id`, sql`c.name`, byWhom)}
      from wanted w join attendances a on a.client_id = any(${[...clientIds]}::uuid[]) and a.busy && w.during
      join sessions o on o.id = a.session_id join clients c on c.id = a.client_id
      where o.id <> all(${[...except]}::uuid[])
      union all
      ${found("room", sql`r.id`, sql`r.name::text`, withWhom)}
      from wanted w join sessions o on o.room_id = ${roomId}::uuid and tstzrange(o.starts_at, o.ends_at) && w.during
        and o.status in ('REQUESTED', 'BOOKED')
      join rooms r on r.id = o.room_id
      where o.id <> all(${[...except]}::uuid[])
      order by 1, 2, 6 limit ${MOST}`,
    tx,
  );
}
