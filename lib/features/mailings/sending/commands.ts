import "server-only";
import type { AccountActor, Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import type { HistoryData, HistoryName } from "@/lib/platform/history/catalogue";
import { record } from "@/lib/platform/history/record";
import { cancelMails, decideParked, MAIL_PRIORITY, queueMail, requeueMails } from "@/lib/platform/mail/queue";
import { refuse } from "@/lib/platform/refusal";
import { isDeliverable } from "@/lib/values/email-address";
import { newId } from "@/lib/values/id";
import { addSeconds } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { promiseWork } from "../deliveries/commands";
import { lockDraft, lockMailing } from "../drafts/queries";
import { findMailing, type MailingRecord } from "../queries";
import { buildRecipients, findChosenClients, receiversOf } from "../recipients/commands";
import { findGaps, previewLetter, sendFactsOf } from "../reviews/queries";
import { HOLD_SECONDS, mailSource, onlyClient, sendBlockers } from "../rules";
import type { MailingInput, MailingStatus, SendMailingInput, TestLetterInput } from "../schema";

const TIMEOUT = { timeoutMs: 120_000 };

/** Many people are written to only with a confirmed password; one client's people without. */
function mustBeAllowed(actor: Actor, { selection }: MailingRecord): asserts actor is AccountActor {
  if (actor.kind !== "account") refuse("not_permitted", "refusals.notPermitted");
  if (actor.can("mailings.send")) return;
  if (!actor.can("mailings.send-one")) refuse("not_permitted", "refusals.notPermitted");
  if (!onlyClient(selection)) refuse("needs_confirmation", "refusals.needsConfirmation");
}

async function move(tx: Tx, { id }: MailingRecord, change: { status: MailingStatus; heldUntil?: Date | null }) {
  await tx.mailing.update({ where: { id }, data: change, select: { id: true } });
}

type MailingFact = Extract<HistoryName, `mailing.${string}`>;

async function note<Kind extends MailingFact>(
  tx: Tx,
  actor: Actor,
  { kind, mailing, data }: { kind: Kind; mailing: MailingRecord; data: Omit<HistoryData<Kind>, "subject"> },
) {
  const told = { subject: mailing.subject, ...data } as HistoryData<Kind>;
  await record(tx, actor, { kind, subject: { kind: "mailing", id: mailing.id }, data: told });
}

/**
 * Sends a reviewed mailing off: it waits half a minute to be taken back, then leaves. Who gets it is worked out once
 * more; if that is not what the person reviewed, nothing is sent and the review shows the new list (ML-03).
 * @throws {RefusalError} not_a_draft, recipients_changed, needs_confirmation, or a blocker of the review
 */
export async function sendMailing(actor: Actor, input: SendMailingInput): Promise<void> {
  const { mailingId, receivers: seen, copyToSender, logInStream } = input;
  const chosen = await findChosenClients(actor, mailingId);
  const isSame = await inTransaction(async (tx) => {
    const mailing = await lockDraft(tx, actor, { mailingId });
    mustBeAllowed(actor, mailing);
    if (!mailing.recipientsAt) refuse("no_recipients_chosen", "mailings.blockers.no_recipients_chosen");
    const reviewed = await receiversOf(tx, mailingId);
    const found = await buildRecipients(tx, mailing, chosen);
    // The new list is kept although the answer is no: it is what has to be looked at next.
    if (found.count !== seen || found.digest !== reviewed.digest) return false;
    await mustBeReady(tx, { ...mailing, receivers: found.count });
    const at = now();
    const heldUntil = addSeconds(at, HOLD_SECONDS);
    await tx.mailing.update({
      where: { id: mailingId },
      data: { status: "HELD", heldUntil, senderId: actor.accountId, copyToSender, logInStream, sentAt: at },
      select: { id: true },
    });
    await note(tx, actor, { kind: "mailing.started", mailing, data: { people: found.count } });
    await promiseWork(tx, mailingId, { runAt: heldUntil });
    return true;
  }, TIMEOUT);
  if (!isSame) refuse("recipients_changed", "mailings.refusals.recipientsChanged");
}

async function mustBeReady(tx: Tx, mailing: MailingRecord) {
  const gaps = await findGaps(mailing, tx);
  const [blocker] = sendBlockers(sendFactsOf(mailing, { gaps: gaps.count }));
  if (blocker) refuse(blocker, `mailings.blockers.${blocker}`, { values: { count: gaps.count } });
}

/** Does not wait for the half minute to pass. */
export async function sendNow(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  await inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, actor, { mailingId });
    mustBeAllowed(actor, mailing);
    if (mailing.status !== "HELD") refuse("not_held", "mailings.refusals.moved");
    await move(tx, mailing, { status: "HELD", heldUntil: now() });
    await promiseWork(tx, mailingId);
  });
}

/**
 * Stops a mailing where it is: within the half minute it is a draft again, later everything that has not left stays
 * here until somebody resumes it.
 */
export async function stopMailing(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  await inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, actor, { mailingId });
    if (mailing.status === "HELD") {
      await move(tx, mailing, { status: "DRAFT", heldUntil: null });
      return note(tx, actor, { kind: "mailing.undone", mailing, data: {} });
    }
    if (mailing.status !== "SENDING") refuse("not_sending", "mailings.refusals.moved");
    const unsent = (await cancelMails(tx, mailSource(mailingId))) + (await countReady(tx, mailingId));
    if (unsent === 0) refuse("nothing_to_stop", "mailings.refusals.nothingToStop");
    await markStopped(tx, mailingId);
    await move(tx, mailing, { status: "STOPPED" });
    await note(tx, actor, { kind: "mailing.stopped", mailing, data: { unsent } });
  }, TIMEOUT);
}

function countReady(tx: Tx, mailingId: string): Promise<number> {
  return tx.mailingRecipient.count({ where: { mailingId, state: "READY" } });
}

async function markStopped(tx: Tx, mailingId: string) {
  await execute(
    sql`update mailing_recipients r set state = 'STOPPED' from outbox_mails o
      where r.mailing_id = ${mailingId}::uuid and r.state = 'QUEUED' and o.id = r.outbox_id and o.state = 'CANCELLED'`,
    tx,
  );
}

/** Goes on with exactly those letters that have not left, but for people who unsubscribed meanwhile. */
export async function resumeMailing(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  await inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, actor, { mailingId });
    mustBeAllowed(actor, mailing);
    if (mailing.status !== "STOPPED") refuse("not_stopped", "mailings.refusals.moved");
    await execute(
      sql`update mailing_recipients r set state = 'SKIPPED', reason = 'unsubscribed'
        where r.mailing_id = ${mailingId}::uuid and r.state = 'STOPPED'
          and exists (select from unsubscribes u where u.email = r.email)`,
      tx,
    );
    const stopped = await tx.mailingRecipient.findMany({
      where: { mailingId, state: "STOPPED" },
      select: { outboxId: true },
    });
    await queueAgain(
      tx,
      mailingId,
      stopped.flatMap(({ outboxId }) => outboxId ?? []),
    );
    await move(tx, mailing, { status: "SENDING" });
    await note(tx, actor, { kind: "mailing.resumed", mailing, data: {} });
    await promiseWork(tx, mailingId);
  }, TIMEOUT);
}

async function queueAgain(tx: Tx, mailingId: string, outboxIds: readonly string[]): Promise<number> {
  const waiting = await requeueMails(tx, outboxIds);
  return execute(
    sql`update mailing_recipients set state = 'QUEUED', reason = null
      where mailing_id = ${mailingId}::uuid and outbox_id = any(${waiting}::uuid[])`,
    tx,
  );
}

type Failed = { id: string; outboxId: string | null; address: string | null; isSame: boolean };

/**
 * Tries failed letters again: the same letter where the address is the same, a new one where it was corrected or the
 * letter could not be made. Of whom neither holds nothing is tried.
 * @throws {RefusalError} nothing_to_retry
 */
export async function retryFailed(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  await inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, actor, { mailingId });
    mustBeAllowed(actor, mailing);
    if (mailing.status !== "SENT" && mailing.status !== "STOPPED") refuse("still_moving", "mailings.refusals.moved");
    const failed = await rows<Failed>(
      sql`select r.id, r.outbox_id as "outboxId", k.email::text as address, k.email = r.email as "isSame"
        from mailing_recipients r join contacts k on k.id = r.contact_id and k.deleted_at is null and not k.do_not_mail
        where r.mailing_id = ${mailingId}::uuid and r.state = 'FAILED'
          and not exists (select from unsubscribes u where u.email = k.email)`,
      tx,
    );
    const again = failed.flatMap(({ outboxId, isSame }) => (outboxId && isSame ? [outboxId] : []));
    const anew = failed.filter(({ outboxId, isSame }) => !outboxId || !isSame);
    const people = (await queueAgain(tx, mailingId, again)) + (await makeAnew(tx, mailingId, anew));
    if (people === 0) refuse("nothing_to_retry", "mailings.refusals.nothingToRetry");
    await move(tx, mailing, { status: "SENDING" });
    await note(tx, actor, { kind: "mailing.retried", mailing, data: { people } });
    await promiseWork(tx, mailingId);
  }, TIMEOUT);
}

/** Readers whose letter has to be written anew; an address that is in the mailing already is not mailed twice. */
async function makeAnew(tx: Tx, mailingId: string, readers: readonly Failed[]): Promise<number> {
  const usable = readers.filter(({ address }) => address && isDeliverable(address));
  const once = [...new Map(usable.map((reader) => [reader.address?.toLowerCase(), reader])).values()];
  return execute(
    sql`update mailing_recipients r set state = 'READY', email = n.email::citext, outbox_id = null, reason = null
      from unnest(${once.map(({ id }) => id)}::uuid[], ${once.map(({ address }) => address)}::text[]) as n (id, email)
      where r.id = n.id and not exists (select from mailing_recipients other where other.mailing_id = ${mailingId}::uuid
        and other.email = n.email::citext and other.state <> 'SKIPPED' and other.id <> r.id)`,
    tx,
  );
}

/**
 * Sends letters once more of which nobody can say whether they arrived (ML-02). Only a person may decide that one may
 * arrive twice.
 */
export async function sendUnclear(actor: Actor, { mailingId }: MailingInput): Promise<void> {
  await inTransaction(async (tx) => {
    const mailing = await lockMailing(tx, actor, { mailingId });
    mustBeAllowed(actor, mailing);
    if (mailing.status !== "SENT" && mailing.status !== "STOPPED") refuse("still_moving", "mailings.refusals.moved");
    const people = await decideParked(tx, mailSource(mailingId), { decision: "send-again" });
    if (people === 0) refuse("nothing_to_retry", "mailings.refusals.moved");
    await move(tx, mailing, { status: "SENDING" });
    await note(tx, actor, { kind: "mailing.retried", mailing, data: { people } });
    await promiseWork(tx, mailingId);
  }, TIMEOUT);
}

/** Mails one letter, filled for the person it is for, to the member of staff who asks; nobody else gets anything. */
export async function sendTestLetter(actor: Actor, { mailingId, position }: TestLetterInput): Promise<void> {
  if (actor.kind !== "account") refuse("not_permitted", "refusals.notPermitted");
  const mailing = (await findMailing(actor, mailingId)) ?? refuse("not_found", "refusals.notFound");
  const previewed = await previewLetter(mailing, position);
  if (!previewed) refuse("nobody_receives_it", "mailings.blockers.nobody_receives_it");
  const { subject, html, text } = previewed.letter;
  await inTransaction((tx) =>
    queueMail(tx, {
      source: `mailing-test:${newId()}`,
      to: { email: actor.email, name: actor.name },
      subject: `[Test] ${subject}`,
      html,
      text,
      priority: MAIL_PRIORITY.single,
    }),
  );
}
