import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { DEFAULT_LOCALE } from "@/lib/values/locale";
import { minutesOfDay } from "@/lib/values/time";
import { findWeeklyHours } from "../availability/queries";
import { practitionerHoursEditableBy } from "../availability/scope";
import { timeOffText } from "./copy";
import { listTimeOff } from "./queries";
import type { AddTimeOffInput, RemoveTimeOffInput } from "./schema";

/** Takes a practitioner out for whole days, or for the same hours of each of them, in the practitioner's own time zone. */
export async function addTimeOff(actor: Actor, { practitionerId, start, end, reason, ...days }: AddTimeOffInput) {
  await inTransaction(async (tx) => {
    const timeZone = await zoneOf(tx, actor, practitionerId);
    const { firstDay, lastDay } = days;
    const hours = start !== null && end !== null ? { start, end } : null;
    const data = {
      practitionerId,
      firstDay: dateColumn(firstDay),
      lastDay: dateColumn(lastDay ?? firstDay),
      startMinute: hours && minutesOfDay(hours.start),
      endMinute: hours && minutesOfDay(hours.end),
      timeZone,
      reason,
    };
    await tx.timeOff.create({ data, select: { id: true } });
    const to = timeOffText({ firstDay, lastDay: lastDay ?? firstDay, hours }, DEFAULT_LOCALE);
    await tell(tx, actor, { practitionerId, from: null, to });
  });
}

export async function removeTimeOff(actor: Actor, { practitionerId, timeOffId }: RemoveTimeOffInput): Promise<void> {
  await inTransaction(async (tx) => {
    await zoneOf(tx, actor, practitionerId);
    const before = (await listTimeOff(actor, practitionerId, tx)).find(({ id }) => id === timeOffId);
    if (!before) refuse("not_found", "refusals.notFound");
    await tx.timeOff.delete({ where: { id: timeOffId }, select: { id: true } });
    await tell(tx, actor, { practitionerId, from: timeOffText(before, DEFAULT_LOCALE), to: null });
  });
}

async function zoneOf(tx: Tx, actor: Actor, practitionerId: string): Promise<string> {
  const where = { AND: [{ id: practitionerId }, practitionerHoursEditableBy(actor)] };
  const mine = await tx.practitioner.findFirst({ where, select: { id: true } });
  const hours = mine && (await findWeeklyHours(actor, { practitionerId }, tx));
  if (!hours) refuse("not_found", "refusals.notFound");
  return hours.timeZone;
}

type Told = { practitionerId: string; from: string | null; to: string | null };

/** Without the reason: history is read by those who may not know it. */
async function tell(tx: Tx, actor: Actor, { practitionerId, from, to }: Told): Promise<void> {
  const subject = { kind: "practitioner" as const, id: practitionerId };
  await record(tx, actor, { kind: "availability.changed", subject, data: { changes: { timeOff: { from, to } } } });
}
