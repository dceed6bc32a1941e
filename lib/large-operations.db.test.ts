import { beforeAll, expect, it } from "vitest";
import { applySafeMerge, planSafeMerge } from "@/lib/features/contacts/merges/batches/commands";
import { applyUpdate } from "@/lib/features/updates/commands";
import { operations } from "@/lib/operations";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { workOnOperation } from "@/lib/platform/operation/run";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { planned } from "@/prisma/factories/updates";

/** A hundredth of the size people meet; `OPERATION_SCALE=100` with `--reporter=verbose` says how long the whole takes. */
const SCALE = Number(process.env.OPERATION_SCALE ?? 1);
const CLIENTS = 100 * SCALE;
const GROUPS = 5 * SCALE;

type Timed = { annotate: (message: string) => Promise<unknown> };

let administrator: AccountActor;

beforeAll(async () => {
  const { id: accountId } = await make.account({ role: "ADMINISTRATOR" });
  administrator = accountActor("administrator", { accountId, confirmed: true });
});

/** Does something and tells how long it took. */
async function timed<Result>({ annotate }: Timed, name: string, work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  await annotate(`${name}: ${Math.round(performance.now() - started)} ms`);
  return result;
}

const worked = (operationId: string) => workOnOperation(operationId, operations);
const undone = async (operationId: string) => {
  await inTransaction((tx) => undoOperation(tx, operationId));
  await worked(operationId);
};

it("hands thousands of clients to another practitioner and back in one operation", async ({ annotate }) => {
  const [from, to] = [await make.practitioner(), await make.practitioner()];
  const { centerId, statusId } = await make.client();
  await execute(sql`insert into clients (number, name, center_id, status_id, practitioner_id)
    select 'L' || n, 'Handed on ' || n, ${centerId}::uuid, ${statusId}::uuid, ${from.id}::uuid from generate_series(1, ${CLIENTS}::int) n`);
  const query = "all=true&q=Handed on";
  const of = (practitionerId: string) => db.client.count({ where: { practitionerId } });
  const plan = () => planned(administrator, { noun: "clients", field: "practitioner", value: to.id, query });
  const operationId = await timed({ annotate }, `preview of ${CLIENTS} clients`, plan);
  await timed({ annotate }, `${CLIENTS} clients changed`, async () => {
    await applyUpdate(administrator, { operationId });
    await worked(operationId);
  });
  expect([await of(from.id), await of(to.id)]).toEqual([0, CLIENTS]);
  expect(await db.historyEntry.count({ where: { operationId, kind: "client.edited" } })).toBe(CLIENTS);
  await timed({ annotate }, `${CLIENTS} clients taken back`, () => undone(operationId));
  expect([await of(from.id), await of(to.id)]).toEqual([CLIENTS, 0]);
}, 300_000);

it("merges hundreds of groups that nothing contradicts and parts them again in one operation", async ({ annotate }) => {
  await execute(sql`insert into contacts (first_name, last_name, email)
    select 'Same', 'Person', 'large-' || n / 2 || '@example.org' from generate_series(0, ${2 * GROUPS - 1}::int) n`);
  const live = () => db.contact.count({ where: { email: { startsWith: "large-" }, deletedAt: null } });
  const plan = () => planSafeMerge(administrator, { title: "Safe" });
  const operationId = await timed({ annotate }, `preview of ${GROUPS} groups`, plan);
  await timed({ annotate }, `${GROUPS} groups merged`, async () => {
    await applySafeMerge(administrator, { operationId });
    await worked(operationId);
  });
  expect(await live()).toBe(GROUPS);
  await timed({ annotate }, `${GROUPS} groups parted`, () => undone(operationId));
  expect(await live()).toBe(2 * GROUPS);
}, 300_000);
