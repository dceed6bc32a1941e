import "server-only";
import { findClient } from "@/lib/features/clients/record/queries";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { inTransaction, type Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { refuse } from "@/lib/platform/refusal";
import { formatMoney } from "@/lib/values/format";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { RecordInvoiceInput } from "./schema";

/** Records what a client is asked to pay, under the next number. Answers the invoice's number. */
export async function recordInvoice(actor: Actor, input: RecordInvoiceInput): Promise<string> {
  const { clientId, amount, issuedOn, dueOn } = input;
  return inTransaction(async (tx) => {
    const client = await findClient(actor, clientId, tx);
    if (!client) refuse("not_found", "refusals.notFound");
    const id = newId();
    const number = await nextInvoiceNumber(tx);
    const recordedById = actor.kind === "account" ? actor.accountId : null;
    const asked = { amountCents: amount.cents, currency: amount.currency };
    const days = { issuedOn: dateColumn(issuedOn), dueOn: dateColumn(dueOn) };
    await tx.invoice.create({
      data: { id, number, clientId, ...asked, ...days, recordedById, createdAt: now() },
      select: { id: true },
    });
    await record(tx, actor, {
      kind: "invoice.recorded",
      subject: { kind: "invoice", id },
      clientIds: [clientId],
      data: { number, amount: formatMoney(amount, "en"), issuedOn, dueOn },
    });
    return number;
  });
}

async function nextInvoiceNumber(tx: Tx): Promise<string> {
  const [found] = await rows<{ number: string }>(sql`select nextval('invoice_number_seq')::text as number`, tx);
  if (!found) throw new Error("invoice_number_seq gave no number");
  return found.number;
}
