import "server-only";
import { findColours } from "@/lib/features/clients/colours/queries";
import { practitionersSeenBy } from "@/lib/features/practitioners/scope";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { addSeconds } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { CalendarAnswer, CalendarChoices, CalendarRange, CalendarSession } from "./schema";

const MOST = 3_000;
/** No session is longer, so one that is still going on is found by its start. */
const LONGEST = 24 * 3600;

/** Of a practitioner only those they deliver; of staff all with a client whose sessions they may read. */
function shownTo(actor: AccountActor): SqlFragment {
  // Here and below, one client of a session after the other: joins tempt the planner to walk all clients for each session.
  const seen = sql`exists (select from attendances a where a.session_id = s.id
    and (select ${sessionsOfClientsSeen(actor)} from clients where clients.id = a.client_id))`;
  return actor.role === "practitioner" ? sql`${seen} and ${deliveredBy(actor.practitionerId)}` : seen;
}

const deliveredBy = (practitionerId: string | null) => sql`exists (select from session_practitioners sp
  where sp.session_id = s.id and sp.practitioner_id = ${practitionerId}::uuid)`;

function narrowed({ center, practitioner, service }: CalendarRange): SqlFragment {
  return sql`${center ? sql`s.center_id = ${center}::uuid` : sql`true`}
    and ${practitioner ? deliveredBy(practitioner) : sql`true`}
    and ${service ? sql`s.service_id = ${service}::uuid` : sql`true`}`;
}

/** The sessions between two instants, with everybody in them that the viewer may know of: two questions, however many. */
export async function listCalendar(actor: AccountActor, range: CalendarRange): Promise<Omit<CalendarAnswer, "closed">> {
  const { from, to } = range;
  const found = await rows<Omit<CalendarSession, "colour">>(sql`
    with page as materialized (
      select s.* from sessions s
      where s.starts_at > ${addSeconds(from, -LONGEST)}::timestamptz and s.starts_at < ${to}::timestamptz
        and s.ends_at > ${from}::timestamptz and s.status <> 'CANCELLED' and ${narrowed(range)} and ${shownTo(actor)}
      order by s.starts_at, s.id limit ${MOST + 1}),
    led as (
      select sp.session_id, jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name)
        order by p.last_name, p.id) as people
      from session_practitioners sp join practitioners p on p.id = sp.practitioner_id
      where sp.session_id in (select id from page) group by sp.session_id),
    attended as (
      select a.session_id, jsonb_agg(jsonb_build_object('id', clients.id, 'name', clients.name)
        order by clients.name, clients.id) as people
      from attendances a cross join lateral (
        select clients.id, clients.name from clients
        where clients.id = a.client_id and ${sessionsOfClientsSeen(actor)} offset 0) clients
      where a.session_id in (select id from page) group by a.session_id)
    select s.id, s.status::text as status, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
      s.type, ce.name::text as center, sv.name::text as service, coalesce(rm.name::text, s.location) as place,
      coalesce(led.people, '[]') as practitioners, coalesce(attended.people, '[]') as clients
    from page s join centers ce on ce.id = s.center_id
    left join services sv on sv.id = s.service_id left join rooms rm on rm.id = s.room_id
    left join led on led.session_id = s.id left join attended on attended.session_id = s.id
    order by s.starts_at, s.id`);
  const sessions = found.slice(0, MOST);
  const ids = [...new Set(sessions.flatMap(({ clients }) => clients.map(({ id }) => id)))];
  const colours = await findColours(actor, ids);
  const colourOf = (clients: CalendarSession["clients"]) =>
    clients.map(({ id }) => colours.get(id)).find((colour) => colour !== undefined) ?? null;
  return {
    sessions: sessions.map((session) => ({ ...session, colour: colourOf(session.clients) })),
    more: found.length > MOST,
  };
}

/** What the calendar can be narrowed to; a practitioner has only their own column. */
export async function findCalendarChoices(actor: AccountActor): Promise<CalendarChoices> {
  const people =
    actor.role === "practitioner" ? sql`p.id = ${actor.practitionerId}::uuid` : sql`${practitionersSeenBy(actor)}`;
  const [choices] = await rows<CalendarChoices>(sql`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'timeZone', time_zone) order by name), '[]')
      from centers where archived_at is null) as centers,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name, 'centerId', p.center_id)
        order by p.last_name, p.first_name, p.id), '[]')
      from practitioners p where p.status = 'ACTIVE' and ${people}) as practitioners,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]')
      from services where archived_at is null) as services`);
  return choices ?? { centers: [], practitioners: [], services: [] };
}

/** The zone of the center where somebody works; null where none is known. */
export async function findOwnZone(actor: AccountActor): Promise<string | null> {
  const [found] = await rows<{ timeZone: string | null }>(sql`select ce.time_zone as "timeZone" from accounts a
    left join practitioners p on p.account_id = a.id
    left join centers ce on ce.id = coalesce(a.center_id, p.center_id) where a.id = ${actor.accountId}::uuid`);
  return found?.timeZone ?? null;
}
