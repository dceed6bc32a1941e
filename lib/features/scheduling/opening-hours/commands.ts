import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { DEFAULT_LOCALE } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { minutesOfDay } from "@/lib/values/time";
import { hoursText, WEEKDAY_KEYS } from "../availability/copy";
import { readWeek } from "../availability/rules";
import type { HoursOfDay } from "../availability/schema";
import { findOpeningHours } from "./queries";
import type { SaveOpeningHoursInput } from "./schema";

/**
 * Replaces the opening hours of a center. Refused next to the field where times do not fit, and when somebody else
 * saved since `version`.
 */
export async function saveOpeningHours(actor: Actor, { centerId, hours, version }: SaveOpeningHoursInput) {
  const week = readWeek(hours);
  if ("problem" in week)
    refuse(week.problem.code, `scheduling.hours.${week.problem.code}`, { field: week.problem.field });
  await inTransaction(async (tx) => {
    const [center] = await rows<{ name: string }>(
      sql`select name::text from centers where id = ${centerId}::uuid for no key update`,
      tx,
    );
    const before = await findOpeningHours(actor, centerId, tx);
    if (!center || !before) refuse("not_found", "refusals.notFound");
    if (before.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    await tx.center.update({ where: { id: centerId }, data: { hoursVersion: version + 1 }, select: { id: true } });
    await tx.centerHours.deleteMany({ where: { centerId } });
    await tx.centerHours.createMany({ data: intervalRows(centerId, week.days) });
    const changes = changesBetween(shownWeek(before.days), shownWeek(week.days));
    const subject = { kind: "center", id: centerId };
    if (changes) await record(tx, actor, { kind: "center.edited", subject, data: { name: center.name, changes } });
  });
}

function intervalRows(centerId: string, days: readonly HoursOfDay[]) {
  return days.flatMap(({ weekday, intervals }) =>
    intervals.map(({ start, end }) => ({
      centerId,
      weekday,
      startMinute: minutesOfDay(start),
      endMinute: minutesOfDay(end),
    })),
  );
}

function shownWeek(days: readonly HoursOfDay[]): Record<string, string | null> {
  return Object.fromEntries(
    days.map(({ weekday, intervals }) => [WEEKDAY_KEYS[weekday], hoursText(intervals, DEFAULT_LOCALE)]),
  );
}
