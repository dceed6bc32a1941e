import type { Weekday } from "@/lib/values/weekday";
import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { changesBetween } from "@/lib/platform/history/kind";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { weekdayOf } from "@/lib/values/date";
import { newId } from "@/lib/values/id";
import { DEFAULT_LOCALE } from "@/lib/values/locale";
import { sql } from "@/lib/values/sql";
import { minutesOfDay } from "@/lib/values/time";
import { hoursText, specialHoursText, WEEKDAY_KEYS } from "./copy";
import { findWeeklyHours, listSpecialHours } from "./queries";
import { daysOfSpecial, overlapping, readWeek } from "./rules";
import type {
  HoursInput,
  HoursOfDay,
  HoursOwner,
  RemoveSpecialHoursInput,
  SaveHoursInput,
  SaveSpecialHoursInput,
  SpecialHours,
  WeeklyHours,
} from "./schema";
import { availabilityEditableBy, practitionerHoursEditableBy } from "./scope";

const REFUSALS = "scheduling.hours";

/**
 * Replaces the usual week of a client, for staff and for a contact who decides for the client, or of a practitioner. A
 * blank day means not available. Refused next to the field where times do not fit, and when somebody else saved since
 * `version`.
 */
export async function saveWeeklyHours(actor: Actor, { hours, version, ...whose }: SaveHoursInput): Promise<void> {
  const days = weekOf(hours);
  await inTransaction(async (tx) => {
    const { owner, usual } = await lockOwner(tx, actor, whose);
    if (usual.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const id = version === 0 ? newId() : await usualId(tx, owner);
    const data = { ...owner, timeZone: usual.timeZone };
    if (version === 0) await tx.availabilitySchedule.create({ data: { ...data, id }, select: { id: true } });
    else await countUp(tx, id);
    await writeIntervals(tx, id, days);
    await tell(tx, actor, { owner, changes: changesBetween(shownWeek(usual.days), shownWeek(days)) });
  });
}

/** Puts hours between two days, or on one day, over the usual week. Two of a kind never lie over the same day. */
export async function saveSpecialHours(actor: Actor, input: SaveSpecialHoursInput): Promise<void> {
  const { layer, scheduleId, firstDay, version } = input;
  const lastDay = layer === "DAY" ? firstDay : (input.lastDay ?? firstDay);
  if (lastDay < firstDay) refuse("last_before_first", `${REFUSALS}.lastBeforeFirst`, { field: "lastDay" });
  if (layer === "RANGE" && !input.label) refuse("label_missing", `${REFUSALS}.labelMissing`, { field: "label" });
  const weekday = weekdayOf(firstDay) as Weekday;
  const days = daysOfSpecial(layer, { days: weekOf(input.hours), weekday });
  const after = { layer, label: input.label, firstDay, lastDay, days };
  await inTransaction(async (tx) => {
    const { owner, usual } = await lockOwner(tx, actor, input);
    const others = await listSpecialHours(actor, owner, { from: firstDay, tx });
    const before = scheduleId === null ? null : others.find(({ id }) => id === scheduleId);
    if (before === undefined || (before && before.layer !== layer)) refuse("not_found", "refusals.notFound");
    if (before && before.version !== version) refuse("changed_meanwhile", "refusals.changedMeanwhile");
    const clash = overlapping(after, { others, except: scheduleId });
    if (clash) refuse("days_taken", `${REFUSALS}.daysTaken`, { field: "firstDay", values: { label: shown(clash) } });
    const id = before?.id ?? newId();
    const data = { label: after.label, firstDay: dateColumn(firstDay), lastDay: dateColumn(lastDay) };
    const created = { ...data, ...owner, id, kind: layer, timeZone: usual.timeZone };
    if (before) await countUp(tx, id, data);
    else await tx.availabilitySchedule.create({ data: created, select: { id: true } });
    await writeIntervals(tx, id, days);
    await tell(tx, actor, { owner, changes: special(before, after) });
  });
}

export async function removeSpecialHours(actor: Actor, { scheduleId, ...whose }: RemoveSpecialHoursInput) {
  await inTransaction(async (tx) => {
    const { owner } = await lockOwner(tx, actor, whose);
    const before = (await listSpecialHours(actor, owner, { tx })).find(({ id }) => id === scheduleId);
    if (!before) refuse("not_found", "refusals.notFound");
    await tx.availabilitySchedule.delete({ where: { id: scheduleId }, select: { id: true } });
    await tell(tx, actor, { owner, changes: special(before, null) });
  });
}

function weekOf(hours: HoursInput): HoursOfDay[] {
  const week = readWeek(hours);
  if ("problem" in week) refuse(week.problem.code, `${REFUSALS}.${week.problem.code}`, { field: week.problem.field });
  return week.days;
}

/** One saving at a time: two first ones at once would both find nothing. */
async function lockOwner(tx: Tx, actor: Actor, whose: HoursOwner): Promise<{ owner: HoursOwner; usual: WeeklyHours }> {
  const owner = "clientId" in whose ? { clientId: whose.clientId } : { practitionerId: whose.practitionerId };
  const select = { id: true };
  const mine =
    "clientId" in owner
      ? await tx.client.findFirst({ where: { AND: [{ id: owner.clientId }, availabilityEditableBy(actor)] }, select })
      : await tx.practitioner.findFirst({
          where: { AND: [{ id: owner.practitionerId }, practitionerHoursEditableBy(actor)] },
          select,
        });
  if (!mine) refuse("not_found", "refusals.notFound");
  const lock =
    "clientId" in owner
      ? sql`select id from clients where id = ${mine.id}::uuid for no key update`
      : sql`select id from practitioners where id = ${mine.id}::uuid for no key update`;
  await rows(lock, tx);
  const usual = await findWeeklyHours(actor, owner, tx);
  if (!usual) refuse("not_found", "refusals.notFound");
  return { owner, usual };
}

async function usualId(tx: Tx, owner: HoursOwner): Promise<string> {
  const where = { ...owner, kind: "USUAL" as const };
  return (await tx.availabilitySchedule.findFirstOrThrow({ where, select: { id: true } })).id;
}

type Days = { label: string | null; firstDay: Date; lastDay: Date };

async function countUp(tx: Tx, id: string, data: Partial<Days> = {}): Promise<void> {
  const changed = { ...data, version: { increment: 1 } };
  await tx.availabilitySchedule.update({ where: { id }, data: changed, select: { id: true } });
}

async function writeIntervals(tx: Tx, scheduleId: string, days: readonly HoursOfDay[]): Promise<void> {
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

type Told = { owner: HoursOwner; changes: ReturnType<typeof changesBetween> };

async function tell(tx: Tx, actor: Actor, { owner, changes }: Told): Promise<void> {
  if (!changes) return;
  const about =
    "clientId" in owner
      ? { subject: { kind: "client" as const, id: owner.clientId }, clientIds: [owner.clientId] }
      : { subject: { kind: "practitioner" as const, id: owner.practitionerId } };
  await record(tx, actor, { kind: "availability.changed", ...about, data: { changes } });
}

type Shown = Omit<SpecialHours, "id" | "version">;

const shown = (hours: Shown) => specialHoursText(hours, DEFAULT_LOCALE);

function special(before: Shown | null, after: Shown | null) {
  const text = (hours: Shown | null) => ({ otherHours: hours && shown(hours) });
  return changesBetween(text(before), text(after));
}

function shownWeek(days: readonly HoursOfDay[]): Record<string, string | null> {
  return Object.fromEntries(
    days.map(({ weekday, intervals }) => [WEEKDAY_KEYS[weekday], hoursText(intervals, DEFAULT_LOCALE)]),
  );
}
