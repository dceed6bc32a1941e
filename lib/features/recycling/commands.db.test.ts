import { beforeAll, describe, expect, it } from "vitest";
import { recordPayment } from "@/lib/features/billing/commands";
import { recordPaymentInput } from "@/lib/features/billing/schema";
import { findClient } from "@/lib/features/clients/record/queries";
import { cancelEvent, publishEvent } from "@/lib/features/training/commands";
import { findEvent, findOpenEvent } from "@/lib/features/training/queries";
import { registerSelf } from "@/lib/features/training/registrations/commands";
import { listRegistrationsOf, listRoster } from "@/lib/features/training/registrations/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { deleteRecord, restoreRecord } from "./commands";
import { emptyRecycleBin } from "./jobs";
import { findDeletable, listRecycled } from "./queries";

let staff: AccountActor;
beforeAll(async () => {
  const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
  staff = accountActor("staff", { name: "Ada Staff", accountId });
});

const payment = (clientId: string) =>
  recordPaymentInput.parse({
    clientId,
    amount: "10.00",
    receivedOn: "2026-03-10",
    method: "check",
    reference: "",
    idempotencyKey: newId(),
  });
const inBin = async (recordId: string) =>
  (await listRecycled(staff, undefined)).rows.find((row) => row.recordId === recordId) ?? null;

describe("deleting a client", () => {
  it("S3-01 S3-03 is refused while the client is in a session", async () => {
    const client = await make.client();
    const practitioner = await make.practitioner();
    await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId });
    await expect(deleteRecord(staff, { kind: "client", recordId: client.id })).rejects.toMatchObject({
      code: "has_sessions",
    });
    expect(await findDeletable(staff, { kind: "client", recordId: client.id })).toMatchObject({ sessions: 1 });
    expect(await findClient(staff, client.id)).not.toBeNull();
  });

  it("S3-02 S3-04 is refused while the client has payments, and works once they are gone", async () => {
    const client = await make.client();
    const paymentId = await recordPayment(staff, payment(client.id));
    await expect(deleteRecord(staff, { kind: "client", recordId: client.id })).rejects.toMatchObject({
      code: "has_payments",
    });
    await db.payment.delete({ where: { id: paymentId } });
    await deleteRecord(staff, { kind: "client", recordId: client.id });
    expect(await findClient(staff, client.id)).toBeNull();
    expect(await inBin(client.id)).toMatchObject({ kind: "client", name: client.name, deletedBy: "Ada Staff" });
    expect(
      await db.historyEntry.count({ where: { kind: "record.deleted", subjectKind: "client", subjectId: client.id } }),
    ).toBe(1);
  });

  it("S3-02 a payment and a deletion in the same moment leave no payment on a deleted client", async () => {
    for (let round = 0; round < 12; round += 1) {
      const client = await make.client();
      await Promise.allSettled([
        deleteRecord(staff, { kind: "client", recordId: client.id }),
        recordPayment(staff, payment(client.id)),
        recordPayment(staff, payment(client.id)),
      ]);
      const { deletedAt } = await db.client.findUniqueOrThrow({
        where: { id: client.id },
        select: { deletedAt: true },
      });
      const payments = await db.payment.count({ where: { clientId: client.id } });
      expect(deletedAt === null || payments === 0).toBe(true);
    }
  });

  it("S3-01 no session can be written on a deleted client, past every command", async () => {
    const client = await make.client();
    const practitioner = await make.practitioner();
    await deleteRecord(staff, { kind: "client", recordId: client.id });
    await expect(
      make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId }),
    ).rejects.toThrow(/of_live_clients|the client was deleted/);
  });

  it("twenty presses delete it once", async () => {
    const client = await make.client();
    const presses = await Promise.allSettled(
      Array.from({ length: 20 }, () => deleteRecord(staff, { kind: "client", recordId: client.id })),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.recycledRecord.count({ where: { recordId: client.id } })).toBe(1);
  });
});

describe("deleting a training event", () => {
  const registrationFor = (eventId: string, contactId: string) =>
    db.registration.create({
      data: { eventId, contactId, name: "Walter", email: "walter@mail.example", status: "CONFIRMED", createdAt: now() },
    });

  it("is refused while people count on it; cancelled, it goes to the bin and comes back with its people", async () => {
    const event = await make.trainingEvent();
    const { contact, client } = await make.clientWithOwner();
    const walter = contactActor(contact.id, [{ clientId: client.id, isOwner: true }]);
    await registrationFor(event.id, contact.id);
    const deletion = () => deleteRecord(staff, { kind: "event", recordId: event.id });
    await expect(deletion()).rejects.toMatchObject({ code: "has_registrations", values: { count: 1 } });
    await cancelEvent(staff, { eventId: event.id, reason: null });
    await deletion();
    expect(await findEvent(staff, event.id)).toBeNull();
    expect(await findOpenEvent(walter, event.id)).toBeNull();
    expect(await listRegistrationsOf(staff, { clientId: client.id, limit: 5 })).toEqual([]);
    await expect(publishEvent(staff, event.id)).rejects.toMatchObject({ code: "not_found" });
    await restoreRecord(staff, { recycledId: (await inBin(event.id))?.id ?? "" });
    expect((await listRoster(staff, event.id)).map(({ name }) => name)).toEqual(["Walter"]);
  });

  it("and a registration in the same moment never leave somebody with a place at nothing", async () => {
    for (let round = 0; round < 6; round += 1) {
      const event = await make.trainingEvent({ status: "PUBLISHED" });
      const { contact, client } = await make.clientWithOwner();
      const walter = contactActor(contact.id, [{ clientId: client.id, isOwner: true }]);
      await Promise.allSettled([
        registerSelf(walter, { eventId: event.id, clientId: client.id }),
        deleteRecord(staff, { kind: "event", recordId: event.id }),
      ]);
      const { deletedAt } = await db.trainingEvent.findUniqueOrThrow({ where: { id: event.id } });
      expect(await db.registration.count({ where: { eventId: event.id } })).toBe(deletedAt ? 0 : 1);
    }
  });

  it("leaves it to staff, and erases it after thirty days unless somebody was registered", async () => {
    const [empty, cancelled] = [await make.trainingEvent(), await make.trainingEvent()];
    await expect(
      deleteRecord(accountActor("practitioner"), { kind: "event", recordId: empty.id }),
    ).rejects.toMatchObject({ code: "not_found" });
    await registrationFor(cancelled.id, (await make.contact()).id);
    await cancelEvent(staff, { eventId: cancelled.id, reason: null });
    const ids = [empty.id, cancelled.id];
    for (const recordId of ids) await deleteRecord(staff, { kind: "event", recordId });
    await db.recycledRecord.updateMany({
      where: { recordId: { in: ids } },
      data: { deletedAt: new Date("2020-01-01T00:00:00Z") },
    });
    await emptyRecycleBin();
    expect(await db.trainingEvent.findMany({ where: { id: { in: ids } }, select: { id: true } })).toEqual([
      { id: cancelled.id },
    ]);
  });
});

describe("the recycle bin", () => {
  it("gives a client back with everything that hung on it", async () => {
    const { client, contact } = await make.clientWithOwner();
    const before = await findClient(staff, client.id);
    await deleteRecord(staff, { kind: "client", recordId: client.id });
    const row = await inBin(client.id);
    await restoreRecord(staff, { recycledId: row?.id ?? "" });
    const after = await findClient(staff, client.id);
    expect(after).toEqual({ ...before, version: 3 });
    expect(after?.contacts.map(({ id }) => id)).toEqual([contact.id]);
    expect(await inBin(client.id)).toBeNull();
  });

  it("tells who else has the address of a contact that comes back", async () => {
    const email = `twice-${newId().slice(-8)}@example.org`;
    const first = await make.contact({ email });
    await deleteRecord(staff, { kind: "contact", recordId: first.id });
    const second = await make.contact({ email });
    const row = await inBin(first.id);
    expect(await restoreRecord(staff, { recycledId: row?.id ?? "" })).toEqual({
      kind: "contact",
      recordId: first.id,
      sameAddress: second.id,
    });
  });

  it("keeps the primary contact of a client out of it", async () => {
    const { contact } = await make.clientWithOwner();
    await expect(deleteRecord(staff, { kind: "contact", recordId: contact.id })).rejects.toMatchObject({
      code: "is_primary",
    });
  });

  it("shows nothing to practitioners, and lets them restore nothing", async () => {
    const client = await make.client();
    await deleteRecord(staff, { kind: "client", recordId: client.id });
    const row = await inBin(client.id);
    const practitioner = accountActor("practitioner");
    expect((await listRecycled(practitioner, undefined)).rows).toEqual([]);
    await expect(restoreRecord(practitioner, { recycledId: row?.id ?? "" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await inBin(client.id)).not.toBeNull();
  });

  it("is emptied after thirty days, but of what a signature must be kept for", async () => {
    const gone = await make.client();
    const { client: kept, contact } = await make.clientWithOwner();
    await make.signature({ clientId: kept.id, contactId: contact.id });
    for (const { id } of [gone, kept]) await deleteRecord(staff, { kind: "client", recordId: id });
    await db.recycledRecord.updateMany({
      where: { recordId: { in: [gone.id, kept.id] } },
      data: { deletedAt: new Date("2020-01-01T00:00:00Z") },
    });
    await emptyRecycleBin();
    expect(await db.client.count({ where: { id: gone.id } })).toBe(0);
    expect(await db.client.count({ where: { id: kept.id, deletedAt: { not: null } } })).toBe(1);
    expect(await db.recycledRecord.count({ where: { recordId: { in: [gone.id, kept.id] } } })).toBe(0);
  });
});
