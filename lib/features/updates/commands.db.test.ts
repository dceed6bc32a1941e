import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { listOperationRows } from "@/lib/platform/operation/queries";
import { workOnOperation } from "@/lib/platform/operation/run";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { planned, takenBack, updated } from "@/prisma/factories/updates";
import { applyUpdate, retryRefused } from "./commands";
import { updateOperations } from "./jobs";

let staff: ReturnType<typeof accountActor>;
let administrator: ReturnType<typeof accountActor>;

beforeAll(async () => {
  const { id: accountId } = await make.account({ role: "STAFF" });
  staff = accountActor("staff", { accountId });
  administrator = accountActor("administrator", { accountId, confirmed: true });
});

const clientsOf = (count: number, data = {}) => Promise.all(Array.from({ length: count }, () => make.client(data)));

it("S1-21, S1-24 changes the chosen clients in a few statements, each with one history entry tied to the operation", async () => {
  const clients = await clientsOf(30);
  const ids = clients.map(({ id }) => id);
  const statusId = await make.statusId("INACTIVE");
  const done: Awaited<ReturnType<typeof updated>>[] = [];
  const statements = await countingQueries(async () => {
    done.push(
      await updated(staff, { noun: "clients", field: "status", value: statusId, ids, except: ids.slice(0, 1) }),
    );
  });
  expect(done).toMatchObject([{ changed: 29, unchanged: 0, refused: 0 }]);
  expect(statements).toBeLessThan(60);
  const where = { subjectId: { in: ids }, kind: "client.status-changed" };
  const entries = await db.historyEntry.findMany({ where, select: { subjectId: true, operationId: true } });
  expect(entries).toHaveLength(29);
  expect(new Set(entries.map(({ operationId }) => operationId))).toEqual(
    new Set(done.map(({ operationId }) => operationId)),
  );
  const left = await db.client.findUniqueOrThrow({ where: { id: ids[0] }, select: { version: true, statusId: true } });
  expect(left).toEqual({ version: 1, statusId: clients[0]?.statusId });
});

it("is taken back by undo, but for clients that somebody changed since, which are listed", async () => {
  const [left, back, same] = await clientsOf(3);
  if (!left || !back || !same) throw new Error("no clients");
  const inactive = await make.statusId("INACTIVE");
  await updated(staff, { noun: "clients", field: "status", value: inactive, ids: [same.id] });
  const ids = [left.id, back.id, same.id];
  const { operationId, ...counts } = await updated(staff, { noun: "clients", field: "status", value: inactive, ids });
  expect(counts).toEqual({ changed: 2, unchanged: 1, refused: 0 });
  await db.client.update({ where: { id: left.id }, data: { city: "Peoria" } });

  await takenBack(operationId);
  const { rows } = await listOperationRows(operationId);
  const undo = new Map(rows.map((row) => [row.subjectId, row.undo]));
  expect([undo.get(left.id), undo.get(back.id), undo.get(same.id)]).toEqual(["changed:clients", "undone", null]);
  const stored = await db.client.findMany({ where: { id: { in: ids } }, select: { id: true, statusId: true } });
  const status = new Map(stored.map((client) => [client.id, client.statusId]));
  expect([status.get(left.id), status.get(back.id), status.get(same.id)]).toEqual([inactive, left.statusId, inactive]);
  const told = { subjectId: back.id, kind: "client.status-changed" };
  const [newest] = await db.streamEntry.findMany({ where: told, orderBy: { id: "desc" }, take: 1 });
  expect(newest?.data).toMatchObject({ standing: "ACTIVE" });
});

it("refuses a record that somebody changed between the preview and the update, and looks at it again when asked", async () => {
  const [one, two] = await clientsOf(2, { language: "en" });
  if (!one || !two) throw new Error("no clients");
  const operationId = await planned(staff, { noun: "clients", field: "city", value: "Cairo", ids: [one.id, two.id] });
  await db.client.update({ where: { id: one.id }, data: { city: "Peoria" } });
  await applyUpdate(staff, { operationId });
  await workOnOperation(operationId, updateOperations);
  const { rows } = await listOperationRows(operationId, { choice: "refused" });
  expect(rows.map(({ subjectId, reasons }) => [subjectId, reasons[0]?.code])).toEqual([
    [one.id, "changed_since_preview"],
  ]);
  const again = await retryRefused(staff, { operationId });
  const { rows: seen } = await listOperationRows(again);
  expect(seen.map(({ subjectId, outcome, source }) => ({ subjectId, outcome, source }))).toMatchObject([
    { subjectId: one.id, outcome: "update", source: { from: "Peoria" } },
  ]);
});

it("S1-01, S1-19 hands clients only to active practitioners, and only an administrator in administrator mode does it", async () => {
  const [client] = await clientsOf(1);
  const gone = await make.practitioner({ status: "INACTIVE" });
  const here = await make.practitioner();
  const ids = [client?.id ?? ""];
  const hand = { noun: "clients", field: "practitioner", ids } as const;
  await expect(planned(staff, { ...hand, value: here.id })).rejects.toMatchObject({ code: "not_permitted" });
  await expect(planned(administrator, { ...hand, value: gone.id })).rejects.toMatchObject({ code: "unknown_value" });
  expect(await updated(administrator, { ...hand, value: here.id })).toMatchObject({ changed: 1 });
});

it("S1-22, S1-23 leaves every session where it was, and moves those to come as a step of its own, refusing a clash", async () => {
  const old = await make.practitioner();
  const next = await make.practitioner();
  const client = await make.client({ practitionerId: old.id });
  const day = (days: number) => new Date(Date.now() + days * 86_400_000);
  const past = await make.session({
    centerId: client.centerId,
    clientId: client.id,
    practitionerId: old.id,
    startsAt: day(-30),
  });
  const free = await make.session({
    centerId: client.centerId,
    clientId: client.id,
    practitionerId: old.id,
    startsAt: day(30),
    status: "BOOKED",
  });
  const clash = await make.session({
    centerId: client.centerId,
    clientId: client.id,
    practitionerId: old.id,
    startsAt: day(40),
    status: "BOOKED",
  });
  const other = await make.client({ practitionerId: next.id });
  await make.session({
    centerId: other.centerId,
    clientId: other.id,
    practitionerId: next.id,
    startsAt: day(40),
    status: "BOOKED",
  });

  const transfer = { noun: "clients" as const, field: "practitioner", value: next.id, ids: [client.id] };
  const { operationId } = await updated(administrator, transfer);
  const withWhom = async () => {
    const found = await db.sessionPractitioner.findMany({
      where: { sessionId: { in: [past.id, free.id, clash.id] } },
      select: { sessionId: true, practitionerId: true },
    });
    const by = new Map(found.map((row) => [row.sessionId, row.practitionerId]));
    return [past.id, free.id, clash.id].map((id) => by.get(id));
  };
  expect(await withWhom()).toEqual([old.id, old.id, old.id]);

  const move = {
    noun: "sessions",
    field: "practitioner",
    value: next.id,
    query: `all=true&transfer=${operationId}`,
  } as const;
  const moved = await updated(administrator, move);
  expect(moved).toMatchObject({ changed: 1, refused: 1 });
  expect(await withWhom()).toEqual([old.id, next.id, old.id]);
  const { rows } = await listOperationRows(moved.operationId, { choice: "refused" });
  expect(rows.map(({ subjectId, reasons }) => [subjectId, reasons[0]?.code])).toEqual([
    [clash.id, "practitioner_busy"],
  ]);
  await takenBack(moved.operationId);
  await takenBack(operationId);
  expect(await withWhom()).toEqual([old.id, old.id, old.id]);
  const back = await db.client.findUniqueOrThrow({ where: { id: client.id }, select: { practitionerId: true } });
  expect(back.practitionerId).toBe(old.id);
});

it("takes a selection as the list shows it, and never means everybody when its filter cannot be read", async () => {
  const query = "all=true&filter=nonsense";
  const lost = planned(staff, { noun: "clients", field: "city", value: "Cairo", query });
  await expect(lost).rejects.toMatchObject({ code: "unreadable_filter" });
});

it("changes contacts, prospects, tasks and places at events by the same mechanism", async () => {
  const { contact } = await make.clientWithOwner();
  expect(
    await updated(staff, { noun: "contacts", field: "doNotMail", value: "true", ids: [contact.id] }),
  ).toMatchObject({ changed: 1 });
  const task = await db.task.create({ data: { subject: "Call back", createdAt: new Date() } });
  expect(await updated(staff, { noun: "tasks", field: "priority", value: "HIGH", ids: [task.id] })).toMatchObject({
    changed: 1,
  });
  const prospect = await make.prospect();
  expect(await updated(staff, { noun: "prospects", field: "source", value: "Fair", ids: [prospect.id] })).toMatchObject(
    { changed: 1 },
  );
});
