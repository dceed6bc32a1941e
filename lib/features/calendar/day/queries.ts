import "server-only";
import { sessionsOfClientsSeen, sessionsSeenBy } from "@/lib/features/scheduling/scope";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { addDays, type LocalDate } from "@/lib/values/date";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { startOfDay } from "@/lib/values/wall-clock";
import type { AroundDay, DaySession, LastTime } from "./schema";

const MOST = 60;
/** No session is longer, so one that is still going on is found by its start. */
const LONGEST = 24 * 3600;
const DAYS_BACK = 60;
const DAYS_AHEAD = 30;
/** Of a group, so many are told about. */
const TOLD = 4;
const WORDS = 1_200;

const deliveredBy = ({ practitionerId }: AccountActor) => sql`exists (select from session_practitioners own
  where own.session_id = s.id and own.practitioner_id = ${practitionerId}::uuid)`;

type Day = { date: LocalDate; zone: string };
const edges = ({ date, zone }: Day) => [startOfDay(date, zone), startOfDay(addDays(date, 1), zone)] as const;

/** What one delivers oneself on a day of the zone, with everybody in it whom one sees: one question. */
export function listOwnDay(actor: AccountActor, day: Day): Promise<DaySession[]> {
  const [from, to] = edges(day);
  const contact = actor.can("contacts.view") ? sql`k.first_name || ' ' || k.last_name` : sql`null`;
  const phone = actor.can("contacts.view") ? sql`coalesce(k.phone, clients.phone)` : sql`clients.phone`;
  return rows<DaySession>(sql`
    select s.id, s.status::text as status, s.starts_at as "startsAt", s.ends_at as "endsAt", s.time_zone as "timeZone",
      s.type, sv.name::text as service, ce.name::text as center, coalesce(rm.name::text, s.location) as place,
      s.meeting_link as "meetingLink", s.notes, coalesce(part.list, '[]') as parts,
      (select count(*) from attendances a where a.session_id = s.id)::int - coalesce(jsonb_array_length(part.list), 0) as unseen
    from sessions s join centers ce on ce.id = s.center_id
    left join services sv on sv.id = s.service_id left join rooms rm on rm.id = s.room_id
    left join lateral (
      select jsonb_agg(jsonb_build_object('id', a.id, 'clientId', clients.id, 'name', clients.name, 'number', clients.number,
          'kind', clients.kind, 'reportable', a.reportable, 'noShow', a.no_show, 'fundingSourceId', a.funding_source_id,
          'contactMinutes', a.contact_minutes, 'prepMinutes', a.prep_minutes, 'travelMinutes', a.travel_minutes,
          'contact', ${contact}, 'phone', ${phone}) order by clients.name, clients.id) as list
      from attendances a join clients on clients.id = a.client_id
      left join lateral (select c.first_name, c.last_name, c.phone from relationships r
        join contacts c on c.id = r.contact_id and c.deleted_at is null
        where r.client_id = clients.id and r.is_primary limit 1) k on true
      where a.session_id = s.id and ${sessionsOfClientsSeen(actor)}
    ) part on true
    where s.starts_at > ${addSeconds(from, -LONGEST)}::timestamptz and s.starts_at < ${to}::timestamptz
      and s.ends_at > ${from}::timestamptz and s.status <> 'CANCELLED' and ${deliveredBy(actor)} and ${sessionsSeenBy(actor)}
    order by s.starts_at, s.id limit ${MOST}`);
}

/** What of one's own is planned around the day, found by the time it takes: one walk along the index that keeps people apart. */
export async function findAroundDay(actor: AccountActor, day: Day): Promise<AroundDay> {
  const [from, to] = edges(day);
  const [first, last] = [addSeconds(from, -DAYS_BACK * 86_400), addSeconds(to, DAYS_AHEAD * 86_400)];
  const [around] = await rows<AroundDay>(sql`
    select (count(*) filter (where s.ends_at <= ${from}::timestamptz))::int as unmarked,
      max(s.starts_at) filter (where s.ends_at <= ${from}::timestamptz) as "unmarkedSince",
      min(s.starts_at) filter (where s.starts_at >= ${to}::timestamptz) as "nextAt"
    from session_practitioners own join sessions s on s.id = own.session_id
    where own.practitioner_id = ${actor.practitionerId}::uuid and s.status in ('REQUESTED', 'BOOKED')
      and own.busy && tstzrange(${first}::timestamptz, ${last}::timestamptz) and ${sessionsSeenBy(actor)}`);
  return around ?? { unmarked: 0, unmarkedSince: null, nextAt: null };
}

/** What was done the last time with those who come now: the latest held session of each, whoever held it. */
export function listLastTimes(actor: AccountActor, session: DaySession): Promise<LastTime[]> {
  const ids = session.parts.slice(0, TOLD).map(({ clientId }) => clientId);
  if (ids.length === 0) return Promise.resolve([]);
  return rows<LastTime>(sql`
    select clients.id as "clientId", clients.name, last.* from clients
    join lateral (
      select s.id as "sessionId", s.starts_at as "startsAt", s.time_zone as "timeZone", s.type, a.contact_minutes as minutes,
        left(s.notes, ${WORDS}) as notes, left(s.shared_notes, ${WORDS}) as "sharedNotes",
        coalesce((select string_agg(p.first_name || ' ' || p.last_name, ', ' order by p.last_name, p.id)
          from session_practitioners sp join practitioners p on p.id = sp.practitioner_id where sp.session_id = s.id), '') as practitioners
      from attendances a join sessions s on s.id = a.session_id
      where a.client_id = clients.id and a.starts_at < ${session.startsAt}::timestamptz and s.status = 'HELD' and not a.no_show
      order by a.starts_at desc, a.id desc limit 1
    ) last on true
    where clients.id = any(${ids}::uuid[]) and ${sessionsOfClientsSeen(actor)}
    order by clients.name, clients.id`);
}
