import { beforeAll, expect, it } from "vitest";
import { recordPayment } from "@/lib/features/billing/commands";
import { recordInvoice } from "@/lib/features/billing/invoices/commands";
import { recordInvoiceInput } from "@/lib/features/billing/invoices/schema";
import { recordPaymentInput } from "@/lib/features/billing/schema";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { findSnapshot } from "./queries";

let staff: AccountActor;
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
});

const usd = (cents: number) => ({ cents, currency: "USD" });
const invoice = (clientId: string, issuedOn: string, amount: string) =>
  recordInvoice(staff, recordInvoiceInput.parse({ clientId, amount, issuedOn, dueOn: issuedOn }));
const pay = (clientId: string, receivedOn: string, amount: string) =>
  recordPayment(
    staff,
    recordPaymentInput.parse({ clientId, amount, receivedOn, method: "check", idempotencyKey: newId() }),
  );
const when = { zone: "America/Chicago", at: new Date("2026-11-22T18:00:00Z") };

it("S4-23 a new client has never paid and stands at nothing", async () => {
  const client = await make.client({ standing: "PROSPECT" });
  const nothing = usd(0);
  expect(await findSnapshot(staff, { clientId: client.id, ...when })).toEqual({
    lastPayment: null,
    yearToDate: nothing,
    lifetime: nothing,
    balance: nothing,
  });
});

it("S4-22 last payment, year to date, lifetime and what is still owed come from the ledger, in one query", async () => {
  const client = await make.client();
  await invoice(client.id, "2025-12-31", "100.00");
  await invoice(client.id, "2026-01-01", "50.25");
  await invoice(client.id, "2026-11-22", "20.00");
  const number = await invoice(client.id, "2026-02-01", "999.00");
  await db.invoice.update({ where: { number }, data: { voidedAt: new Date("2026-02-02T12:00:00Z") } });
  await pay(client.id, "2026-01-10", "100.00");
  await pay(client.id, "2026-03-05", "30.25");
  await invoice((await make.client()).id, "2026-01-01", "7.00");
  const statements = await countingQueries(async () => {
    expect(await findSnapshot(staff, { clientId: client.id, ...when })).toEqual({
      lastPayment: { amount: usd(30_25), receivedOn: "2026-03-05" },
      yearToDate: usd(70_25),
      lifetime: usd(170_25),
      balance: usd(40_00),
    });
  });
  expect(statements).toBe(1);
});

it("S4-22 money is for administrators and staff only", async () => {
  const client = await make.client();
  const serving = await make.practitioner();
  await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: serving.id } });
  const practitioner = accountActor("practitioner", { practitionerId: serving.id });
  const owner = contactActor(newId(), [{ clientId: client.id, isOwner: true }]);
  for (const other of [practitioner, owner])
    expect(await findSnapshot(other, { clientId: client.id, ...when })).toBeNull();
});

it("invoices are numbered, and twenty recorded at once have twenty numbers", async () => {
  const client = await make.client();
  const numbers = await Promise.all(Array.from({ length: 20 }, () => invoice(client.id, "2026-05-01", "1.00")));
  expect(new Set(numbers).size).toBe(20);
  const due = { clientId: client.id, amount: "1", issuedOn: "2026-05-02", dueOn: "2026-05-01" };
  expect(recordInvoiceInput.safeParse(due).success).toBe(false);
});
