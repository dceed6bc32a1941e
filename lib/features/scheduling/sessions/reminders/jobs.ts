import "server-only";
import { mailSessions, recordMailed } from "@/lib/features/scheduling/sessions/telling/commands";
import { findToTell } from "@/lib/features/scheduling/sessions/telling/queries";
import { isPractitioner, remindersDue, takingPart } from "@/lib/features/scheduling/sessions/telling/rules";
import type { ToldSession } from "@/lib/features/scheduling/sessions/telling/schema";
import { findSettingIn } from "@/lib/features/settings/queries";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { addMinutes, isoOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

const BATCH = 50;

/** "sessions.remind": reminds clients' people of sessions at the times the organization has set, once for each. */
export async function remindOfSessions(): Promise<void> {
  let after: string | null = null;
  do after = await inTransaction((tx) => remindSome(tx, after), { timeoutMs: 60_000 });
  while (after);
}

type Held = { id: string; createdAt: Date };

/** One batch after this id; answers the last id while there may be more. Rows another worker holds are its business. */
async function remindSome(tx: Tx, after: string | null): Promise<string | null> {
  const { reminders } = await findSettingIn(tx, "sessionMails");
  if (reminders.length === 0) return null;
  const held = await rows<Held>(
    sql`select id, created_at as "createdAt" from sessions
      where status = 'BOOKED' and tell_at is null and starts_at > ${now()}::timestamptz
        and starts_at <= ${addMinutes(now(), Math.max(...reminders))}::timestamptz and (${after}::uuid is null or id > ${after}::uuid)
        and not coalesce((told->'reminded') @> ${JSON.stringify(reminders)}::jsonb, false)
      order by id limit ${BATCH} for no key update skip locked`,
    tx,
  );
  const sessions = await findToTell(
    tx,
    held.map(({ id }) => id),
  );
  for (const session of sessions) {
    const createdAt = held.find(({ id }) => id === session.id)?.createdAt ?? now();
    const due = remindersDue({ ...session, createdAt }, reminders, now());
    if (due.length > 0) await remind(tx, session, { due, createdAt });
  }
  return held.length === BATCH ? (held.at(-1)?.id ?? null) : null;
}

/** One mail to each, however many reminders fell together while everything stood still. */
async function remind(
  tx: Tx,
  session: ToldSession,
  { due, createdAt }: { due: readonly number[]; createdAt: Date },
): Promise<void> {
  const active = { ...session, parts: session.parts.filter((part) => part.active) };
  const mailed = [];
  for (const taking of takingPart(active).filter((reader) => !isPractitioner(reader))) {
    const source = `session-reminder:${session.id}:${isoOf(session.startsAt)}:${due.join("-")}:${taking.key}`;
    const said = [{ session, letter: "reminder" as const, taking }];
    mailed.push({ said, subject: await mailSessions(tx, { said, source }) });
  }
  await recordMailed(tx, mailed);
  const { id, told, startsAt, endsAt } = session;
  const known = told ?? { at: createdAt, startsAt, endsAt, to: {}, reminded: [] };
  const after = { ...known, reminded: [...known.reminded, ...due] };
  await execute(sql`update sessions set told = ${JSON.stringify(after)}::jsonb where id = ${id}::uuid`, tx);
}
