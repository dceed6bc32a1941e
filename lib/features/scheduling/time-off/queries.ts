import "server-only";
import { practitionersVisibleTo } from "@/lib/features/practitioners/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn, localDateOf } from "@/lib/platform/db/columns";
import { db, type Tx } from "@/lib/platform/db/db";
import { addDays } from "@/lib/values/date";
import { isId } from "@/lib/values/id";
import { timeOfMinutes } from "@/lib/values/time";
import { dayIn } from "@/lib/values/wall-clock";
import { practitionerHoursEditableBy } from "../availability/scope";
import type { TimeOff } from "./schema";

const MOST = 200;

/** When a practitioner is away from today on, in order. The reason is for staff, who may change it. */
export async function listTimeOff(actor: Actor, practitionerId: string, tx: Tx = db): Promise<TimeOff[]> {
  if (!isId(practitionerId) || actor.kind === "contact") return [];
  const yesterday = dateColumn(addDays(dayIn("UTC", now()), -1));
  const practitioner = { AND: [{ id: practitionerId }, practitionersVisibleTo(actor)] };
  const found = await tx.timeOff.findMany({
    where: { practitioner, lastDay: { gte: yesterday } },
    orderBy: [{ firstDay: "asc" }, { startMinute: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const isStaff = practitionerHoursEditableBy(actor).id === undefined;
  return found.map(({ id, firstDay, lastDay, startMinute, endMinute, timeZone, reason }) => ({
    id,
    firstDay: localDateOf(firstDay),
    lastDay: localDateOf(lastDay),
    hours:
      startMinute === null || endMinute === null
        ? null
        : { start: timeOfMinutes(startMinute), end: timeOfMinutes(endMinute) },
    timeZone,
    reason: isStaff ? reason : null,
  }));
}
