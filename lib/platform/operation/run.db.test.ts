import { beforeEach, expect, it } from "vitest";
import { systemActor } from "@/lib/platform/access/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { OperationHandler, PlannedRow } from "./handler";
import { printsOf, traced } from "./images";
import { beginOperation, moveOperation, runOperation, undoOperation } from "./lifecycle";
import { operationProgress } from "./progress";
import { insertRows } from "./rows";
import { resumeOperations, workOnOperation } from "./run";

const actor = systemActor("test");
const CENTERS = 25;

/** Makes centers, in batches; dies in the middle when told to. */
function centerMaker({ dieAfter = Number.POSITIVE_INFINITY, rows: count = CENTERS } = {}): OperationHandler {
  let batches = 0;
  return {
    plan: async (tx, { id }) => {
      const planned = Array.from({ length: count }, (_, index) => ({
        position: index + 1,
        outcome: "create" as const,
        source: { name: `Center ${index + 1}` },
        subject: { kind: "center", id: newId() },
      }));
      await insertRows(tx, id, planned);
      return { ok: true };
    },
    applyBatch: async (tx, _, batch) => {
      if (batches++ >= dieAfter) throw new Error("the process was killed");
      for (const row of batch) await makeCenter(tx, row);
      const left = await printsOf(
        tx,
        "centers",
        batch.map(({ subjectId }) => subjectId ?? ""),
      );
      return batch.map(({ id, subjectId }) => ({
        id,
        outcome: "create",
        before: { centers: { [subjectId ?? ""]: null } },
        after: { centers: { [subjectId ?? ""]: left.get(subjectId ?? "") ?? null } },
      }));
    },
  };
}

const makeCenter = (tx: Tx, { subjectId, source }: PlannedRow) =>
  tx.center.create({ data: { id: subjectId ?? "", timeZone: "America/Chicago", ...(source as { name: string }) } });

async function fingerprint(): Promise<string> {
  const [found] = await rows<{ print: string | null }>(
    sql`select md5(string_agg(c::text, '|' order by id)) as print from centers c`,
  );
  return found?.print ?? "";
}

async function statusOf(id: string) {
  const { status, progress, problem } = await db.operation.findUniqueOrThrow({ where: { id } });
  return { status, problem, ...operationProgress.parse(progress) };
}

const begin = () =>
  inTransaction(async (tx) => {
    const id = await beginOperation(tx, actor, { kind: "centers", title: "Centers", input: {} });
    await moveOperation(tx, id, { from: ["DRAFT"], to: "PLANNING" });
    return id;
  });
const apply = (id: string) => inTransaction((tx) => moveOperation(tx, id, { from: ["PLANNED"], to: "APPLYING" }));
const undo = (id: string) => inTransaction((tx) => undoOperation(tx, id));

async function appliedOperation(handler: OperationHandler): Promise<string> {
  const id = await begin();
  await workOnOperation(id, { centers: handler });
  await apply(id);
  await workOnOperation(id, { centers: handler });
  return id;
}

beforeEach(async () => {
  await execute(sql`delete from operations`);
  await execute(sql`delete from centers`);
});

it("nothing is changed before a person has seen the plan and applied it", async () => {
  const id = await begin();
  await workOnOperation(id, { centers: centerMaker() });
  expect(await statusOf(id)).toMatchObject({ status: "PLANNED", create: CENTERS, done: 0 });
  expect(await db.center.count()).toBe(0);
});

it("work that is killed in the middle goes on where it stood, and nothing happens twice", async () => {
  const id = await begin();
  await workOnOperation(id, { centers: centerMaker() });
  await apply(id);
  await expect(workOnOperation(id, { centers: centerMaker({ dieAfter: 0 }) })).rejects.toThrow("killed");
  expect(await db.center.count()).toBe(0);
  await resumeOperations();
  const [job] = await rows<{ count: number }>(
    sql`select count(*)::int as count from graphile_worker.jobs where key = ${`operation:${id}`}`,
  );
  expect(job?.count).toBe(1);
  await Promise.all([workOnOperation(id, { centers: centerMaker() }), workOnOperation(id, { centers: centerMaker() })]);
  await workOnOperation(id, { centers: centerMaker() });
  expect(await statusOf(id)).toMatchObject({ status: "APPLIED", done: CENTERS });
  expect(await db.center.count()).toBe(CENTERS);
});

it("one row that the database does not take is refused, and the others go on", async () => {
  const id = await begin();
  await workOnOperation(id, { centers: centerMaker() });
  await db.center.create({ data: { name: "Center 7", timeZone: "America/Chicago" } });
  await apply(id);
  await workOnOperation(id, { centers: centerMaker() });
  expect(await statusOf(id)).toMatchObject({ status: "APPLIED", create: CENTERS - 1, refused: 1, done: CENTERS - 1 });
  const refused = await db.operationRow.findMany({ where: { operationId: id, outcome: "refused" } });
  expect(refused.map(({ position, reasons }) => [position, reasons])).toEqual([[7, [{ code: "conflict" }]]]);
});

it("when the database takes no row at all the operation stops instead of refusing everything", async () => {
  const id = await begin();
  await workOnOperation(id, { centers: centerMaker({ rows: 60 }) });
  await execute(sql`insert into centers (name, time_zone) select 'Center ' || n, 'UTC' from generate_series(1, 60) n`);
  await apply(id);
  await workOnOperation(id, { centers: centerMaker({ rows: 60 }) });
  const { status, refused, create } = await statusOf(id);
  expect([status, refused, create]).toEqual(["FAILED", 25, 35]);
});

it("an error that stays stops the operation and says so", async () => {
  const id = await begin();
  const broken: OperationHandler = { plan: async () => Promise.reject(new Error("broken")) };
  for (let time = 1; time < 5; time++) await expect(workOnOperation(id, { centers: broken })).rejects.toThrow("broken");
  await workOnOperation(id, { centers: broken });
  expect((await statusOf(id)).status).toBe("FAILED");
  expect((await statusOf(id)).problem).toMatch(/^PLANNING:[0-9a-f]{8}$/);
});

it("undoing leaves the tables byte for byte as they were", async () => {
  await db.center.create({ data: { name: "Old center", timeZone: "America/Chicago" } });
  const before = await fingerprint();
  const id = await appliedOperation(centerMaker());
  expect(await fingerprint()).not.toBe(before);
  await undo(id);
  await workOnOperation(id, {});
  expect(await statusOf(id)).toMatchObject({ status: "UNDONE", undone: CENTERS, left: 0 });
  expect(await fingerprint()).toBe(before);
});

it("what was edited or used since is left, with the reason, and can be undone once it is free", async () => {
  const id = await appliedOperation(centerMaker());
  await db.center.update({ where: { name: "Center 3" }, data: { city: "Chicago" } });
  const { id: used } = await db.center.findUniqueOrThrow({ where: { name: "Center 9" } });
  const practitioner = await db.practitioner.create({
    data: { firstName: "Dana", lastName: "Whitfield", centerId: used },
  });
  await undo(id);
  await workOnOperation(id, {});
  expect(await statusOf(id)).toMatchObject({ status: "UNDONE", undone: CENTERS - 2, left: 2 });
  const left = await db.operationRow.findMany({
    where: { operationId: id, undo: { not: "undone" } },
    orderBy: { position: "asc" },
  });
  expect(left.map(({ position, undo }) => [position, undo])).toEqual([
    [3, "changed:centers"],
    [9, "used:practitioners"],
  ]);
  await db.practitioner.delete({ where: { id: practitioner.id } });
  await undo(id);
  await workOnOperation(id, {});
  expect(await statusOf(id)).toMatchObject({ undone: CENTERS - 1, left: 1 });
  expect(await db.center.count()).toBe(1);
});

it("a small operation runs at once and its undo restores changed, removed and added rows alike", async () => {
  await appliedOperation(centerMaker());
  const before = await fingerprint();
  const id = await inTransaction((tx) =>
    runOperation(tx, actor, {
      kind: "merge",
      title: "Center 1",
      input: {},
      work: async () => {
        const trace = await traced(tx, { centers: sql`name like ${"Center %"}` }, async () => {
          await tx.center.delete({ where: { name: "Center 2" } });
          await tx.center.update({ where: { name: "Center 1" }, data: { city: "Chicago" } });
          await tx.center.create({ data: { name: "Center 99", timeZone: "America/Chicago" } });
        });
        return [{ outcome: "update", ...trace }];
      },
    }),
  );
  expect(await statusOf(id)).toMatchObject({ status: "APPLIED", update: 1, done: 1 });
  await undo(id);
  await workOnOperation(id, {});
  expect(await statusOf(id)).toMatchObject({ status: "UNDONE", undone: 1, left: 0 });
  expect(await fingerprint()).toBe(before);
});

it("an operation that is too old cannot be undone any more", async () => {
  const id = await appliedOperation(centerMaker());
  await execute(sql`update operations set undo_until = now() - interval '1 day' where id = ${id}::uuid`);
  await expect(undo(id)).rejects.toThrow("undo_too_late");
});

it("two people who press the same button move the operation once", async () => {
  const id = await begin();
  await workOnOperation(id, { centers: centerMaker() });
  const presses = await Promise.allSettled([apply(id), apply(id)]);
  expect(presses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});
