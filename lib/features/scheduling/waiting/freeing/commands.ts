import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

/**
 * Promises that the times of these sessions are offered to those who wait, once the transaction that gives them up is
 * through. Call it while the sessions still stand at those times; what can be booked by nobody any more is left out.
 */
export async function freeSlots(tx: Tx, sessionIds: readonly string[]): Promise<void> {
  if (sessionIds.length === 0) return;
  const { waiting, noticeHours } = await findSettingIn(tx, "booking");
  if (waiting === "OFF") return;
  const at = now();
  const freed = await rows<{ id: string }>(
    sql`insert into freed_slots (practitioner_id, session_id, starts_at, freed_at)
      select sp.practitioner_id, s.id, s.starts_at, ${at}::timestamptz
      from sessions s join session_practitioners sp on sp.session_id = s.id
      where s.id = any(${[...sessionIds]}::uuid[]) and s.starts_at > ${addMinutes(at, noticeHours * 60)}::timestamptz
        and exists (select from session_waits w where w.ended_at is null
          and (w.practitioner_id is null or w.practitioner_id = sp.practitioner_id))
      on conflict (practitioner_id, starts_at) where closed_at is null do update set session_id = excluded.session_id
      returning id`,
    tx,
  );
  for (const { id } of freed) await offerNext(tx, id);
}

/** Promises that a freed time is offered to whoever is next, now or once somebody had their time to answer. */
export async function offerNext(tx: Tx, slotId: string, runAt: Date = now()): Promise<void> {
  await enqueue(tx, "waiting.offer", { slotId }, { runAt, jobKey: `waiting.offer:${slotId}` });
}
