import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { MAIL_PRIORITY, type NewMail, queueMails } from "@/lib/platform/mail/queue";
import { operationActor } from "@/lib/platform/operation/lifecycle";
import { addSeconds, isBefore } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { lockMailing } from "../drafts/queries";
import { type LetterReader, lettersFor, type MailingLetter } from "../letters/queries";
import type { MailingRecord } from "../queries";
import { countOutcomes } from "../recipients/queries";
import { mailSource, practitionerVariables, type SkipReason, UNSUBSCRIBE_FROM } from "../rules";

/** Letters per transaction: what a stop may have to wait for, and what one crash makes anew. */
const LETTERS_PER_BATCH = 200;
const BATCH_TIMEOUT_MS = 120_000;

const worker = systemActor("mailing");

/** Promises work on a mailing; while one promise waits, another only replaces it. */
export async function promiseWork(tx: Tx, mailingId: string, { runAt }: { runAt?: Date } = {}): Promise<void> {
  await enqueue(tx, "mailing.work", { mailingId }, { jobKey: `mailing:${mailingId}`, ...(runAt ? { runAt } : {}) });
}

/** Lets a mailing go whose time to be taken back is over; answers when it will be over otherwise. */
export async function beginWhenDue(mailingId: string): Promise<Date | null> {
  return inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, worker, { mailingId });
    if (mailing.status !== "HELD" || !mailing.heldUntil) return null;
    const at = now();
    if (isBefore(at, mailing.heldUntil)) return mailing.heldUntil;
    await tx.mailing.update({
      where: { id: mailingId },
      data: { status: "SENDING", sentAt: mailing.sentAt ?? at },
      select: { id: true },
    });
    return null;
  });
}

type Ready = LetterReader & { id: string; name: string; clientId: string; barrier: SkipReason | null };

/**
 * Makes and queues the next letters, in one transaction: a letter is queued exactly when its recipient says so. The
 * mailing is locked meanwhile, so that Stop means stop, and several workers take turns.
 * @returns false when there is nothing more to do now.
 */
export async function queueNextLetters(mailingId: string): Promise<boolean> {
  return inTransaction(
    async (tx) => {
      const mailing = await lockMailing(tx, worker, { mailingId });
      if (mailing.status !== "SENDING") return false;
      const ready = await nextReady(tx, mailingId);
      if (ready.length === 0) return false;
      await skip(tx, ready);
      const readers = ready.filter(({ barrier }) => barrier === null);
      const letters = await lettersFor(tx, mailing, { readers, example: false });
      await queueLetters(tx, mailing, { readers, letters });
      return true;
    },
    { timeoutMs: BATCH_TIMEOUT_MS },
  );
}

/** Who is next, with what may have come between the review and now: somebody unsubscribed, or was marked "do not mail". */
async function nextReady(tx: Tx, mailingId: string): Promise<Ready[]> {
  return rows<Ready>(
    sql`select r.id, r.client_id as "clientId", r.contact_id as "contactId", r.email::text as email, r.name,
        case when r.client_id is null or k.id is null or k.deleted_at is not null then 'no_contact'
          when k.do_not_mail then 'do_not_mail'
          when exists (select from unsubscribes u where u.email = r.email) then 'unsubscribed' end as barrier
      from mailing_recipients r left join contacts k on k.id = r.contact_id
      where r.mailing_id = ${mailingId}::uuid and r.state = 'READY' order by r.position limit ${LETTERS_PER_BATCH}`,
    tx,
  );
}

async function skip(tx: Tx, ready: readonly Ready[]) {
  const barred = ready.filter(({ barrier }) => barrier !== null);
  if (barred.length === 0) return;
  await execute(
    sql`update mailing_recipients r set state = 'SKIPPED', reason = b.reason
      from unnest(${barred.map(({ id }) => id)}::uuid[], ${barred.map(({ barrier }) => barrier)}::text[]) as b (id, reason)
      where r.id = b.id`,
    tx,
  );
}

/** Queues letters; one that would name no practitioner any more fails instead, to be looked at by a person. */
async function queueLetters(
  tx: Tx,
  mailing: MailingRecord,
  { readers, letters }: { readers: readonly Ready[]; letters: readonly MailingLetter[] },
) {
  const { replyTo } = await findSettingIn(tx, "mail");
  const mails: NewMail[] = [];
  const queued: string[] = [];
  const incomplete: string[] = [];
  for (const [place, { id, email, name }] of readers.entries()) {
    const letter = letters[place];
    if (!letter || !email) continue;
    if (practitionerVariables(letter.missing).length > 0) {
      incomplete.push(id);
      continue;
    }
    queued.push(id);
    mails.push({
      source: mailSource(mailing.id),
      to: { email, name },
      subject: letter.subject,
      html: letter.html,
      text: letter.text,
      headers: letter.headers,
      replyTo: letter.replyTo ?? replyTo ?? mailing.sender.email,
      priority: mailing.receivers < UNSUBSCRIBE_FROM ? MAIL_PRIORITY.single : MAIL_PRIORITY.mailing,
    });
  }
  const outboxIds = await queueMails(tx, mails);
  await execute(
    sql`update mailing_recipients r set state = 'QUEUED', outbox_id = q.outbox, reason = null
      from unnest(${queued}::uuid[], ${outboxIds}::uuid[]) as q (id, outbox) where r.id = q.id`,
    tx,
  );
  await execute(
    sql`update mailing_recipients set state = 'FAILED', reason = 'practitioner_missing' where id = any(${incomplete}::uuid[])`,
    tx,
  );
}

/** Closes a mailing of which nothing is on its way any more, and everything that left is kept and logged. */
export async function finishMailing(mailingId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, worker, { mailingId });
    if (mailing.status !== "SENDING" || (await isUnsettled(tx, mailingId))) return false;
    const { sent, failed, unclear, skipped } = await countOutcomes(mailingId, tx);
    await tx.mailing.update({
      where: { id: mailingId },
      data: { status: "SENT", finishedAt: now() },
      select: { id: true },
    });
    await record(tx, operationActor(mailing.sender), {
      kind: "mailing.sent",
      subject: { kind: "mailing", id: mailingId },
      data: { subject: mailing.subject, sent, failed: failed + unclear, skipped },
    });
    return true;
  });
}

/** Whether a letter is still to be written, or its outcome still to be kept; a parked one waits for a person. */
async function isUnsettled(tx: Tx, mailingId: string): Promise<boolean> {
  const [found] = await rows<{ unsettled: boolean }>(
    sql`select exists (select from mailing_recipients r left join outbox_mails o on o.id = r.outbox_id
      where r.mailing_id = ${mailingId}::uuid
        and (r.state = 'READY' or (r.state = 'QUEUED' and o.state is distinct from 'PARKED'))) as unsettled`,
    tx,
  );
  return found?.unsettled ?? false;
}

/** When to look after a mailing again; null when nothing of it moves any more. */
export async function nextLook(mailingId: string, { moved }: { moved: boolean }): Promise<Date | null> {
  const [found] = await rows<{ moves: boolean; left: boolean }>(sql`
    select bool_or((r.state = 'QUEUED' and o.state is distinct from 'PARKED')
        or (r.state = 'READY' and m.status = 'SENDING')) as moves,
      bool_or(o.state in ('SENT', 'FAILED', 'CANCELLED')) as left
    from mailing_recipients r join mailings m on m.id = r.mailing_id left join outbox_mails o on o.id = r.outbox_id
    where r.mailing_id = ${mailingId}::uuid and r.state in ('QUEUED', 'READY')`);
  if (!found?.moves) return null;
  return addSeconds(now(), moved || found.left ? 1 : 2);
}
