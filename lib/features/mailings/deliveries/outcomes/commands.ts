import "server-only";
import { systemActor } from "@/lib/platform/access/actor";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { recordMany } from "@/lib/platform/history/record-many";
import { MAIL_PRIORITY, queueMails } from "@/lib/platform/mail/queue";
import { operationActor } from "@/lib/platform/operation/lifecycle";
import { sql } from "@/lib/values/sql";
import { lockMailing } from "../../drafts/queries";
import type { MailingRecord } from "../../queries";

/** Outcomes per transaction; each may bring a letter along to be copied. */
const OUTCOMES_PER_BATCH = 500;
const BATCH_TIMEOUT_MS = 120_000;

const worker = systemActor("mailing");

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

async function takeOutcomes(tx: Tx, mailingId: string): Promise<Settled[]> {
  return rows<Settled>(
    // Found first and only then changed: planned as one, it would look the limited list up again for every row.
    sql`with done as materialized (
        select r.id, o.id as outbox_id, o.state, o.subject, o.last_error
        from mailing_recipients r join outbox_mails o on o.id = r.outbox_id
        where r.mailing_id = ${mailingId}::uuid and r.state = 'QUEUED' and o.state in ('SENT', 'FAILED', 'CANCELLED')
        order by r.position limit ${OUTCOMES_PER_BATCH})
      update mailing_recipients r set reason = case when d.state = 'FAILED' then d.last_error end,
        state = case d.state when 'SENT' then 'SENT' when 'CANCELLED' then 'STOPPED' else 'FAILED' end::"RecipientState"
      from done d where r.id = d.id
      returning r.state::text as state, d.outbox_id as "outboxId", d.subject, r.client_id as "clientId", r.name, r.email::text as email`,
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
