import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { timeOfMinutes } from "@/lib/values/time";
import { WEEKDAYS, type WeeklyHours } from "./schema";
import { availabilityVisibleTo } from "./scope";

type Found = { timeZone: string; version: number; intervals: { weekday: number; start: number; end: number }[] };

/** A client's weekly hours, blank days where nothing was ever said; null where the client is not for these eyes. */
export async function findWeeklyHours(
  actor: Actor,
  { clientId }: { clientId: string },
  tx?: Tx,
): Promise<WeeklyHours | null> {
  if (!isId(clientId)) return null;
  const [found] = await rows<Found>(
    sql`
    select coalesce(s.time_zone, ce.time_zone) as "timeZone", coalesce(s.version, 0) as version,
      coalesce((select jsonb_agg(jsonb_build_object('weekday', i.weekday, 'start', i.start_minute, 'end', i.end_minute)
        order by i.start_minute) from availability_intervals i where i.schedule_id = s.id), '[]'::jsonb) as intervals
    from clients
    join centers ce on ce.id = clients.center_id
    left join availability_schedules s on s.client_id = clients.id and s.label is null
    where clients.id = ${clientId}::uuid and ${availabilityVisibleTo(actor)}`,
    tx,
  );
  if (!found) return null;
  const { intervals, ...schedule } = found;
  const days = WEEKDAYS.map((weekday) => ({
    weekday,
    intervals: intervals
      .filter((interval) => interval.weekday === weekday)
      .map(({ start, end }) => ({ start: timeOfMinutes(start), end: timeOfMinutes(end) })),
  }));
  return { ...schedule, days };
}
