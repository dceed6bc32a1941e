import "server-only";
import { findSettingIn } from "@/lib/features/settings/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { recordMany } from "@/lib/platform/history/record-many";
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
export const LETTERS_PER_BATCH = 200;
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
      replyTo: replyTo ?? mailing.sender.email,
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

type Settled = {
  state: "SENT" | "FAILED" | "STOPPED";
  outboxId: string;
  subject: string;
  clientId: string | null;
  name: string;
  email: string;
};

/**
 * Brings what the outbox knows into the recipients' rows, and with each letter that left writes the data streams and
 * queues the sender's copy: once, because the row moves in the same transaction.
 * @returns how many moved
 */
export async function settleOutcomes(mailingId: string): Promise<number> {
  return inTransaction(
    async (tx) => {
      const mailing = await lockMailing(tx, worker, { mailingId });
      const settled = await takeOutcomes(tx, mailingId);
      const sent = settled.filter(({ state }) => state === "SENT");
      if (mailing.logInStream) await logInStreams(tx, mailing, sent);
      if (mailing.copyToSender) await copyToSender(tx, mailing, sent);
      return settled.length;
    },
    { timeoutMs: BATCH_TIMEOUT_MS },
  );
}

export async function takeOutcomes(tx: Tx, mailingId: string): Promise<Settled[]> {
  return rows<Settled>(
    sql`update mailing_recipients r set reason = case when o.state = 'FAILED' then o.last_error end,
        state = case o.state when 'SENT' then 'SENT' when 'CANCELLED' then 'STOPPED' else 'FAILED' end::"RecipientState"
      from outbox_mails o
      where r.mailing_id = ${mailingId}::uuid and r.state = 'QUEUED' and o.id = r.outbox_id
        and o.state in ('SENT', 'FAILED', 'CANCELLED')
        and r.id in (select q.id from mailing_recipients q join outbox_mails w on w.id = q.outbox_id
          where q.mailing_id = ${mailingId}::uuid and q.state = 'QUEUED' and w.state in ('SENT', 'FAILED', 'CANCELLED')
          order by q.position limit ${LETTERS_PER_BATCH * 3})
      returning r.state::text as state, o.id as "outboxId", o.subject, r.client_id as "clientId", r.name, r.email::text as email`,
    tx,
  );
}

/** Into the stream of every client it was for: also of those whose person got it once for all of them (S2-58). */
async function logInStreams(tx: Tx, mailing: MailingRecord, sent: readonly Settled[]) {
  if (sent.length === 0) return;
  const others = await rows<Pick<Settled, "clientId" | "name" | "email" | "subject">>(
    sql`select distinct r.client_id as "clientId", gone.name, gone.email, gone.subject from mailing_recipients r
      join unnest(${sent.map(({ name }) => name)}::text[], ${sent.map(({ email }) => email)}::text[],
        ${sent.map(({ subject }) => subject)}::text[]) as gone (name, email, subject) on gone.email::citext = r.email
      where r.mailing_id = ${mailing.id}::uuid and r.state = 'SKIPPED' and r.reason in ('same_person', 'same_address')`,
    tx,
  );
  const about = [...sent, ...others].filter(({ clientId }) => clientId !== null);
  await recordMany(
    tx,
    operationActor(mailing.sender),
    about.map(({ clientId, name, email, subject }) => ({
      kind: "mail.sent" as const,
      subject: { kind: "mailing", id: mailing.id },
      data: { subject, to: name, email, mailingId: mailing.id },
      clientId,
    })),
    { operationId: null, leading: false },
  );
}

/** What left, word for word, to the sender; its links to unsubscribe are the reader's and so lead nowhere. */
async function copyToSender(tx: Tx, mailing: MailingRecord, sent: readonly Settled[]) {
  if (sent.length === 0) return;
  const letters = await tx.outboxMail.findMany({
    where: { id: { in: sent.map(({ outboxId }) => outboxId) } },
    select: { id: true, subject: true, html: true, text: true, toEmail: true, toName: true },
  });
  await queueMails(
    tx,
    letters.map((letter) => ({
      source: `mailing-copy:${letter.id}`,
      to: { email: mailing.sender.email, name: `${mailing.sender.firstName} ${mailing.sender.lastName}` },
      ...copyOf(letter),
      priority: MAIL_PRIORITY.mailing,
    })),
  );
}

const TOKEN_IN_LINK = /(\/unsubscribe\/)[\w-]+\.[\w-]+/g;

function copyOf(letter: { subject: string; html: string; text: string; toEmail: string; toName: string | null }) {
  const harmless = (text: string) => text.replace(TOKEN_IN_LINK, "$1example");
  const reader = letter.toName ? `${letter.toName} <${letter.toEmail}>` : letter.toEmail;
  return {
    subject: `${letter.subject} [copy: ${reader}]`,
    html: harmless(letter.html),
    text: harmless(letter.text),
  };
}

/** Closes a mailing of which nothing is on its way any more. */
export async function finishMailing(mailingId: string): Promise<boolean> {
  return inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, worker, { mailingId });
    const { waiting, sent, failed, unclear, skipped } = await countOutcomes(mailingId, tx);
    if (mailing.status !== "SENDING" || waiting > 0) return false;
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

/** When to look after a mailing again; null when nothing of it moves any more. */
export async function nextLook(mailingId: string, { moved }: { moved: boolean }): Promise<Date | null> {
  const [found] = await rows<{ waiting: boolean }>(sql`
    select exists (select from mailing_recipients r left join outbox_mails o on o.id = r.outbox_id
      where r.mailing_id = ${mailingId}::uuid and (
        (r.state = 'QUEUED' and o.state in ('PENDING', 'SENDING', 'SENT', 'FAILED', 'CANCELLED'))
        or (r.state = 'READY' and exists (select from mailings m where m.id = r.mailing_id and m.status = 'SENDING')))) as waiting`);
  return found?.waiting ? addSeconds(now(), moved ? 1 : 5) : null;
}
