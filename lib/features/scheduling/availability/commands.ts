import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { DEFAULT_LOCALE } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { minutesOfDay } from "@/lib/values/time";
import { hoursText, WEEKDAY_KEYS } from "./copy";
import { findWeeklyHours } from "./queries";
import { readWeek } from "./rules";
import type { HoursOfDay, SaveHoursInput, WeeklyHours } from "./schema";
import { availabilityEditableBy } from "./scope";

/**
 * Replaces a client's weekly hours, for staff and for a contact who decides for the client. A blank day means not
 * available. Refused next to the field where times do not fit, and when somebody else saved since `version`.
 */
export async function saveWeeklyHours(actor: Actor, { clientId, hours, version }: SaveHoursInput): Promise<void> {
  const week = readWeek(hours);
  if ("problem" in week)
    refuse(week.problem.code, `scheduling.hours.${week.problem.code}`, { field: week.problem.field });
  await inTransaction(async (tx) => {
    const where = { AND: [{ id: clientId }, availabilityEditableBy(actor)] };
    if (!(await tx.client.findFirst({ where, select: { id: true } }))) refuse("not_found", "refusals.notFound");
    // Two first savings at once would both find no schedule.
    await rows(sql`select id from clients where id = ${clientId}::uuid for no key update`, tx);
    const before = await findWeeklyHours(actor, { clientId }, tx);
    if (!before) refuse("not_found", "refusals.notFound");
    if (before.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    await writeSchedule(tx, { clientId, before, days: week.days });
    const changes = changesBetween(shownWeek(before.days), shownWeek(week.days));
    const subject = { kind: "client", id: clientId };
    if (changes)
      await record(tx, actor, { kind: "availability.changed", subject, clientIds: [clientId], data: { changes } });
  });
}

type Writing = { clientId: string; before: WeeklyHours; days: readonly HoursOfDay[] };

async function writeSchedule(tx: Tx, { clientId, before, days }: Writing): Promise<void> {
  const { timeZone, version } = before;
  const scheduleId = version === 0 ? newId() : await nextVersion(tx, clientId);
  if (version === 0) {
    await tx.availabilitySchedule.create({ data: { id: scheduleId, clientId, timeZone }, select: { id: true } });
  }
  await tx.availabilityInterval.deleteMany({ where: { scheduleId } });
  const data = days.flatMap(({ weekday, intervals }) =>
    intervals.map(({ start, end }) => ({
      scheduleId,
      weekday,
      startMinute: minutesOfDay(start),
      endMinute: minutesOfDay(end),
    })),
  );
  if (data.length > 0) await tx.availabilityInterval.createMany({ data });
}

async function nextVersion(tx: Tx, clientId: string): Promise<string> {
  const { id } = await tx.availabilitySchedule.findFirstOrThrow({
    where: { clientId, label: null },
    select: { id: true },
  });
  await tx.availabilitySchedule.update({ where: { id }, data: { version: { increment: 1 } }, select: { id: true } });
  return id;
}

function shownWeek(days: readonly HoursOfDay[]): Record<string, string | null> {
  return Object.fromEntries(
    days.map(({ weekday, intervals }) => [WEEKDAY_KEYS[weekday], hoursText(intervals, DEFAULT_LOCALE)]),
  );
}
