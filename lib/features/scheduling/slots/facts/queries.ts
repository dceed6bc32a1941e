import "server-only";
import { practitionersSeenBy } from "@/lib/features/practitioners/scope";
import { availabilityVisibleTo } from "@/lib/features/scheduling/availability/scope";
import type { ClientFacts, PractitionerFacts, SlotSearch } from "@/lib/features/scheduling/slots/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { addMinutes, type InstantRange, instantOf } from "@/lib/values/instant";
import type { WallSchedule, Week } from "@/lib/values/intervals";
import { type SqlFragment, sql } from "@/lib/values/sql";
import { type TimeInterval, timeOfMinutes } from "@/lib/values/time";

/** Buffers and limits of a day reach beyond the range that is asked for. */
const MARGIN_MINUTES = 1440;

/** When is asked about; `moved` is a session that does not stand in its own way. */
export type When = Pick<SlotSearch, "range" | "moved">;
type Taken = { taken: { start: number; end: number }[] };
type Interval = { weekday: number; start: number; end: number };
type Schedule = {
  kind: "USUAL" | "RANGE" | "DAY";
  zone: string;
  first: string | null;
  last: string | null;
  hours: Interval[];
};
type Away = { firstDay: string; lastDay: string; start: number | null; end: number | null; timeZone: string };

/** Clients as the search sees them, as far as a person sees their availability. */
export async function findClientFacts(
  actor: Actor,
  ids: readonly string[],
  when: When,
  tx?: Tx,
): Promise<ClientFacts[]> {
  const found = await rows<Pick<ClientFacts, "id" | "timeZone" | "holidays"> & { schedules: Schedule[] } & Taken>(
    sql`
    select clients.id, ce.time_zone as "timeZone", ${holidaysOf(sql`clients.center_id`, when.range)} as holidays,
      ${schedulesOf(sql`s.client_id = clients.id`, when.range)} as schedules,
      ${takenIn(sql`attendances x where x.client_id = clients.id`, when)} as taken
    from clients join centers ce on ce.id = clients.center_id
    where clients.id = any(${ids}::uuid[]) and ${availabilityVisibleTo(actor)}`,
    tx,
  );
  return found.map(({ schedules, taken, ...facts }) => ({
    ...facts,
    hours: wallOf(schedules),
    taken: taken.map(rangeOf),
  }));
}

type FoundPractitioner = Pick<PractitionerFacts, "id" | "name" | "timeZone" | "holidays"> &
  Taken & { centerHours: Interval[]; said: boolean; schedules: Schedule[]; away: Away[] };

/** Practitioners as the search sees them, those who work here and the person sees. */
export async function findPractitionerFacts(
  actor: Actor,
  ids: readonly string[],
  when: When,
  tx?: Tx,
): Promise<PractitionerFacts[]> {
  const { range } = when;
  const found = await rows<FoundPractitioner>(
    sql`
    select p.id, p.first_name || ' ' || p.last_name as name, coalesce(ce.time_zone, 'UTC') as "timeZone",
      coalesce(ce.hours_version > 0, false) as said,
      ${hoursOf(sql`center_hours i where i.center_id = p.center_id`)} as "centerHours",
      ${holidaysOf(sql`p.center_id`, range)} as holidays,
      coalesce((select jsonb_agg(jsonb_build_object('firstDay', o.first_day, 'lastDay', o.last_day,
          'start', o.start_minute, 'end', o.end_minute, 'timeZone', o.time_zone))
        from time_off o where o.practitioner_id = p.id and ${daysMeet(sql`o`, range)}), '[]') as away,
      ${schedulesOf(sql`s.practitioner_id = p.id`, range)} as schedules,
      ${takenIn(sql`session_practitioners x where x.practitioner_id = p.id`, when)} as taken
    from practitioners p left join centers ce on ce.id = p.center_id
    where p.id = any(${ids}::uuid[]) and p.status = 'ACTIVE' and ${practitionersSeenBy(actor)}`,
    tx,
  );
  return found.map(({ centerHours, said, schedules, taken, away, ...facts }) => ({
    ...facts,
    centerHours: said ? { zone: facts.timeZone, usual: weekOf(centerHours), ranges: [], days: new Map() } : null,
    hours: wallOf(schedules),
    timeOff: away.map(({ start, end, ...days }) => ({
      ...days,
      hours: start === null || end === null ? null : timesOf({ start, end }),
    })),
    taken: taken.map(rangeOf),
  }));
}

/** The holidays of everybody and those of one center. */
function holidaysOf(center: SqlFragment, range: InstantRange): SqlFragment {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('start', h.first_day, 'end', h.last_day, 'name', h.name)) from center_holidays h
    where (h.center_id is null or h.center_id = ${center}) and ${daysMeet(sql`h`, range)}), '[]')`;
}

function hoursOf(from: SqlFragment): SqlFragment {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('weekday', i.weekday, 'start', i.start_minute, 'end', i.end_minute))
    from ${from}), '[]')`;
}

/** That the days of a row reach into the range, in whatever zone they are meant. */
function daysMeet(row: SqlFragment, { start, end }: InstantRange): SqlFragment {
  return sql`${row}.last_day >= (${start}::timestamptz at time zone 'UTC')::date - 1
    and ${row}.first_day <= (${end}::timestamptz at time zone 'UTC')::date + 1`;
}

function schedulesOf(owner: SqlFragment, range: InstantRange): SqlFragment {
  return sql`coalesce((select jsonb_agg(jsonb_build_object('kind', s.kind, 'zone', s.time_zone, 'first', s.first_day,
      'last', s.last_day, 'hours', ${hoursOf(sql`availability_intervals i where i.schedule_id = s.id`)}))
    from availability_schedules s where ${owner}
      and (s.kind = 'USUAL' or (s.kind in ('RANGE', 'DAY') and ${daysMeet(sql`s`, range)}))), '[]')`;
}

function takenIn(from: SqlFragment, { range: { start, end }, moved }: When): SqlFragment {
  const [first, last] = [addMinutes(start, -MARGIN_MINUTES), addMinutes(end, MARGIN_MINUTES)];
  return sql`coalesce((select jsonb_agg(jsonb_build_object(
      'start', extract(epoch from lower(x.busy)) * 1000, 'end', extract(epoch from upper(x.busy)) * 1000))
    from ${from} and x.busy && tstzrange(${first}::timestamptz, ${last}::timestamptz)
      and x.session_id is distinct from ${moved ?? null}::uuid), '[]')`;
}

const rangeOf = ({ start, end }: { start: number; end: number }): InstantRange => ({
  start: instantOf(start),
  end: instantOf(end),
});
const timesOf = ({ start, end }: { start: number; end: number }): TimeInterval => ({
  start: timeOfMinutes(start),
  end: timeOfMinutes(end),
});

function weekOf(hours: readonly Interval[]): Week {
  const days = new Map<number, TimeInterval[]>();
  for (const { weekday, ...times } of hours) days.set(weekday, [...(days.get(weekday) ?? []), timesOf(times)]);
  return days;
}

/** Null where nothing was ever said, neither for every week nor for some days. */
function wallOf(schedules: readonly Schedule[]): WallSchedule | null {
  const [any] = schedules;
  if (!any) return null;
  const usual = schedules.find(({ kind }) => kind === "USUAL");
  const ranges = schedules.flatMap(({ kind, first, last, hours }) =>
    kind === "RANGE" && first && last ? [{ firstDay: first, lastDay: last, week: weekOf(hours) }] : [],
  );
  const days = schedules.flatMap(({ kind, first, hours }): [string, TimeInterval[]][] =>
    kind === "DAY" && first ? [[first, hours.map(timesOf)]] : [],
  );
  return { zone: (usual ?? any).zone, usual: weekOf(usual?.hours ?? []), ranges, days: new Map(days) };
}
