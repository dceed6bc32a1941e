import { WEEKDAYS } from "@/lib/values/weekday";
import "server-only";
import { centersVisibleTo } from "@/lib/features/centers/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { db, type Tx } from "@/lib/platform/db/db";
import { isId } from "@/lib/values/id";
import { timeOfMinutes } from "@/lib/values/time";
import type { WeeklyHours } from "../availability/schema";

/** When a center is open, in its own zone; version 0 while nothing was ever said, which is not the same as closed. */
export async function findOpeningHours(actor: Actor, centerId: string, tx: Tx = db): Promise<WeeklyHours | null> {
  if (!isId(centerId)) return null;
  const found = await tx.center.findFirst({
    where: { AND: [{ id: centerId }, centersVisibleTo(actor)] },
    select: { timeZone: true, hoursVersion: true, hours: { orderBy: { startMinute: "asc" } } },
  });
  if (!found) return null;
  const days = WEEKDAYS.map((weekday) => ({
    weekday,
    intervals: found.hours
      .filter((interval) => interval.weekday === weekday)
      .map(({ startMinute, endMinute }) => ({ start: timeOfMinutes(startMinute), end: timeOfMinutes(endMinute) })),
  }));
  return { timeZone: found.timeZone, version: found.hoursVersion, days };
}
