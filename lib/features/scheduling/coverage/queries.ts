import "server-only";
import { practitionersSeenBy } from "@/lib/features/practitioners/scope";
import { availabilityVisibleTo } from "@/lib/features/scheduling/availability/scope";
import { daysOfWeek, rangeOf } from "@/lib/features/scheduling/pairing/rules";
import { sessionsOfClientsSeen } from "@/lib/features/scheduling/scope";
import { findWorkingTimes, type WorkingTimes } from "@/lib/features/scheduling/slots/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { inCentersSeen } from "@/lib/platform/access/centers-seen";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { addDays, startOfWeek } from "@/lib/values/date";
import { addMinutes, type Instant, type InstantRange, instantsOverlap } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { timeOfMinutes } from "@/lib/values/time";
import { dayIn, timeIn, toInstant } from "@/lib/values/wall-clock";
import { type Counted, hoursOf, weekOf } from "./rules";
import type { Coverage, CoverageSearch, PeopleOfHour, Person } from "./schema";

const MOST_PRACTITIONERS = 300;
const MOST_CLIENTS = 25;
/** No session is longer, so one that is still going on is found by its start. */
const LONGEST_MINUTES = 1440;

/** Who works, who could come and what is booked in a week of one center; null where the person sees no center. */
export async function findCoverage(actor: Actor, search: CoverageSearch): Promise<Coverage | null> {
  const { centers, services } = await findChoices(actor);
  const center = centers.find(({ id }) => id === search.center) ?? centers[0];
  if (!center) return null;
  const service = services.find(({ id }) => id === search.service)?.id ?? null;
  const at = search.at ?? (search.moment && hourOf(search.moment, center.timeZone));
  const first = startOfWeek(search.week ?? at?.slice(0, 10) ?? dayIn(center.timeZone, now()));
  const days = daysOfWeek({ first, zone: center.timeZone });
  const hours = hoursOf(days, center.timeZone);
  const asked = { actor, centerId: center.id, service, range: rangeOf(days), first };
  const [working, booked, clients] = await Promise.all([findWorking(asked), findBooked(asked), findWanted(asked)]);
  const counted = working.flatMap(({ open, ...one }) => (open ? [{ ...one, open }] : []));
  const hour = at ? hours.find(startingAt(at, center.timeZone)) : undefined;
  return {
    ...{ centers, services, center, service, first, at },
    hours: weekOf(hours, { practitioners: counted, booked, clients }),
    counted: counted.length,
    unknown: working.flatMap(({ open, id, name }) => (open ? [] : [{ id, name }])),
    people: hour ? await findPeople(asked, hour, counted) : null,
  };
}

const hourOf = (moment: Instant, zone: string) => `${dayIn(zone, moment)}T${timeIn(zone, moment).slice(0, 2)}`;

function startingAt(at: string, zone: string): (hour: InstantRange) => boolean {
  const start = toInstant(at.slice(0, 10), `${at.slice(11)}:00`, zone).getTime();
  return (hour) => hour.start.getTime() === start && hour.end.getTime() > start;
}

async function findChoices(actor: Actor): Promise<Pick<Coverage, "centers" | "services">> {
  const [found] = await rows<Pick<Coverage, "centers" | "services">>(sql`select
    coalesce((select jsonb_agg(jsonb_build_object('id', ce.id, 'name', ce.name, 'timeZone', ce.time_zone) order by ce.name)
      from centers ce where ce.archived_at is null and ${inCentersSeen(actor, "sessions", sql`ce.id`)}), '[]') as centers,
    coalesce((select jsonb_agg(jsonb_build_object('id', sv.id, 'name', sv.name) order by sv.position, sv.name)
      from services sv where sv.archived_at is null), '[]') as services`);
  return found ?? { centers: [], services: [] };
}

type Asked = { actor: Actor; centerId: string; service: string | null; range: InstantRange; first: string };

/** Practitioners of the center who give the service, as they said of themselves. */
async function findWorking({ actor, centerId, service, range }: Asked): Promise<WorkingTimes[]> {
  const gives = service
    ? sql`(exists (select from practitioner_services ps where ps.practitioner_id = p.id and ps.service_id = ${service}::uuid)
        or exists (select from services sv, unnest(p.skills) skill where sv.id = ${service}::uuid and lower(skill) = lower(sv.name)))`
    : sql`true`;
  const found = await rows<{ id: string }>(sql`select p.id from practitioners p
    where p.status = 'ACTIVE' and p.center_id = ${centerId}::uuid and ${practitionersSeenBy(actor)} and ${gives}
    order by p.last_name, p.first_name, p.id limit ${MOST_PRACTITIONERS}`);
  const ids = found.map(({ id }) => id);
  return findWorkingTimes(actor, ids, range);
}

/** What is booked at the center, as many practitioners at the same time as there are. */
function findBooked({ centerId, service, range: { start, end } }: Asked): Promise<Counted[]> {
  return rows<Counted>(sql`select s.starts_at as start, s.ends_at as end, count(*)::int as count
    from sessions s join session_practitioners sp on sp.session_id = s.id
    where s.center_id = ${centerId}::uuid and s.starts_at > ${addMinutes(start, -LONGEST_MINUTES)}::timestamptz
      and s.starts_at < ${end}::timestamptz and s.ends_at > ${start}::timestamptz and s.status in ('REQUESTED', 'BOOKED', 'HELD')
      and ${service ? sql`s.service_id = ${service}::uuid` : sql`true`}
    group by s.starts_at, s.ends_at`);
}

/** Active clients of the center who may have sessions, whose work begins with the service where one is asked for. */
function clientsOf({ actor, centerId, service }: Asked): SqlFragment {
  const wanting = service
    ? sql`exists (select from client_defaults d where d.client_id = clients.id and d.service_id = ${service}::uuid)`
    : sql`true`;
  return sql`clients.center_id = ${centerId}::uuid and ${availabilityVisibleTo(actor)} and ${sessionsOfClientsSeen(actor)}
    and exists (select from client_statuses st where st.id = clients.status_id and st.standing = 'ACTIVE' and not st.blocks_sessions)
    and ${wanting}`;
}

/**
 * The schedule that holds for each client on each day, as rows `applied (client_id, day, schedule_id)`: one day over a
 * season over the usual week. The days around the week are in it, for those who live by another clock.
 */
function applied(asked: Asked): SqlFragment {
  return sql`days as (select d::date as day, extract(isodow from d)::int as weekday
      from generate_series(${addDays(asked.first, -1)}::date, ${addDays(asked.first, 7)}::date, interval '1 day') d),
    mine as materialized (select s.id, s.client_id, s.kind, s.first_day, s.last_day, s.time_zone from clients
      join availability_schedules s on s.client_id = clients.id where ${clientsOf(asked)}),
    special as materialized (select distinct on (mine.client_id, days.day) mine.client_id, days.day, days.weekday, mine.id, mine.time_zone
      from mine join days on days.day between mine.first_day and mine.last_day where mine.kind in ('RANGE', 'DAY')
      order by mine.client_id, days.day, mine.kind = 'DAY' desc, mine.first_day desc),
    applied as (select client_id, day, weekday, id, time_zone from special
      union all select mine.client_id, days.day, days.weekday, mine.id, mine.time_zone from mine cross join days
        where mine.kind = 'USUAL' and not exists (select from special x where x.client_id = mine.client_id and x.day = days.day))`;
}

/** When clients could come, as many as have the same hours counted together. */
async function findWanted(asked: Asked): Promise<Counted[]> {
  type Group = { day: string; zone: string; from: number; to: number; count: number };
  const groups = await rows<Group>(sql`with ${applied(asked)}
    select a.day::text as day, a.time_zone as zone, i.start_minute as from, i.end_minute as to, count(*)::int as count
    from applied a join availability_intervals i on i.schedule_id = a.id and i.weekday = a.weekday
    group by a.day, a.time_zone, i.start_minute, i.end_minute`);
  return groups.map(({ day, zone, from, to, count }) => ({
    start: toInstant(day, timeOfMinutes(from), zone),
    end: toInstant(day, timeOfMinutes(to), zone),
    count,
  }));
}

type AtWork = { id: string; name: string; open: readonly InstantRange[]; taken: readonly InstantRange[] };

/** Who stands behind one hour. Clients that nothing is planned with come first. */
async function findPeople(asked: Asked, hour: InstantRange, working: readonly AtWork[]): Promise<PeopleOfHour> {
  const at = now();
  const found = await rows<PeopleOfHour["clients"][number]>(sql`with ${applied(asked)}
    select clients.id, clients.name, clients.number, exists (select from attendances x where x.client_id = clients.id
        and x.starts_at > ${at}::timestamptz and x.busy is not null) as planned
    from clients where clients.id in (
      select a.client_id from applied a join availability_intervals i on i.schedule_id = a.id and i.weekday = a.weekday
      where (a.day + i.start_minute * interval '1 minute') at time zone a.time_zone < ${hour.end}::timestamptz
        and (a.day + i.end_minute * interval '1 minute') at time zone a.time_zone > ${hour.start}::timestamptz)
    order by planned, clients.name, clients.id limit ${MOST_CLIENTS + 1}`);
  const meets = (times: readonly InstantRange[]) => times.some((time) => instantsOverlap(time, hour));
  const person = ({ id, name }: Person): Person => ({ id, name });
  const there = working.filter(({ open }) => meets(open));
  return {
    start: hour.start,
    free: there.filter(({ taken }) => !meets(taken)).map(person),
    taken: working.filter(({ taken }) => meets(taken)).map(person),
    clients: found.slice(0, MOST_CLIENTS),
    moreClients: found.length > MOST_CLIENTS,
  };
}
