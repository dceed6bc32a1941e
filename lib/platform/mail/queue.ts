import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { instantOf, isBefore } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { findMailSetting } from "./mail-setting";
import { type MailAttachment, type OutboxRow, outboxRow } from "./outbox-row";

/** Lower leaves first: nobody waits for a passcode because a mailing is on its way. */
export const MAIL_PRIORITY = { passcode: 0, single: 3, normal: 5, mailing: 8 } as const;

/** A mail as its cause writes it: one recipient, and every word as it will leave. */
export type NewMail = {
  /** What caused it ("passcode:<id>"). One source mails one address once. */
  source: string;
  to: { email: string; name?: string | null };
  subject: string;
  html: string;
  text: string;
  replyTo?: string | null;
  fromName?: string | null;
  headers?: Record<string, string>;
  attachments?: MailAttachment[];
  /** Holds a passcode or a one-time link: its words are blanked in the database once it has left. */
  holdsSecret?: boolean;
  priority?: number;
  notBefore?: Date;
};

const ROWS_PER_STATEMENT = 500;

/**
 * Promises one mail inside the transaction that causes it; it leaves if, and only if, that transaction commits.
 * @returns the outbox id; for a repeat (same source, same address) that of the first, and nothing is queued.
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<string> {
  const [id] = await queueMails(tx, [mail]);
  if (!id) throw new Error("a mail was queued without an id");
  return id;
}

/** `queueMail` for many, in a few statements: ids in the order of the mails. */
export async function queueMails(tx: Tx, mails: readonly NewMail[]): Promise<string[]> {
  if (mails.length === 0) return [];
  const setting = await findMailSetting(tx);
  const at = now();
  const ids: string[] = [];
  for (let start = 0; start < mails.length; start += ROWS_PER_STATEMENT) {
    const part = mails.slice(start, start + ROWS_PER_STATEMENT);
    ids.push(
      ...(await insertRows(
        tx,
        part.map((mail) => outboxRow(mail, { setting, at })),
      )),
    );
  }
  await promiseDelivery(tx, mails, at);
  return ids;
}

async function insertRows(tx: Tx, made: OutboxRow[]): Promise<string[]> {
  // A repeat must answer the id of the first, so the addresses are read back rather than returned by the insert.
  await execute(
    sql`
      insert into outbox_mails (id, source, to_email, to_name, from_name, reply_to, subject, html, text, headers, attachments,
        holds_secret, priority, state, last_error, not_before, created_at)
      select id, source, to_email, to_name, from_name, reply_to, subject, html, text, headers, attachments,
        holds_secret, priority, state::"OutboxState", last_error, not_before, created_at
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made (id uuid, source text, to_email text, to_name text,
        from_name text, reply_to text, subject text, html text, text text, headers jsonb, attachments jsonb,
        holds_secret boolean, priority smallint, state text, last_error text, not_before timestamptz, created_at timestamptz)
      on conflict (source, to_email) do nothing`,
    tx,
  );
  const found = await rows<{ id: string }>(
    sql`
      select m.id from unnest(${made.map((row) => row.source)}::text[], ${made.map((row) => row.to_email)}::text[])
        with ordinality as wanted (source, email, place)
      join outbox_mails m on m.source = wanted.source and m.to_email = wanted.email order by wanted.place`,
    tx,
  );
  return found.map(({ id }) => id);
}

/** One job for all of them, and one for each later moment; without a job key, so that no transaction waits for another. */
async function promiseDelivery(tx: Tx, mails: readonly NewMail[], at: Date) {
  const urgent = Math.min(...mails.map((mail) => mail.priority ?? MAIL_PRIORITY.normal)) < MAIL_PRIORITY.single;
  const later = new Set(
    mails.flatMap(({ notBefore }) => (notBefore && isBefore(at, notBefore) ? [notBefore.getTime()] : [])),
  );
  if (mails.some(({ notBefore }) => !notBefore || !isBefore(at, notBefore)))
    await enqueue(tx, "mail.deliver", {}, { priority: urgent ? -10 : 0 });
  for (const moment of later) await enqueue(tx, "mail.deliver", {}, { runAt: instantOf(moment) });
}

/** Takes back what this source queued and nobody has begun to send; answers how many. */
export async function cancelMails(tx: Tx, source: string): Promise<number> {
  const { count } = await tx.outboxMail.updateMany({
    where: { source, state: "PENDING", batchId: null },
    data: { state: "CANCELLED" },
  });
  return count;
}

/**
 * Puts mails back into the queue, word for word, that were taken back or refused: neither has reached anybody.
 * @returns the ids of those that wait again; an address that mail cannot go to stays refused.
 */
export async function requeueMails(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    sql`update outbox_mails set state = 'PENDING', batch_id = null, last_error = null, not_before = ${now()}::timestamptz
      where id = any(${ids}::uuid[])
        and (state = 'CANCELLED' or (state = 'FAILED' and last_error is distinct from 'undeliverable_address'))
      returning id`,
    tx,
  );
  if (found.length > 0) await enqueue(tx, "mail.deliver", {});
  return found.map(({ id }) => id);
}

/**
 * Decides about parked mails: whether the provider took them is not known, so a person says whether to risk a second
 * copy ("send-again") or to leave it ("drop"). Answers how many were parked.
 */
export async function decideParked(
  tx: Tx,
  source: string,
  { decision }: { decision: "send-again" | "drop" },
): Promise<number> {
  const data = decision === "drop" ? ({ state: "CANCELLED" } as const) : ({ state: "PENDING", batchId: null } as const);
  const { count } = await tx.outboxMail.updateMany({ where: { source, state: "PARKED" }, data });
  if (count > 0 && decision === "send-again") await enqueue(tx, "mail.deliver", {});
  return count;
}
