import "server-only";
import { practitionersSeenBy } from "@/lib/features/practitioners/scope";
import { sessionsChangedBy, sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import { explainTimes } from "@/lib/features/scheduling/slots/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { candidatesFor, helpersOf, shownOf } from "./rules";
import type { AffectedSession, Colleague, Cover, FreeFor } from "./schema";

/** So many are looked at together; the others follow when these are settled. */
const MOST_SESSIONS = 20;
const MOST_COLLEAGUES = 50;

/**
 * Sessions (`s`, of the practitioner `sp`) still to come that fall into time off and that the person may hand over. Time
 * off counts by the clock it was written for: whole days, or the same hours of each of its days.
 */
function affected(actor: Actor, practitionerId: string): SqlFragment {
  const local = (at: SqlFragment) => sql`(${at} at time zone o.time_zone)::date`;
  const moment = (day: SqlFragment, minute: SqlFragment) =>
    sql`((${day})::timestamp + ${minute} * interval '1 minute') at time zone o.time_zone`;
  const hours = sql`exists (select from generate_series(greatest(o.first_day, ${local(sql`s.starts_at`)}),
      least(o.last_day, ${local(sql`s.ends_at`)}), interval '1 day') d
    where s.starts_at < ${moment(sql`d`, sql`o.end_minute`)} and s.ends_at > ${moment(sql`d`, sql`o.start_minute`)})`;
  const days = sql`s.starts_at < ${moment(sql`o.last_day + 1`, sql`0`)} and s.ends_at > ${moment(sql`o.first_day`, sql`0`)}`;
  return sql`sp.practitioner_id = ${practitionerId}::uuid and sp.busy && tstzrange(${now()}::timestamptz, null)
    and s.status in ('REQUESTED', 'BOOKED') and s.starts_at > ${now()}::timestamptz and ${sessionsChangedBy(actor)}
    and exists (select from time_off o where o.practitioner_id = sp.practitioner_id
      and case when o.start_minute is null then ${days} else ${hours} end)`;
}

/** How many sessions of a practitioner fall into their time off. */
export async function countToCover(actor: Actor, practitionerId: string): Promise<number> {
  if (!isId(practitionerId)) return 0;
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from session_practitioners sp
    join sessions s on s.id = sp.session_id where ${affected(actor, practitionerId)}`);
  return found?.count ?? 0;
}

/** The sessions that fall into somebody's time off, with who could take each; null where nobody is there to be seen. */
export async function findCover(actor: Actor, practitionerId: string): Promise<(Cover & { freeFor: FreeFor }) | null> {
  if (!isId(practitionerId)) return null;
  const [practitioner] = await rows<Cover["practitioner"]>(sql`select p.id, p.first_name || ' ' || p.last_name as name
    from practitioners p where p.id = ${practitionerId}::uuid and ${practitionersSeenBy(actor)}`);
  if (!practitioner) return null;
  const found = await listAffected(actor, practitionerId);
  const [first] = found;
  if (!first) return { practitioner, sessions: [], more: 0, helpers: [], freeFor: new Map() };
  const colleagues = await listColleagues(actor, practitionerId, found);
  const ids = colleagues.map(({ id }) => id);
  const slots = found.map(({ startsAt: start, endsAt: end }) => ({ start, end }));
  const reasons = await explainTimes(actor, ids, slots);
  const all = found.map(({ total: _, ...session }, place) => {
    const own = new Map([...reasons].map(([id, each]) => [id, each[place] ?? []]));
    return { ...session, candidates: candidatesFor(session, colleagues, own) };
  });
  const sessions = all.map((session) => ({ ...session, candidates: shownOf(session) }));
  const freeFor = new Map(all.map(({ id, candidates }) => [id, candidates.filter(({ fit }) => fit === "free")]));
  return { practitioner, sessions, more: first.total - found.length, helpers: helpersOf(all), freeFor };
}

function listAffected(actor: Actor, practitionerId: string): Promise<(AffectedSession & { total: number })[]> {
  return rows(sql`
    select s.id, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone", s.status::text as status, s.type,
      case when sv.id is not null then jsonb_build_object('id', sv.id, 'name', sv.name) end as service,
      jsonb_build_object('id', ce.id, 'name', ce.name) as center,
      coalesce((select jsonb_agg(jsonb_build_object('id', clients.id, 'name', clients.name, 'language', clients.language)
          order by clients.name, clients.id)
        from attendances a join clients on clients.id = a.client_id
        where a.session_id = s.id and ${sessionsOfClientsSeen(actor)}), '[]') as clients,
      array(select x.practitioner_id::text from session_practitioners x where x.session_id = s.id) as "practitionerIds",
      coalesce((select jsonb_agg(jsonb_build_object('requestId', r.id, 'practitionerId', r.practitioner_id,
          'name', q.first_name || ' ' || q.last_name, 'state', r.state) order by r.created_at, r.id)
        from cover_requests r join practitioners q on q.id = r.practitioner_id
        where r.session_id = s.id and r.away_id = sp.practitioner_id and r.state in ('OPEN', 'DECLINED')), '[]') as asked,
      count(*) over ()::int as total
    from session_practitioners sp join sessions s on s.id = sp.session_id join centers ce on ce.id = s.center_id
    left join services sv on sv.id = s.service_id
    where ${affected(actor, practitionerId)} order by s.starts_at, s.id limit ${MOST_SESSIONS}`);
}

/** Who works here beside the one who is away, those of the centers of the sessions first. */
function listColleagues(actor: Actor, awayId: string, sessions: readonly AffectedSession[]): Promise<Colleague[]> {
  const centers = sessions.map(({ center }) => center.id);
  const clients = sessions.flatMap(({ clients: each }) => each.map(({ id }) => id));
  return rows<Colleague>(sql`
    select p.id, p.first_name || ' ' || p.last_name as name, p.center_id as "centerId", ce.name::text as center, p.languages,
      array(select lower(skill) from unnest(p.skills) skill
        union select ps.service_id::text from practitioner_services ps where ps.practitioner_id = p.id) as gives,
      array(select cs.client_id::text from clients_served cs
        where cs.practitioner_id = p.id and cs.client_id = any(${clients}::uuid[])) as knows,
      exists (select from accounts a where a.id = p.account_id and a.status = 'ACTIVE') as "mayBeAsked"
    from practitioners p left join centers ce on ce.id = p.center_id
    where p.status = 'ACTIVE' and p.id <> ${awayId}::uuid and ${practitionersSeenBy(actor)}
    order by coalesce(p.center_id = any(${centers}::uuid[]), false) desc, p.last_name, p.first_name, p.id
    limit ${MOST_COLLEAGUES}`);
}
