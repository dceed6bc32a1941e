import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { findMailing } from "../queries";
import { beginWhenDue, finishMailing, nextLook, promiseWork, queueNextLetters } from "./commands";
import { settleOutcomes } from "./outcomes/commands";

/**
 * The job "mailing.work": lets a held mailing go when its time has come, queues what is ready, keeps what became of
 * it, closes it, and asks to be called again while anything moves. It may be killed at any point and run twice.
 */
export async function workOnMailing({ mailingId }: { mailingId: string }): Promise<void> {
  if (!(await findMailing(systemActor("mailing"), mailingId))) return;
  const heldUntil = await beginWhenDue(mailingId);
  if (heldUntil) return inTransaction((tx) => promiseWork(tx, mailingId, { runAt: heldUntil }));
  while (await queueNextLetters(mailingId));
  let moved = 0;
  for (let settled = -1; settled !== 0; moved += settled) settled = await settleOutcomes(mailingId);
  await finishMailing(mailingId);
  const runAt = await nextLook(mailingId, { moved: moved > 0 });
  if (runAt) await inTransaction((tx) => promiseWork(tx, mailingId, { runAt }));
}

/** The job "mailing.resume", once a minute: promises work again that a crash may have left undone. */
export async function resumeMailings(): Promise<void> {
  const moving = await db.mailing.findMany({
    where: {
      OR: [
        { status: { in: ["HELD", "SENDING"] } },
        { status: { in: ["STOPPED", "SENT"] }, recipients: { some: { state: "QUEUED", NOT: { outboxId: null } } } },
      ],
    },
    select: { id: true },
    take: 1000,
  });
  for (const { id } of moving) await inTransaction((tx) => promiseWork(tx, id));
}
