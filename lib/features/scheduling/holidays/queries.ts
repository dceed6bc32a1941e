import "server-only";
import { centersVisibleTo } from "@/lib/features/centers/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn, localDateOf } from "@/lib/platform/db/columns";
import { db, type Tx } from "@/lib/platform/db/db";
import { isId } from "@/lib/values/id";
import { dayIn } from "@/lib/values/wall-clock";
import type { Holiday } from "./schema";

type Asked = { centerId: string; from: string; to: string };

const MOST = 1_000;

/** The days on which a center is closed between two local dates, those of all centers among them, in order. */
export async function listHolidays(actor: Actor, { centerId, from, to }: Asked, tx: Tx = db): Promise<Holiday[]> {
  if (!isId(centerId)) return [];
  const found = await tx.centerHoliday.findMany({
    where: {
      firstDay: { lte: dateColumn(to) },
      lastDay: { gte: dateColumn(from) },
      OR: [{ centerId: null }, { center: { AND: [{ id: centerId }, centersVisibleTo(actor)] } }],
    },
    orderBy: [{ firstDay: "asc" }, { name: "asc" }, { id: "asc" }],
    take: MOST,
    select: { id: true, name: true, firstDay: true, lastDay: true, centerId: true },
  });
  return found.map(({ firstDay, lastDay, ...rest }) => ({
    ...rest,
    firstDay: localDateOf(firstDay),
    lastDay: localDateOf(lastDay),
  }));
}

/** The holidays of one year, of this one at the center where none is asked for. */
export async function listHolidaysOf(
  actor: Actor,
  { centerId, timeZone, year }: { centerId: string; timeZone: string; year?: number | undefined },
): Promise<{ year: number; holidays: Holiday[] }> {
  const asked = year ?? Number(dayIn(timeZone, now()).slice(0, 4));
  const holidays = await listHolidays(actor, { centerId, from: `${asked}-01-01`, to: `${asked}-12-31` });
  return { year: asked, holidays };
}
