import { beforeAll, expect, it } from "vitest";
import { recordPayment } from "@/lib/features/billing/commands";
import { recordPaymentInput } from "@/lib/features/billing/schema";
import { listClients } from "@/lib/features/clients/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { signInToPortal } from "@/lib/features/portal-logins/sign-ins/commands";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { db, inTransaction } from "@/lib/platform/db/db";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { listOperationRows } from "@/lib/platform/operation/queries";
import { workOnOperation } from "@/lib/platform/operation/run";
import { newId } from "@/lib/values/id";
import { accountActor, anonymousActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { countingQueries } from "@/prisma/factories/query-count";
import { changeClientStatuses } from "./commands";
import { clientStatusOperations } from "./jobs";

let staff: ReturnType<typeof accountActor>;

beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account({ role: "STAFF" })).id });
});

/** Takes an operation back as the worker does. */
async function takeBack(operationId: string | null) {
  await inTransaction((tx) => undoOperation(tx, operationId ?? ""));
  await workOnOperation(operationId ?? "", clientStatusOperations);
  return listOperationRows(operationId ?? "");
}

it("changes many clients in a few statements however many there are, each with its history and its line in the stream", async () => {
  const clients = await Promise.all(Array.from({ length: 30 }, () => make.client()));
  const statusId = await make.statusId("INACTIVE");
  const ids = clients.map(({ id }) => id);
  const change = { statusId, ids, except: [] };
  let done: Awaited<ReturnType<typeof changeClientStatuses>> | null = null;
  const statements = await countingQueries(async () => {
    done = await changeClientStatuses(staff, change);
  });
  expect(done).toMatchObject({ changed: 30, unchanged: 0 });
  expect(statements).toBeLessThan(20);
  const where = { subjectId: { in: ids }, kind: "client.status-changed" };
  expect(await db.historyEntry.count({ where })).toBe(30);
  expect(await db.streamEntry.count({ where })).toBe(30);
  const versions = await db.client.findMany({ where: { id: { in: ids } }, select: { version: true } });
  expect(new Set(versions.map(({ version }) => version))).toEqual(new Set([2]));
});

it("is taken back by undo, but for clients that somebody changed since, which are listed", async () => {
  const [left, back, same] = [await make.client(), await make.client(), await make.client()];
  const active = left.statusId;
  const inactive = await make.statusId("INACTIVE");
  await changeClientStatuses(staff, { statusId: inactive, ids: [same.id], except: [] });
  const ids = [left.id, back.id, same.id];
  const { operationId, ...counts } = await changeClientStatuses(staff, { statusId: inactive, ids, except: [] });
  expect(counts).toEqual({ changed: 2, unchanged: 1 });
  await db.client.update({ where: { id: left.id }, data: { city: "Peoria" } });

  const { rows: taken } = await takeBack(operationId);
  const undo = new Map(taken.map((row) => [row.subjectId, row.undo]));
  expect([undo.get(left.id), undo.get(back.id), undo.get(same.id)]).toEqual(["changed:clients", "undone", null]);
  const stored = await db.client.findMany({ where: { id: { in: ids } }, select: { id: true, statusId: true } });
  const status = new Map(stored.map((client) => [client.id, client.statusId]));
  expect([status.get(left.id), status.get(back.id), status.get(same.id)]).toEqual([inactive, active, inactive]);
  const told = { subjectId: back.id, kind: "client.status-changed" };
  const [newest] = await db.streamEntry.findMany({ where: told, orderBy: { id: "desc" }, take: 1 });
  expect(newest?.data).toMatchObject({ standing: "ACTIVE" });
});

it("S3-12 a client who has never had a session can stand as Prospect, is listed by the Prospect filter, and cannot sign in, be in sessions or pay", async () => {
  const { client, contact } = await make.clientWithOwner();
  const used = await make.client();
  const { id: practitionerId } = await make.practitioner();
  const statusId = await make.statusId("PROSPECT");
  expect(await changeClientStatuses(staff, { statusId, ids: [client.id], except: [] })).toMatchObject({ changed: 1 });

  expect(await findClient(staff, client.id)).toMatchObject({ status: { standing: "PROSPECT" }, sessionCount: 0 });
  const filter = { all: [{ field: "standing", operator: "one_of" as const, value: ["PROSPECT"] }] };
  const { rows } = await listClients(staff, { filter, sort: "newest", direction: "desc" });
  expect(rows.map(({ id }) => id)).toContain(client.id);
  expect(rows.map(({ id }) => id)).not.toContain(used.id);

  const name = contact.email ?? "";
  const enter = signInToPortal(anonymousActor({ ip: "192.0.2.7" }), { name, password: PASSWORD }, { userAgent: null });
  await expect(enter).rejects.toMatchObject({ code: "sign_in_failed" });
  const session = { date: "2026-03-10", start: "14:00", minutes: "45", type: "Online", practitionerId };
  const attend = recordSession(staff, recordSessionInput.parse({ ...session, clientId: client.id }));
  await expect(attend).rejects.toMatchObject({ code: "not_active" });
  const payment = { amount: "20", receivedOn: "2026-03-10", method: "cash", idempotencyKey: newId() };
  const pay = recordPayment(staff, recordPaymentInput.parse({ ...payment, clientId: client.id }));
  await expect(pay).rejects.toMatchObject({ code: "not_active" });
});
