import { WEEKDAYS } from "@/lib/values/weekday";
import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { timeOfMinutes } from "@/lib/values/time";
import { dayIn } from "@/lib/values/wall-clock";
import type { HoursOfDay, HoursOwner, SpecialHours, WeeklyHours } from "./schema";
import { ownerSeen, schedulesOf } from "./scope";

type Interval = { weekday: number; start: number; end: number };
type Found = { timeZone: string; version: number; intervals: Interval[] };

const intervalsOfSchedule = sql`coalesce((select jsonb_agg(
    jsonb_build_object('weekday', i.weekday, 'start', i.start_minute, 'end', i.end_minute) order by i.start_minute)
  from availability_intervals i where i.schedule_id = s.id), '[]'::jsonb)`;

/** The usual week of a client or practitioner, blank where nothing was ever said; null where it is not for these eyes. */
export async function findWeeklyHours(actor: Actor, owner: HoursOwner, tx: Tx = db): Promise<WeeklyHours | null> {
  if (!Object.values(owner).every(isId)) return null;
  const [found] = await rows<Found>(
    sql`
    select coalesce(s.time_zone, o.time_zone) as "timeZone", coalesce(s.version, 0) as version,
      ${intervalsOfSchedule} as intervals
    from (${ownerSeen(actor, owner, { zone: await zoneFor(owner, tx) })}) o
    left join availability_schedules s on s.kind = 'USUAL' and ${schedulesOf(owner)}`,
    tx,
  );
  if (!found) return null;
  const { intervals, ...schedule } = found;
  return { ...schedule, days: daysOf(intervals) };
}

const MOST = 200;

/** What lies over the usual week from today on, or from an earlier day, in order. */
export async function listSpecialHours(
  actor: Actor,
  owner: HoursOwner,
  { from, tx = db }: { from?: string; tx?: Tx } = {},
): Promise<SpecialHours[]> {
  if (!Object.values(owner).every(isId)) return [];
  const zone = await zoneFor(owner, tx);
  const found = await rows<Omit<SpecialHours, "days"> & { intervals: Interval[] }>(
    sql`
    select s.id, s.kind::text as layer, s.label, s.version, s.first_day::text as "firstDay",
      s.last_day::text as "lastDay", ${intervalsOfSchedule} as intervals
    from (${ownerSeen(actor, owner, { zone })}) o join availability_schedules s on ${schedulesOf(owner)}
    where s.kind in ('RANGE', 'DAY') and s.last_day >= least(${dayIn(zone, now())}::date - 1, ${from ?? null}::date)
    order by s.first_day, s.kind, s.id limit ${MOST}`,
    tx,
  );
  return found.map(({ intervals, ...hours }) => ({ ...hours, days: daysOf(intervals) }));
}

/** Practitioners without a center live by the organization's clock. */
async function zoneFor(owner: HoursOwner, tx: Tx): Promise<string> {
  return "clientId" in owner ? "UTC" : (await findSettingIn(tx, "organization")).timeZone;
}

function daysOf(intervals: readonly Interval[]): HoursOfDay[] {
  return WEEKDAYS.map((weekday) => ({
    weekday,
    intervals: intervals
      .filter((interval) => interval.weekday === weekday)
      .map(({ start, end }) => ({ start: timeOfMinutes(start), end: timeOfMinutes(end) })),
  }));
}
