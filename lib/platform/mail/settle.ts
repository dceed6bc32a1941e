import "server-only";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { logger } from "@/lib/platform/logger";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import type { ClaimedBatch } from "./claim";
import type { Delivery } from "./transport";

const LONGEST_BACKOFF_SECONDS = 600;

async function finish(tx: Tx, { id }: ClaimedBatch, at: Date) {
  await tx.outboxBatch.updateMany({ where: { id, finishedAt: null }, data: { finishedAt: at } });
}

/** Keeps what the provider answered; every mail of the batch gets exactly one outcome, and only the first one. */
export async function settle(
  batch: ClaimedBatch,
  delivery: Delivery,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<void> {
  if (delivery.kind === "answered") return keepOutcomes(batch, delivery.outcomes, { ids, at });
  logger.warn({ batch: batch.id, attempts: batch.attempts, reason: delivery.reason }, `mail: ${delivery.kind}`);
  if (delivery.kind === "later") return tryLater(batch, delivery, at);
  if (delivery.kind === "unknown") return park(batch, { at, reason: delivery.reason });
  if (ids.length > 1) return splitUp(batch, { ids, at });
  return keepOutcomes(batch, [{ refused: delivery.reason }], { ids, at });
}

type Outcomes = Extract<Delivery, { kind: "answered" }>["outcomes"];

async function keepOutcomes(
  batch: ClaimedBatch,
  outcomes: Outcomes,
  { ids, at }: { ids: readonly string[]; at: Date },
): Promise<void> {
  const providers = outcomes.map((outcome) => ("providerId" in outcome ? outcome.providerId : null));
  const errors = outcomes.map((outcome) => ("refused" in outcome ? outcome.refused : null));
  await inTransaction(async (tx) => {
    await execute(
      sql`
        update outbox_mails m set state = case when o.error is null then 'SENT' else 'FAILED' end::"OutboxState",
          -- A passcode or a link that has left must not be read here by anybody who gets at the database later.
          subject = case when m.holds_secret then '' else m.subject end,
          html = case when m.holds_secret then '' else m.html end, text = case when m.holds_secret then '' else m.text end,
          provider_id = o.provider, last_error = o.error, sent_at = case when o.error is null then ${at}::timestamptz end
        from unnest(${ids}::uuid[], ${providers}::text[], ${errors}::text[]) as o (id, provider, error)
        where m.id = o.id and m.batch_id = ${batch.id}::uuid and m.state = 'SENDING'`,
      tx,
    );
    await finish(tx, batch, at);
  });
}

/** Doubles the wait with every attempt; what the provider asks for counts more. */
export function backoffSeconds(attempts: number): number {
  return Math.min(2 ** Math.max(0, attempts - 1), LONGEST_BACKOFF_SECONDS);
}

async function tryLater(batch: ClaimedBatch, delivery: Extract<Delivery, { kind: "later" }>, at: Date) {
  const seconds = Math.max(delivery.afterSeconds ?? 0, backoffSeconds(batch.attempts));
  await inTransaction(async (tx) => {
    await tx.outboxBatch.updateMany({
      where: { id: batch.id, finishedAt: null, attempts: batch.attempts },
      data: { leaseUntil: at, nextAttemptAt: addSeconds(at, seconds) },
    });
    await tx.outboxMail.updateMany({
      where: { batchId: batch.id, state: "SENDING" },
      data: { lastError: delivery.reason },
    });
  });
}

/** Sets aside what may or may not have been delivered, for a person to decide (see `decideParked`). */
export async function park(batch: ClaimedBatch, { at, reason }: { at: Date; reason: string }): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.outboxMail.updateMany({
      where: { batchId: batch.id, state: "SENDING" },
      data: { state: "PARKED", lastError: reason },
    });
    await finish(tx, batch, at);
  });
}

/** One bad mail must not hold up the others: each gets a request and a key of its own. Nothing was taken before. */
async function splitUp(batch: ClaimedBatch, { ids, at }: { ids: readonly string[]; at: Date }) {
  const singles = ids.map((mailId) => ({ id: newId(), mailId }));
  await inTransaction(async (tx) => {
    await tx.outboxBatch.createMany({
      data: singles.map(({ id }) => ({ id, leaseUntil: at, nextAttemptAt: at })),
    });
    await execute(
      sql`
        update outbox_mails m set batch_id = o.batch
        from unnest(${ids}::uuid[], ${singles.map(({ id }) => id)}::uuid[]) as o (id, batch)
        where m.id = o.id and m.batch_id = ${batch.id}::uuid and m.state = 'SENDING'`,
      tx,
    );
    await finish(tx, batch, at);
  });
}
