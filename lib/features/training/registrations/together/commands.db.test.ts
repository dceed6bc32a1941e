import { beforeAll, expect, it } from "vitest";
import { applyUpdate } from "@/lib/features/updates/commands";
import { updateOperations } from "@/lib/features/updates/jobs";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { listOperationRows } from "@/lib/platform/operation/queries";
import { workOnOperation } from "@/lib/platform/operation/run";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { planned, takenBack, updated } from "@/prisma/factories/updates";
import { cancelRegistration, registerByStaff } from "../commands";

let staff: AccountActor;
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account({ role: "STAFF" })).id });
});

const CANCEL = { noun: "registrations" as const, field: "place", value: "CANCELLED" };

/** An event with so many people registered one after another; those beyond its seats wait. */
async function full(people: number, capacity: number) {
  const event = await make.trainingEvent({ capacity });
  const register = async () => {
    const contact = await make.contact();
    return registerByStaff(staff, { eventId: event.id, contactId: contact.id, clientId: null });
  };
  const ids: string[] = [];
  for (let place = 0; place < people; place += 1) ids.push((await register()).id);
  return { event, ids, register };
}

async function stand(eventId: string) {
  const { seatsTaken } = await db.trainingEvent.findUniqueOrThrow({ where: { id: eventId } });
  const places = await db.registration.findMany({ where: { eventId }, orderBy: { place: "asc" } });
  const of = (status: string) => places.filter((one) => one.status === status).map(({ id }) => id);
  return { seatsTaken, confirmed: of("CONFIRMED"), waiting: of("WAITING"), cancelled: of("CANCELLED") };
}

const kindsOf = async (ids: readonly string[]) =>
  (await db.historyEntry.findMany({ where: { subjectId: { in: [...ids] } } })).map(({ kind }) => kind).toSorted();

it("cancels many places together: seats go to the first who still wait, and nobody who is cancelled moves up first", async () => {
  const { event, ids } = await full(8, 4);
  // Three who have a seat, and the first two in line.
  const chosen = [...ids.slice(0, 3), ...ids.slice(4, 6)];
  expect(await updated(staff, { ...CANCEL, ids: chosen })).toMatchObject({ changed: 5, unchanged: 0, refused: 0 });
  const after = await stand(event.id);
  expect(after.seatsTaken).toBe(3);
  expect(after.confirmed).toEqual([ids[3], ids[6], ids[7]]);
  expect(after.waiting).toEqual([]);
  expect(await kindsOf(ids.slice(4, 6))).toEqual([
    "registration.cancelled",
    "registration.cancelled",
    "registration.made",
    "registration.made",
  ]);
  expect(await updated(staff, { ...CANCEL, ids: chosen })).toMatchObject({ changed: 0, unchanged: 5 });
});

it("registers them again when it is taken back: while seats are free, then at the end of the line, and never twice", async () => {
  const { event, ids, register } = await full(3, 2);
  const [first = "", second = ""] = ids;
  const { operationId } = await updated(staff, { ...CANCEL, ids: [first, second] });
  const newcomer = await register();
  expect(newcomer.status).toBe("CONFIRMED");
  const again = await db.registration.findUniqueOrThrow({ where: { id: second } });
  await registerByStaff(staff, { eventId: event.id, contactId: again.contactId ?? "", clientId: null });
  await takenBack(operationId);
  const { rows } = await listOperationRows(operationId);
  const undo = new Map(rows.map((row) => [row.subjectId, row.undo]));
  expect([undo.get(first), undo.get(second)]).toEqual(["undone", "conflict"]);
  const after = await stand(event.id);
  expect([after.seatsTaken, after.confirmed.length, after.waiting.length]).toEqual([2, 2, 2]);
  const last = await db.registration.findUniqueOrThrow({ where: { id: after.waiting[1] ?? "" } });
  const { contactId } = await db.registration.findUniqueOrThrow({ where: { id: first } });
  expect(last.contactId).toBe(contactId);
});

it("leaves alone whoever was cancelled since the preview, and puts nobody into an event that was called off", async () => {
  const { event, ids } = await full(2, 5);
  const operationId = await planned(staff, { ...CANCEL, ids });
  await cancelRegistration(staff, ids[0] ?? "");
  await applyUpdate(staff, { operationId });
  await workOnOperation(operationId, updateOperations);
  expect((await stand(event.id)).seatsTaken).toBe(0);
  await db.trainingEvent.update({ where: { id: event.id }, data: { status: "CANCELLED" } });
  await takenBack(operationId);
  const { rows } = await listOperationRows(operationId);
  expect(rows.map(({ subjectId, undo }) => [subjectId, undo]).toSorted()).toEqual(
    [
      [ids[0], null],
      [ids[1], "over"],
    ].toSorted(),
  );
});

it("keeps the count of seats while people register, cancel and are cancelled together at the same moment", async () => {
  const { event, ids, register } = await full(30, 20);
  const operationId = await planned(staff, { ...CANCEL, ids: ids.slice(0, 15) });
  await applyUpdate(staff, { operationId });
  const others = ids.slice(20, 26).map((id) => cancelRegistration(staff, id));
  const news = Array.from({ length: 8 }, register);
  await Promise.all([workOnOperation(operationId, updateOperations), ...others, ...news]);
  const after = await stand(event.id);
  expect(after.confirmed).toHaveLength(after.seatsTaken);
  expect(after.seatsTaken).toBeLessThanOrEqual(20);
  expect(after.cancelled).toHaveLength(21);
  expect(after.confirmed.length + after.waiting.length).toBe(30 + 8 - 21);
  expect(after.waiting.length === 0 || after.seatsTaken === 20).toBe(true);
});
