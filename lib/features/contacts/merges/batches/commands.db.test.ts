import { expect, it } from "vitest";
import { operations } from "@/lib/operations";
import { db, inTransaction } from "@/lib/platform/db/db";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { listOperationRows } from "@/lib/platform/operation/queries";
import { workOnOperation } from "@/lib/platform/operation/run";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { applySafeMerge, planSafeMerge } from "./commands";

const { id: accountId } = await make.account({ role: "STAFF" });
const actor = accountActor("staff", { accountId, confirmed: true });

async function people(count: number, data: Parameters<typeof make.contact>[0] = {}) {
  const email = `safe-${newId()}@example.org`;
  const made = [];
  for (let index = 0; index < count; index++)
    made.push(await make.contact({ firstName: "Wanda", lastName: "Same", phone: null, email, ...data }));
  return { email, ids: made.map(({ id }) => id) };
}

const live = (ids: string[]) => db.contact.count({ where: { id: { in: ids }, deletedAt: null } });

it("S2-08 groups that nothing contradicts become one in one go, the others are listed with what differs, and all of it is taken back", async () => {
  const safe = await people(3);
  const other = await people(2);
  await db.contact.update({ where: { id: other.ids[1] ?? "" }, data: { lastName: "Other" } });
  const phones = await people(2);
  for (const [index, id] of phones.ids.entries())
    await db.contact.update({ where: { id }, data: { phone: `+131255501${index}0` } });
  const raced = await people(2);

  const operationId = await planSafeMerge(actor, { title: "Safe" });
  const { rows: seen } = await listOperationRows(operationId);
  const why = new Map(seen.map(({ source, reasons }) => [(source as { address: string }).address, reasons[0]?.code]));
  expect([why.get(safe.email), why.get(other.email), why.get(phones.email)]).toEqual([
    undefined,
    "names_differ",
    "phones_differ",
  ]);
  await db.contact.update({ where: { id: raced.ids[0] ?? "" }, data: { deletedAt: new Date() } });
  await applySafeMerge(actor, { operationId });
  await workOnOperation(operationId, operations);
  expect([await live(safe.ids), await live(other.ids), await live(phones.ids)]).toEqual([1, 2, 2]);
  const { rows: came } = await listOperationRows(operationId, { choice: "refused" });
  expect(came.map(({ source }) => (source as { address: string }).address)).toContain(raced.email);
  const told = await db.historyEntry.count({ where: { operationId, kind: "contact.merged" } });
  expect(told).toBe(1);

  await inTransaction((tx) => undoOperation(tx, operationId));
  await workOnOperation(operationId, operations);
  expect(await live(safe.ids)).toBe(3);
});
