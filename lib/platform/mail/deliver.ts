import "server-only";
import { z } from "zod";
import { now } from "@/lib/platform/clock";
import { db, inTransaction } from "@/lib/platform/db/db";
import { env } from "@/lib/platform/env";
import { readStoredFile } from "@/lib/platform/files/store";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { addSeconds, isBefore } from "@/lib/values/instant";
import { type ClaimedBatch, claimBatch, hasDueMail, mailsOf, nextDueAt } from "./claim";
import { findMailSetting } from "./mail-setting";
import { holdTurns, restSeconds, takeTurn } from "./pace";
import { park, settle } from "./settle";
import { configuredTransport, type Delivery, type OutgoingMail, type Transport } from "./transport";

/** Resend forgets idempotency keys after 24 hours: what was first tried longer ago could arrive twice (ML-02). */
const SAFE_TO_REPEAT_SECONDS = 23 * 3600;
/** A job ends after so long and a new one goes on, so that stopping the app never waits for a whole mailing. */
const SHIFT_MS = 50_000;
/** Two requests under way at a time: a slow one does not hold up a passcode. */
const LANES = 2;

type Options = { transport?: Transport; batchSize?: number };

let underWay = false;

/**
 * The job "mail.deliver": sends what is due and asks to be called again for what is due later. A second call in this
 * process returns at once, since the first one sees the same mails.
 */
export async function deliverMailJob(): Promise<void> {
  if (underWay) return;
  underWay = true;
  try {
    await deliverMail();
  } finally {
    underWay = false;
  }
  const due = (await hasDueMail(now())) && !(await findMailSetting(db)).paused;
  // More is due after a full shift, or while the provider asked for a rest.
  const next = due ? addSeconds(now(), 1) : await nextDueAt();
  if (next) await inTransaction((tx) => enqueue(tx, "mail.deliver", {}, { runAt: next, jobKey: "mail.deliver.next" }));
}

/** Sends everything that is due, in this process. Any number of processes may do so at once, and any may be killed. */
export async function deliverMail({ transport = configuredTransport(), batchSize }: Options = {}): Promise<void> {
  const size = Math.min(batchSize ?? transport.batchSize, transport.batchSize);
  const signal = AbortSignal.timeout(SHIFT_MS);
  const lane = async () => {
    while (!signal.aborted && (await deliverNext(transport, size)));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Sends one batch. False when there is nothing to do now. */
async function deliverNext(transport: Transport, size: number): Promise<boolean> {
  if ((await findMailSetting(db)).paused || !(await hasDueMail(now()))) return false;
  if (transport.paceMs > 0 && (await restSeconds()) > 0) return false;
  const batch = await claimBatch(now(), { size });
  if (!batch) return false;
  if (isBefore(batch.firstAttemptAt, addSeconds(now(), -SAFE_TO_REPEAT_SECONDS)))
    await park(batch, { at: now(), reason: "first_attempt_too_old" });
  else await send(transport, batch);
  return true;
}

async function send(transport: Transport, batch: ClaimedBatch) {
  const stored = await mailsOf(batch.id);
  const ids = stored.map(({ id }) => id);
  const mails: OutgoingMail[] = [];
  for (const row of stored) {
    const attachments = await attachmentsOf(row.attachments);
    if (!attachments) return settle(batch, { kind: "refused", reason: "attachment_missing" }, { ids, at: now() });
    mails.push({
      id: row.id,
      to: { email: row.toEmail, name: row.toName },
      from: { email: env().MAIL_FROM, name: row.fromName },
      replyTo: row.replyTo,
      subject: row.subject,
      html: row.html,
      text: row.text,
      headers: z.record(z.string(), z.string()).parse(row.headers),
      attachments,
    });
  }
  const delivery: Delivery = (await takeTurn(transport.paceMs))
    ? await transport.send(mails, batch.id)
    : { kind: "later", reason: "provider_rests", afterSeconds: await restSeconds() };
  if (delivery.kind === "later" && delivery.afterSeconds) await holdTurns(delivery.afterSeconds);
  await settle(batch, delivery, { ids, at: now() });
}

const storedAttachments = z.array(
  z.object({
    filename: z.string(),
    contentType: z.string(),
    fileId: z.string().optional(),
    content: z.string().optional(),
  }),
);

/** Attachments with their bytes; null when a file is gone. */
async function attachmentsOf(column: unknown): Promise<OutgoingMail["attachments"] | null> {
  const attachments: OutgoingMail["attachments"] = [];
  for (const { filename, contentType, fileId, content } of storedAttachments.parse(column)) {
    const bytes = fileId ? (await readStoredFile(db, fileId))?.bytes : Buffer.from(content ?? "", "base64");
    if (!bytes) return null;
    attachments.push({ filename, contentType, bytes });
  }
  return attachments;
}
