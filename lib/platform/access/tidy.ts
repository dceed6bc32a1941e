import "server-only";
import { z } from "zod";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { eraseOldHistory } from "@/lib/platform/history/erasing";
import { addMinutes } from "@/lib/values/instant";
import { type SqlFragment, sql } from "@/lib/values/sql";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Rows per statement: what other work may have to wait for. */
const BATCH = 2_000;

/** The part of the setting "retention" that the platform obeys; the setting itself is kept by its feature. */
const retention = z.object({
  passcodeHours: z.number().catch(24),
  signInDays: z.number().catch(30),
  mailBodyDays: z.number().catch(90),
  auditYears: z.number().nullable().catch(null),
});

async function findRetention() {
  const row = await db.setting.findUnique({ where: { key: "retention" }, select: { value: true } });
  return retention.parse(row?.value ?? {});
}

/**
 * Removes what served to get in and is of no use any more. Passcodes stay an hour longer than said, because the limit
 * of ten a day counts them.
 */
export async function tidyAccess(): Promise<void> {
  const at = now();
  const { passcodeHours, signInDays } = await findRetention();
  const ended = addMinutes(at, -signInDays * DAY);
  const asked = addMinutes(at, -(passcodeHours + 1) * HOUR);
  await inBatches(
    sql`delete from passcodes where id in (select id from passcodes where created_at < ${asked} limit ${BATCH})`,
  );
  await inBatches(
    sql`delete from sign_ins where id in (select id from sign_ins where expires_at < ${ended} limit ${BATCH})`,
  );
  await inBatches(
    sql`delete from one_time_links where id in (select id from one_time_links where expires_at < ${ended} limit ${BATCH})`,
  );
  await db.rateLimit.deleteMany({ where: { windowEnds: { lt: addMinutes(at, -DAY) } } });
}

/** Mails from before a moment that are done with and still have their words, so many as are erased together. */
export function mailsToErase(before: Date): SqlFragment {
  return sql`select id from outbox_mails where created_at < ${before}::timestamptz and (html <> '' or text <> '')
    and state in ('SENT', 'FAILED', 'CANCELLED') limit ${BATCH}`;
}

/** Erases the words of mails that are done with; to whom one went, when and under which subject stays. */
export async function eraseMailBodies(): Promise<void> {
  const { mailBodyDays } = await findRetention();
  const before = addMinutes(now(), -mailBodyDays * DAY);
  await inBatches(
    sql`update outbox_mails set html = '', text = '', attachments = '[]' where id in (${mailsToErase(before)})`,
  );
}

/** Erases what happened longer ago than the years it is kept; without such a number all of it is kept. */
export async function eraseAudit(): Promise<void> {
  const { auditYears } = await findRetention();
  if (auditYears !== null) await eraseOldHistory(auditYears);
}

async function inBatches(statement: SqlFragment): Promise<void> {
  while ((await execute(statement)) === BATCH);
}
