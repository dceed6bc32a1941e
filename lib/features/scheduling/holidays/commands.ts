import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { dateColumn, localDateOf } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { addYears } from "@/lib/values/date";
import { sql } from "@/lib/values/sql";
import { listHolidays } from "./queries";
import type { AddHolidayInput, CopyHolidaysInput, EditHolidayInput, RemoveHolidayInput } from "./schema";

type Days = { name: string; firstDay: string; lastDay: string; centerId: string | null };

/** Closes a center, or all of them, on some days. */
export async function addHoliday(actor: Actor, input: AddHolidayInput): Promise<void> {
  await inTransaction(async (tx) => {
    await oneAtATime(tx);
    const holiday = { ...input, lastDay: input.lastDay ?? input.firstDay };
    if (!(await write(tx, holiday))) refuse("holiday_exists", "centers.refusals.holidayExists", { field: "name" });
    await tell(tx, actor, { centerId: holiday.centerId, from: null, to: shown(holiday) });
  });
}

/** Changes when and where a holiday is. */
export async function editHoliday(actor: Actor, { holidayId, ...input }: EditHolidayInput): Promise<void> {
  await inTransaction(async (tx) => {
    await oneAtATime(tx);
    const before = await find(tx, holidayId);
    const after = { ...input, lastDay: input.lastDay ?? input.firstDay };
    await tx.centerHoliday.delete({ where: { id: holidayId }, select: { id: true } });
    if (!(await write(tx, after, holidayId)))
      refuse("holiday_exists", "centers.refusals.holidayExists", { field: "name" });
    if (shown(before) === shown(after) && before.centerId === after.centerId) return;
    await tell(tx, actor, { centerId: after.centerId, from: shown(before), to: shown(after) });
  });
}

export async function removeHoliday(actor: Actor, { holidayId }: RemoveHolidayInput): Promise<void> {
  await inTransaction(async (tx) => {
    await oneAtATime(tx);
    const before = await find(tx, holidayId);
    await tx.centerHoliday.delete({ where: { id: holidayId }, select: { id: true } });
    await tell(tx, actor, { centerId: before.centerId, from: shown(before), to: null });
  });
}

/**
 * Copies the holidays of the year before on the same dates; what is there already stays as it is. Answers how many
 * were added.
 */
export async function copyHolidays(actor: Actor, { centerId, year }: CopyHolidaysInput): Promise<number> {
  return inTransaction(async (tx) => {
    await oneAtATime(tx);
    const asked = { centerId, from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    const earlier = await listHolidays(actor, asked, tx);
    let added = 0;
    for (const { id: _, ...holiday } of earlier) {
      const next = { ...holiday, firstDay: addYears(holiday.firstDay, 1), lastDay: addYears(holiday.lastDay, 1) };
      // One that began in the year before that was copied with the year it began in.
      if (holiday.firstDay < asked.from || !(await write(tx, next))) continue;
      added += 1;
      await tell(tx, actor, { centerId: next.centerId, from: null, to: shown(next) });
    }
    if (added === 0) refuse("nothing_to_copy", "centers.refusals.nothingToCopy", { values: { year: year - 1 } });
    return added;
  });
}

/** Holidays are few and seldom written: one after the other, so that "exists already" is never a surprise. */
async function oneAtATime(tx: Tx): Promise<void> {
  await execute(sql`select pg_advisory_xact_lock(hashtext('center-holidays'))`, tx);
}

async function write(tx: Tx, { firstDay, lastDay, ...rest }: Days, id?: string): Promise<boolean> {
  if (rest.centerId && !(await tx.center.findUnique({ where: { id: rest.centerId }, select: { id: true } })))
    refuse("not_found", "refusals.notFound");
  const data = { ...rest, ...(id ? { id } : {}), firstDay: dateColumn(firstDay), lastDay: dateColumn(lastDay) };
  const { count } = await tx.centerHoliday.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}

async function find(tx: Tx, id: string): Promise<Days> {
  const found = await tx.centerHoliday.findUnique({ where: { id } });
  if (!found) refuse("not_found", "refusals.notFound");
  const { name, firstDay, lastDay, centerId } = found;
  return { name, centerId, firstDay: localDateOf(firstDay), lastDay: localDateOf(lastDay) };
}

const shown = ({ name, firstDay, lastDay }: Days) =>
  firstDay === lastDay ? `${name}, ${firstDay}` : `${name}, ${firstDay} – ${lastDay}`;

type Told = { centerId: string | null; from: string | null; to: string | null };

async function tell(tx: Tx, actor: Actor, { centerId, from, to }: Told): Promise<void> {
  const center = centerId && (await tx.center.findUnique({ where: { id: centerId }, select: { name: true } }));
  const name = center ? center.name : (await findSettingIn(tx, "organization")).name;
  const data = { name, changes: { holiday: { from, to } } };
  await record(tx, actor, { kind: "center.edited", subject: { kind: "center", id: centerId }, data });
}
