import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { isId } from "@/lib/values/id";
import { timeOfMinutes } from "@/lib/values/time";
import { WEEKDAYS, type WeeklyHours } from "./schema";
import { availabilityVisibleTo } from "./scope";

/** A client's weekly hours, blank days where nothing was ever said; null where the client is not for these eyes. */
export async function findWeeklyHours(
  actor: Actor,
  { clientId }: { clientId: string },
  tx: Tx = db,
): Promise<WeeklyHours | null> {
  if (!isId(clientId)) return null;
  const client = await tx.client.findFirst({
    where: { AND: [{ id: clientId }, availabilityVisibleTo(actor)] },
    select: {
      center: { select: { timeZone: true } },
      schedules: {
        where: { label: null },
        take: 1,
        select: {
          timeZone: true,
          version: true,
          intervals: { orderBy: { startMinute: "asc" }, select: { weekday: true, startMinute: true, endMinute: true } },
        },
      },
    },
  });
  if (!client) return null;
  const [schedule] = client.schedules;
  const intervals = schedule?.intervals ?? [];
  const days = WEEKDAYS.map((weekday) => ({
    weekday,
    intervals: intervals
      .filter((interval) => interval.weekday === weekday)
      .map(({ startMinute, endMinute }) => ({ start: timeOfMinutes(startMinute), end: timeOfMinutes(endMinute) })),
  }));
  return { timeZone: schedule?.timeZone ?? client.center.timeZone, version: schedule?.version ?? 0, days };
}
