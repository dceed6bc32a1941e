import { describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { workOnOperation } from "@/lib/platform/operation/run";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { letGo } from "./commands";
import { findLeaving } from "./queries";
import { NAMED, STAYS } from "./rules";
import { HANDOVERS, type Handover } from "./schema";

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error: { code?: string }) => error.code ?? String(error));
const soon = new Date(Date.now() + 7 * 86_400_000);
const createdAt = new Date();

/** Somebody with one of everything that can be handed over, and past work beside it. */
async function makeLeaver() {
  const center = await make.center();
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id, centerId: center.id });
  const client = await make.client({ centerId: center.id, practitionerId: practitioner.id });
  const assigned = await make.client({ centerId: center.id });
  await db.clientPractitioner.createMany({
    data: [client, assigned].map(({ id }) => ({ clientId: id, practitionerId: practitioner.id })),
    skipDuplicates: true,
  });
  await db.clientDefaults.create({ data: { clientId: client.id, practitionerId: practitioner.id } });
  const about = { clientId: client.id, practitionerId: practitioner.id, centerId: center.id };
  const past = await make.session(about);
  const future = await make.session(about);
  await db.session.update({ where: { id: future.id }, data: { startsAt: soon, endsAt: soon, status: "BOOKED" } });
  await db.task.create({ data: { subject: "Call Ana", assigneeId: account.id, createdById: account.id, createdAt } });
  await db.task.create({
    data: { subject: "Done", assigneeId: account.id, doneById: account.id, doneAt: createdAt, createdAt },
  });
  await make.prospect({ ownerId: account.id });
  const filter = { list: "clients", name: "Mine", query: {} };
  await db.savedFilter.create({ data: { ...filter, shared: true, ownerId: account.id } });
  const letter = { subject: "Hello", body: {}, selection: { all: false, ids: [], except: [] }, createdAt };
  await db.mailing.create({ data: { ...letter, senderId: account.id } });
  await db.mailing.create({ data: { ...letter, senderId: account.id, status: "SENT" } });
  await db.operation.create({
    data: { kind: "import", title: "list.csv", status: "DRAFT", input: {}, accountId: account.id, createdAt },
  });
  return { center, account, practitioner, client, assigned, past, future, filter };
}

/** Everything that names the two, table by table, to compare what was there before and after. */
async function picture(ids: readonly string[]) {
  const found: Record<string, unknown> = {};
  for (const { table, column } of NAMED) {
    found[`${table}.${column}`] = await rows(
      sql`select md5(string_agg(line, '|' order by line)) as print from (select (to_jsonb(t) - 'updated_at')::text as line
        from ${sqlName(table)} t where t.${sqlName(column)} = any(${[...ids]}::uuid[])) l`,
    );
  }
  return found;
}

async function lettingGo() {
  const leaver = await makeLeaver();
  const [heirAccount, heir] = [await make.account(), await make.practitioner({ centerId: leaver.center.id })];
  const adminAccount = await make.account({ role: "ADMINISTRATOR" });
  const admin = accountActor("administrator", { accountId: adminAccount.id, confirmed: true });
  const asked = { practitionerId: leaver.practitioner.id, accountId: null };
  const to = Object.fromEntries(
    HANDOVERS.map((handover) => {
      const named = NAMED.find((each) => each.handover === handover);
      return [handover, named?.to === "practitioner" ? heir.id : heirAccount.id];
    }),
  ) as Record<Handover, string>;
  return { ...leaver, admin, asked, to, heir, heirAccount };
}

describe("somebody who leaves", () => {
  it("S1-06 S1-07 S1-22 hands over everything still to be done, and keeps everything that was done", async () => {
    const { admin, asked, to, account, practitioner, client, assigned, past, future, heir, heirAccount } =
      await lettingGo();
    await db.savedFilter.create({ data: { list: "clients", name: "Mine", query: {}, ownerId: heirAccount.id } });
    const leaving = await findLeaving(admin, asked);
    expect(leaving?.groups.map(({ handover, count }) => [handover, count])).toEqual(
      expect.arrayContaining(HANDOVERS.map((handover) => [handover, 1])),
    );
    const pastBefore = await rows(
      sql`select to_jsonb(s) as row from session_practitioners s where session_id = ${past.id}::uuid`,
    );
    await letGo(admin, { ...asked, to });
    expect(
      await rows(sql`select to_jsonb(s) as row from session_practitioners s where session_id = ${past.id}::uuid`),
    ).toEqual(pastBefore);
    expect((await findLeaving(admin, asked))?.groups).toEqual([]);
    expect(await db.practitioner.findUnique({ where: { id: practitioner.id } })).toMatchObject({ status: "INACTIVE" });
    expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({ status: "INACTIVE" });
    expect(await db.client.findUnique({ where: { id: client.id } })).toMatchObject({ practitionerId: heir.id });
    const serving = await db.clientPractitioner.findMany({ where: { clientId: { in: [client.id, assigned.id] } } });
    expect(new Set(serving.map(({ practitionerId }) => practitionerId))).toEqual(new Set([heir.id]));
    expect(await db.sessionPractitioner.findMany({ where: { sessionId: future.id } })).toMatchObject([
      { practitionerId: heir.id },
    ]);
    expect(await db.task.count({ where: { assigneeId: account.id } })).toBe(1);
    expect(await db.mailing.count({ where: { senderId: account.id, status: "SENT" } })).toBe(1);
    expect(await db.savedFilter.count({ where: { ownerId: heirAccount.id, list: "clients" } })).toBe(2);
    expect(await db.historyEntry.count({ where: { kind: "client.edited", subjectId: client.id } })).toBe(1);
  });

  it("gets everything back when it is undone, but for the account, which stays closed", async () => {
    const { admin, asked, to, account, practitioner, heir, heirAccount } = await lettingGo();
    const ids = [account.id, practitioner.id, heir.id, heirAccount.id];
    const before = await picture(ids);
    const operationId = await letGo(admin, { ...asked, to });
    expect(await picture(ids)).not.toEqual(before);
    await inTransaction((tx) => undoOperation(tx, operationId));
    await workOnOperation(operationId, {});
    expect(await db.operation.findUnique({ where: { id: operationId } })).toMatchObject({ status: "UNDONE" });
    const left = await rows(
      sql`select undo from operation_rows where operation_id = ${operationId}::uuid and undo <> 'undone'`,
    );
    expect(left).toEqual([]);
    expect(await picture(ids)).toEqual(before);
    expect(await db.practitioner.findUnique({ where: { id: practitioner.id } })).toMatchObject({ status: "ACTIVE" });
    expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({ status: "INACTIVE" });
  });

  it("leaves nothing with nobody: each kind needs somebody active, or nothing happens at all", async () => {
    const { admin, asked, to, account, heir } = await lettingGo();
    const { clients: _, ...without } = to;
    expect(await codeOf(letGo(admin, { ...asked, to: without }))).toBe("successor_needed");
    await db.practitioner.update({ where: { id: heir.id }, data: { status: "INACTIVE" } });
    expect(await codeOf(letGo(admin, { ...asked, to }))).toBe("successor_needed");
    expect(await db.account.findUnique({ where: { id: account.id } })).toMatchObject({ status: "ACTIVE" });
  });

  it("is never the one who asks", async () => {
    const { asked, to, account } = await lettingGo();
    const self = accountActor("administrator", { accountId: account.id, confirmed: true });
    expect(await codeOf(letGo(self, { ...asked, to }))).toBe("own_account");
  });

  it("is looked for in every column of the database that names an account or a practitioner", async () => {
    const found = await rows<{ column: string }>(sql`
      select c.conrelid::regclass || '.' || a.attname as column from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
      where c.contype = 'f' and c.confrelid in ('accounts'::regclass, 'practitioners'::regclass)`);
    const known = [...NAMED.map(({ table, column }) => `${table}.${column}`), ...Object.keys(STAYS)];
    expect(found.length).toBeGreaterThan(20);
    expect(found.map(({ column }) => column).filter((column) => !known.includes(column))).toEqual([]);
  });
});
