import { systemActor } from "@/lib/platform/access/actor";
import { dateColumn } from "@/lib/platform/db/columns";
import { db, inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { record } from "@/lib/platform/history/record";
import { addDays, type LocalDate } from "@/lib/values/date";
import { formatMoney } from "@/lib/values/format";
import { newId } from "@/lib/values/id";
import { CURRENCY, money } from "@/lib/values/money";
import { sql } from "@/lib/values/sql";
import { toInstant } from "@/lib/values/wall-clock";
import { type Chance, pick } from "./chance";
import type { DemoClient } from "./clients";

type Context = { clients: DemoClient[]; today: LocalDate; chance: Chance };
type Amount = { client: DemoClient; day: LocalDate; cents: number };

const actor = systemActor("demonstration");
const TERMS_DAYS = 30;

/** What some clients were asked to pay over the last year and a half, most of it paid, one lately and one not at all. */
export async function seedMoney({ clients, today, chance }: Context) {
  const active = await db.client.findMany({ where: { status: { standing: "ACTIVE" } }, select: { id: true } });
  const known = new Set(active.map(({ id }) => id));
  const billed = clients.filter(({ id, reportable }, place) => reportable && known.has(id) && place % 3 === 0);
  for (const [place, client] of billed.entries()) {
    for (const daysAgo of [480, 210, 75, 20].slice(place % 3)) {
      const day = addDays(today, -daysAgo - (place % 7));
      const cents = pick([12_000, 18_500, 24_000, 36_000, 48_000], chance);
      await seedInvoice({ client, day, cents });
      const paid = daysAgo > 60 && place !== 1;
      if (paid) await seedPayment({ client, day: addDays(day, 12), cents: place % 5 === 4 ? cents / 2 : cents });
    }
  }
}

const noon = ({ client, day }: Amount) => toInstant(day, "12:00", client.timeZone);

async function seedInvoice(invoice: Amount) {
  const { client, day, cents } = invoice;
  const at = noon(invoice);
  const dueOn = addDays(day, TERMS_DAYS);
  await inTransaction(async (tx) => {
    const [next] = await rows<{ number: string }>(sql`select nextval('invoice_number_seq')::text as number`, tx);
    const number = next?.number ?? "";
    const days = { issuedOn: dateColumn(day), dueOn: dateColumn(dueOn) };
    const { id } = await tx.invoice.create({
      data: { number, clientId: client.id, amountCents: cents, createdAt: at, ...days },
    });
    await record(tx, actor, {
      kind: "invoice.recorded",
      subject: { kind: "invoice", id },
      clientIds: [client.id],
      data: { number, amount: formatMoney(money(cents, CURRENCY), "en"), issuedOn: day, dueOn },
      at,
    });
  });
}

async function seedPayment(payment: Amount) {
  const { client, day, cents } = payment;
  const at = noon(payment);
  const reference = `Check ${1000 + Math.round(cents / 100)}`;
  await inTransaction(async (tx) => {
    const { id } = await tx.payment.create({
      data: {
        clientId: client.id,
        amountCents: cents,
        receivedOn: dateColumn(day),
        method: "check",
        reference,
        idempotencyKey: newId(),
        createdAt: at,
      },
    });
    await record(tx, actor, {
      kind: "payment.recorded",
      subject: { kind: "payment", id },
      clientIds: [client.id],
      data: { amount: formatMoney(money(cents, CURRENCY), "en"), receivedOn: day, method: "check", reference },
      at,
    });
  });
}
