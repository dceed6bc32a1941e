import { beforeAll, describe, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { recordPayment } from "./commands";
import { listPayments, PAYMENTS_SHOWN } from "./queries";
import { recordPaymentInput } from "./schema";

let staff: AccountActor;
beforeAll(async () => {
  const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
  staff = accountActor("staff", { name: "Ada Staff", accountId });
});

const asForm = (clientId: string, fields: Record<string, unknown> = {}) => ({
  clientId,
  amount: "1,120.50",
  receivedOn: "2026-03-10",
  method: "check",
  reference: "1042",
  idempotencyKey: newId(),
  ...fields,
});
const pay = (clientId: string, fields: Record<string, unknown> = {}) =>
  recordPayment(staff, recordPaymentInput.parse(asForm(clientId, fields)));
const countOf = (clientId: string) => db.payment.count({ where: { clientId } });

describe("recording a payment", () => {
  it("S3-10 an active client pays, to the cent, and the data stream says so", async () => {
    const client = await make.client();
    const id = await pay(client.id);
    expect(await listPayments(staff, { clientId: client.id })).toEqual([
      {
        id,
        amount: { cents: 112_050, currency: "USD" },
        receivedOn: "2026-03-10",
        method: "check",
        reference: "1042",
        recordedBy: "Ada Staff",
      },
    ]);
    const lines = await db.streamEntry.findMany({ where: { clientId: client.id } });
    expect(lines).toMatchObject([{ kind: "payment.recorded", actorName: "Ada Staff", data: { amount: "$1,120.50" } }]);
  });

  it("S3-10 an active pre-client and a client on hold for sessions pay too", async () => {
    const hold = await db.clientStatus.create({
      data: { name: "Hold for Credit Check", standing: "ACTIVE", blocksSessions: true, position: 9 },
    });
    for (const client of [await make.client({ kind: "PRE_CLIENT" }), await make.client({ statusId: hold.id })]) {
      await pay(client.id);
      expect(await countOf(client.id)).toBe(1);
    }
  });

  it.each(["INACTIVE", "PROSPECT"] as const)(
    "S3-11 an inactive or prospect client cannot pay: %s, neither by command nor past it",
    async (standing) => {
      const client = await make.client({ standing });
      await expect(pay(client.id)).rejects.toMatchObject({ code: "not_active" });
      const data = { clientId: client.id, amountCents: 100, method: "cash", idempotencyKey: newId() };
      await expect(db.payment.create({ data: { ...data, receivedOn: new Date("2026-03-10") } })).rejects.toThrow(
        "only active clients can make payments",
      );
      expect(await countOf(client.id)).toBe(0);
      expect(await db.streamEntry.count({ where: { clientId: client.id } })).toBe(0);
    },
  );

  it("S3-11 a payment that waits for a status change to end sees the new status", async () => {
    const client = await make.client();
    const statusId = await make.statusId("INACTIVE");
    const waiting = await inTransaction(async (tx) => {
      await tx.client.update({ where: { id: client.id }, data: { statusId }, select: { id: true } });
      const attempt = pay(client.id).catch((error) => error.code);
      await tx.$queryRaw`select pg_sleep(0.3)::text`;
      return { attempt };
    });
    expect(await waiting.attempt).toBe("not_active");
    expect(await countOf(client.id)).toBe(0);
  });

  it("the same form twice is one payment, also after the client left", async () => {
    const client = await make.client();
    const idempotencyKey = newId();
    const first = await pay(client.id, { idempotencyKey });
    await db.client.update({ where: { id: client.id }, data: { statusId: await make.statusId("INACTIVE") } });
    expect(await pay(client.id, { idempotencyKey })).toBe(first);
    expect(await countOf(client.id)).toBe(1);
  });

  it("twenty sendings of one form at once are one payment with one line in the stream", async () => {
    const client = await make.client();
    const idempotencyKey = newId();
    const ids = await Promise.all(Array.from({ length: 20 }, () => pay(client.id, { idempotencyKey })));
    expect(new Set(ids).size).toBe(1);
    expect(await countOf(client.id)).toBe(1);
    expect(await db.streamEntry.count({ where: { clientId: client.id } })).toBe(1);
  });

  it("a used form with other details in it is refused, not swallowed", async () => {
    const client = await make.client();
    const idempotencyKey = newId();
    await pay(client.id, { idempotencyKey });
    await expect(pay(client.id, { idempotencyKey, amount: "5" })).rejects.toMatchObject({ code: "already_sent" });
    const other = await make.client();
    await expect(pay(other.id, { idempotencyKey })).rejects.toMatchObject({ code: "already_sent" });
  });

  it("is refused for a day to come, for a removed client and for amounts that are none", async () => {
    const client = await make.client();
    await expect(pay(client.id, { receivedOn: "2999-01-01" })).rejects.toMatchObject({ field: "receivedOn" });
    await db.client.update({ where: { id: client.id }, data: { deletedAt: new Date("2026-01-01") } });
    await expect(pay(client.id)).rejects.toMatchObject({ code: "not_found" });
    const complaint = (amount: string) =>
      recordPaymentInput.safeParse(asForm(client.id, { amount })).error?.issues[0]?.message;
    expect(["", "0", "-5", "1.005", "12,34", "abc", "10,000,000.01"].map(complaint)).toEqual([
      "required",
      "billing.refusals.amount",
      "billing.refusals.amount",
      "money",
      "money",
      "money",
      "billing.refusals.amount",
    ]);
  });
});

describe("a client's payments", () => {
  it("are the last twenty, the newest first, and only for administrators and staff", async () => {
    const client = await make.client();
    for (let day = 1; day <= PAYMENTS_SHOWN + 2; day++) {
      await pay(client.id, { receivedOn: `2026-01-${String(day).padStart(2, "0")}` });
    }
    const shown = await listPayments(staff, { clientId: client.id });
    expect(shown).toHaveLength(PAYMENTS_SHOWN);
    expect(shown[0]?.receivedOn).toBe("2026-01-22");
    const serving = await make.practitioner();
    await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: serving.id } });
    const others = [
      accountActor("practitioner", { practitionerId: serving.id }),
      contactActor(newId(), [{ clientId: client.id, isOwner: true }]),
    ];
    for (const other of others) expect(await listPayments(other, { clientId: client.id })).toEqual([]);
  });

  it("S3-02 keep the client from being deleted", async () => {
    const client = await make.client();
    await pay(client.id);
    await expect(db.client.delete({ where: { id: client.id } })).rejects.toThrow();
    expect(await db.client.count({ where: { id: client.id } })).toBe(1);
  });
});
