import "server-only";
import { findClient } from "@/lib/features/clients/record/queries";
import type { ClientRecord } from "@/lib/features/clients/record/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn, localDateOf } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { formatMoney } from "@/lib/values/format";
import { newId } from "@/lib/values/id";
import { money } from "@/lib/values/money";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { paymentBlocker } from "./rules";
import type { DeletePaymentInput, RecordPaymentInput } from "./schema";

/**
 * Records what a client paid; only a client of standing ACTIVE can. The same form sent again answers the payment it made
 * the first time, also when the client's status changed since. Answers the payment's id.
 */
export async function recordPayment(actor: Actor, input: RecordPaymentInput): Promise<string> {
  const { clientId, amount, receivedOn, method, reference, idempotencyKey } = input;
  return inTransaction(async (tx) => {
    // The status must not change between the check and the write; forms sent together wait for each other here.
    await rows(sql`select id from clients where id = ${clientId}::uuid for no key update`, tx);
    const client = await findClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    const sentBefore = await findSentBefore(tx, input);
    if (sentBefore) return sentBefore;
    checkPayment(client, receivedOn);
    const paymentId = newId();
    const recordedById = actor.kind === "account" ? actor.accountId : null;
    const paid = { amountCents: amount.cents, currency: amount.currency, receivedOn: dateColumn(receivedOn) };
    await tx.payment.create({
      data: { id: paymentId, clientId, ...paid, method, reference, recordedById, idempotencyKey, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, {
      kind: "payment.recorded",
      subject: { kind: "payment", id: paymentId },
      clientIds: [clientId],
      data: { amount: formatMoney(amount, "en"), method, receivedOn, reference },
    });
    return paymentId;
  });
}

/** Deletes a payment that should not be there; history keeps both. @throws {RefusalError} not_found */
export async function deletePayment(actor: Actor, { paymentId, clientId }: DeletePaymentInput): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await findClient(actor, clientId, tx))) refuse("not_found", "refusals.notFound");
    const where = { id: paymentId, clientId };
    const payment = await tx.payment.findFirst({
      where,
      select: { amountCents: true, currency: true, receivedOn: true },
    });
    const { count } = await tx.payment.deleteMany({ where });
    if (!payment || count === 0) refuse("not_found", "refusals.notFound");
    const amount = formatMoney(money(payment.amountCents, payment.currency), "en");
    await record(tx, actor, {
      kind: "payment.deleted",
      subject: { kind: "payment", id: paymentId },
      clientIds: [clientId],
      data: { amount, receivedOn: localDateOf(payment.receivedOn) },
    });
  });
}

function checkPayment({ status, center }: ClientRecord, receivedOn: string): void {
  const blocker = paymentBlocker(status);
  if (blocker) refuse(blocker, `billing.refusals.${blocker}`, { values: { status: status.name } });
  if (receivedOn > dayIn(center.timeZone, now()))
    refuse("in_the_future", "billing.refusals.inTheFuture", { field: "receivedOn" });
}

/** The payment this form made already. A used form with something else in it is refused rather than swallowed. */
async function findSentBefore(tx: Tx, input: RecordPaymentInput): Promise<string | null> {
  const payment = await tx.payment.findUnique({
    where: { idempotencyKey: input.idempotencyKey },
    select: { id: true, clientId: true, amountCents: true, receivedOn: true, method: true, reference: true },
  });
  if (!payment) return null;
  const isSame =
    payment.clientId === input.clientId &&
    payment.amountCents === input.amount.cents &&
    localDateOf(payment.receivedOn) === input.receivedOn &&
    payment.method === input.method &&
    payment.reference === input.reference;
  return isSame ? payment.id : refuse("already_sent", "billing.refusals.alreadySent");
}
