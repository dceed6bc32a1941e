import "server-only";
import { db, inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";

/** One request to the provider: its id is the idempotency key, its rows and their words never change. */
export type ClaimedBatch = { id: string; attempts: number; firstAttemptAt: Date };

/** Longer than one request may take; after it the batch counts as left behind by a crash. */
const LEASE_SECONDS = 90;

/** Below it a mail does not wait for batches that are due again: passcodes. */
const URGENT_BELOW = 3;
const ANY_PRIORITY = 32_000;

/** Whether anything could be sent now; cheap enough to ask before taking a turn. */
export async function hasDueMail(at: Date): Promise<boolean> {
  const [row] = await rows<{ due: boolean }>(sql`
    select exists (select from outbox_mails where state = 'PENDING' and batch_id is null and not_before <= ${at})
      or exists (select from outbox_batches where finished_at is null and next_attempt_at <= ${at} and lease_until <= ${at})
      as due`);
  return row?.due ?? false;
}

/** When the next batch is due again that is not due now; null when there is none. */
export async function nextDueAt(): Promise<Date | null> {
  const [row] = await rows<{ at: Date | null }>(sql`
    select min(greatest(next_attempt_at, lease_until)) as at from outbox_batches where finished_at is null`);
  return row?.at ?? null;
}

/** Takes the most urgent work under a lease: new passcodes, then batches that are due again, then everything new. */
export async function claimBatch(at: Date, { size }: { size: number }): Promise<ClaimedBatch | null> {
  return (
    (await claimNew(at, { size, below: URGENT_BELOW })) ??
    (await claimAgain(at)) ??
    (await claimNew(at, { size, below: ANY_PRIORITY }))
  );
}

async function claimAgain(at: Date): Promise<ClaimedBatch | null> {
  const [batch] = await rows<ClaimedBatch>(sql`
    update outbox_batches set lease_until = ${addSeconds(at, LEASE_SECONDS)}, attempts = attempts + 1,
      first_attempt_at = coalesce(first_attempt_at, ${at})
    where id = (select id from outbox_batches
      where finished_at is null and next_attempt_at <= ${at} and lease_until <= ${at}
      order by priority, next_attempt_at limit 1 for update skip locked)
    returning id, attempts, first_attempt_at as "firstAttemptAt"`);
  return batch ?? null;
}

type Waiting = { id: string; priority: number; alone: boolean };

/** The leading mails of one urgency; one with attachments goes alone, as batches cannot carry them. */
function togetherWith(waiting: readonly Waiting[]): string[] {
  const [first] = waiting;
  if (!first) return [];
  if (first.alone) return [first.id];
  return waiting.filter(({ alone, priority }) => !alone && priority === first.priority).map(({ id }) => id);
}

async function claimNew(at: Date, { size, below }: { size: number; below: number }): Promise<ClaimedBatch | null> {
  return inTransaction(async (tx) => {
    const waiting = await rows<Waiting>(
      sql`
        select id, priority, attachments <> '[]'::jsonb as alone from outbox_mails
        where state = 'PENDING' and batch_id is null and not_before <= ${at} and priority < ${below}
        order by priority, not_before, id limit ${size} for update skip locked`,
      tx,
    );
    const ids = togetherWith(waiting);
    if (ids.length === 0) return null;
    const batch = { id: newId(), attempts: 1, firstAttemptAt: at, priority: waiting[0]?.priority ?? 5 };
    await tx.outboxBatch.create({
      data: { ...batch, leaseUntil: addSeconds(at, LEASE_SECONDS), nextAttemptAt: at },
      select: { id: true },
    });
    await tx.outboxMail.updateMany({ where: { id: { in: ids } }, data: { state: "SENDING", batchId: batch.id } });
    return batch;
  });
}

/** The mails of a batch, always in the same order: the same key must carry the same content. */
export async function mailsOf(batchId: string) {
  return db.outboxMail.findMany({ where: { batchId, state: "SENDING" }, orderBy: { id: "asc" } });
}
