import { expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { make } from "@/prisma/factories/make";
import { clientsServedBy } from "./scope";

/** Who serves whom, told from the reasons themselves. */
async function reasons() {
  const found = await rows<{ pair: string }>(sql`
    select practitioner_id || ' ' || id as pair from clients where practitioner_id is not null
    union select practitioner_id || ' ' || client_id from client_practitioners
    union select sp.practitioner_id || ' ' || a.client_id from session_practitioners sp join attendances a on a.session_id = sp.session_id
    order by 1`);
  return found.map(({ pair }) => pair);
}

async function kept() {
  const found = await rows<{ pair: string }>(
    sql`select practitioner_id || ' ' || client_id as pair from clients_served order by 1`,
  );
  return found.map(({ pair }) => pair);
}

/** A session that is the only thing between the two. */
async function sessionOf(pair: { clientId: string; practitionerId: string; centerId: string }) {
  const { id } = await make.session(pair);
  await db.clientPractitioner.deleteMany({ where: { clientId: pair.clientId, practitionerId: pair.practitionerId } });
  return id;
}

async function serves(practitionerId: string, clientId: string) {
  const found = await rows<{ client_id: string }>(
    sql`${clientsServedBy(practitionerId)} and client_id = ${clientId}::uuid`,
  );
  return found.length > 0;
}

it("AZ a practitioner serves a client for as long as there is one reason, whichever it is", async () => {
  const [first, second] = [await make.practitioner(), await make.practitioner()];
  const client = await make.client({ practitionerId: first.id });
  expect(await serves(first.id, client.id)).toBe(true);
  expect(await serves(second.id, client.id)).toBe(false);

  await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: second.id } });
  const sessionId = await sessionOf({ clientId: client.id, practitionerId: first.id, centerId: client.centerId });
  await db.client.update({ where: { id: client.id }, data: { practitionerId: second.id } });
  expect(await serves(first.id, client.id)).toBe(true);
  expect(await kept()).toEqual(await reasons());

  await db.session.delete({ where: { id: sessionId } });
  expect(await serves(first.id, client.id)).toBe(false);
  await db.client.update({ where: { id: client.id }, data: { practitionerId: null } });
  expect(await serves(second.id, client.id)).toBe(true);
  await db.clientPractitioner.deleteMany({ where: { clientId: client.id } });
  expect(await serves(second.id, client.id)).toBe(false);
  expect(await kept()).toEqual(await reasons());
});

it("AZ follows sessions that get another practitioner or another client", async () => {
  const [first, second] = [await make.practitioner(), await make.practitioner()];
  const [client, other] = [await make.client(), await make.client()];
  const sessionId = await sessionOf({ clientId: client.id, practitionerId: first.id, centerId: client.centerId });
  await db.sessionPractitioner.updateMany({ where: { sessionId }, data: { practitionerId: second.id } });
  expect([await serves(first.id, client.id), await serves(second.id, client.id)]).toEqual([false, true]);
  await db.attendance.updateMany({ where: { sessionId }, data: { clientId: other.id } });
  expect([await serves(second.id, client.id), await serves(second.id, other.id)]).toEqual([false, true]);
  expect(await kept()).toEqual(await reasons());
});

it("AZ keeps the pair when one reason goes while another one comes", async () => {
  const practitioner = await make.practitioner();
  for (let round = 0; round < 15; round += 1) {
    const client = await make.client({ practitionerId: practitioner.id });
    const pair = { clientId: client.id, practitionerId: practitioner.id };
    await Promise.all([
      inTransaction(async (tx) => {
        await tx.client.update({ where: { id: client.id }, data: { practitionerId: null } });
        await rows(sql`select pg_sleep(${round % 3 === 0 ? 0.02 : 0})::text`, tx);
      }),
      inTransaction(async (tx) => {
        await rows(sql`select pg_sleep(${round % 3 === 1 ? 0.01 : 0})::text`, tx);
        await tx.clientPractitioner.create({ data: pair });
        await rows(sql`select pg_sleep(${round % 3 === 2 ? 0.02 : 0})::text`, tx);
      }),
    ]);
    expect(await serves(practitioner.id, client.id)).toBe(true);
  }
  expect(await kept()).toEqual(await reasons());
});
