import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { mergeClients } from "@/lib/features/clients/merges/commands";
import { CLIENT_MERGE_FIELDS, mergeClientsInput } from "@/lib/features/clients/merges/schema";
import { mergeContacts } from "@/lib/features/contacts/merges/commands";
import { convertProspect } from "@/lib/features/conversions/commands";
import { convertProspectInput } from "@/lib/features/conversions/schema";
import { applyImport, planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import type { Noun } from "@/lib/features/updates/schema";
import { clientReferences, contactFollowers } from "@/lib/merges";
import { operations } from "@/lib/operations";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { workOnOperation } from "@/lib/platform/operation/run";
import { keyText, tableShapes } from "@/lib/platform/operation/tables";
import { RefusalError } from "@/lib/platform/refusal";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { updated } from "@/prisma/factories/updates";

/** Sequences tried; more of them for a longer look. The rows compared grow with each, and the time with their square. */
const DRILLS = Number(process.env.UNDO_DRILLS ?? 30);

/** What is told about an operation, and what triggers or the queue make of its rows. */
const APART = [
  ...["history", "stream_entries", "operations", "operation_rows", "search_entries", "inbox_items", "import_files"],
  ...["stored_files", "document_usage", "clients_served", "rate_limits", "_prisma_migrations", "client_numbers"],
];

type Snapshot = Map<string, string>;

/** A fingerprint of every row of every table, by table and key. */
async function snapshot(): Promise<Snapshot> {
  const shapes = [...(await tableShapes(db)).values()].filter(
    ({ name, key }) => !APART.includes(name) && key.length > 0,
  );
  const each = shapes.map(
    (shape) =>
      sql`select ${shape.name}::text || ' ' || ${keyText(shape, "t")} as row, md5(t::text) as print from ${sqlName(shape.name)} t`,
  );
  const all = each.reduce((whole, part) => sql`${whole} union all ${part}`);
  return new Map((await rows<{ row: string; print: string }>(all)).map(({ row, print }) => [row, print]));
}

type Step = { kind: "update" | "merge" | "mergeClients" | "convert" | "import" | "edit"; dice: number[] };
type World = { staff: AccountActor; clients: string[]; contacts: string[]; prospects: string[]; values: Values };
type Values = { practitioners: string[]; statuses: string[]; centerId: string };

let staff: AccountActor;
let values: Values;

beforeAll(async () => {
  const { id: accountId } = await make.account({ role: "ADMINISTRATOR" });
  staff = accountActor("administrator", { accountId, confirmed: true });
  const [one, two] = [await make.practitioner(), await make.practitioner()];
  values = {
    practitioners: [one.id, two.id],
    statuses: [await make.statusId("ACTIVE"), await make.statusId("INACTIVE")],
    centerId: (await make.center()).id,
  };
});

async function makeWorld(): Promise<World> {
  const clients: string[] = [];
  const contacts: string[] = [];
  for (let index = 0; index < 4; index++) {
    const { client, contact } = await make.clientWithOwner();
    clients.push(client.id);
    contacts.push(contact.id);
  }
  const email = `shared-${clients[0]}@example.org`;
  contacts.push((await make.contact({ email })).id, (await make.contact({ email })).id);
  const prospects: string[] = [];
  for (let index = 0; index < 2; index++) {
    const prospect = await make.prospect();
    await make.prospectContact({ prospectId: prospect.id, isMain: true });
    prospects.push(prospect.id);
  }
  return { staff, clients, contacts, prospects, values };
}

const pick = <Item>(items: readonly Item[], dice: number): Item => {
  const item = items[dice % items.length];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};

const some = (ids: readonly string[], dice: number) => ids.filter((_, index) => (dice >> index) % 2 === 0);

type Update = { noun: Noun; field: string; value: string };

function updateOf({ values: { practitioners, statuses, centerId } }: World, dice: number[]): Update {
  const [which = 0, value = 0] = dice;
  return pick<Update>(
    [
      { noun: "clients", field: "practitioner", value: pick(practitioners, value) },
      { noun: "clients", field: "status", value: pick(statuses, value) },
      { noun: "clients", field: "center", value: centerId },
      { noun: "clients", field: "city", value: `City ${value % 3}` },
      { noun: "contacts", field: "language", value: pick(["en", "es"], value) },
      { noun: "prospects", field: "source", value: `Source ${value % 3}` },
    ],
    which,
  );
}

/** Does one thing in the world; answers the operation it was, or null for somebody's single edit. */
const STEPS: Record<Step["kind"], (world: World, dice: number[]) => Promise<string | null>> = {
  update: async (world, dice) => {
    const update = updateOf(world, dice);
    const all = world[update.noun as "clients" | "contacts" | "prospects"];
    return (await updated(world.staff, { ...update, ids: some(all, dice[2] ?? 0) })).operationId;
  },
  merge: async (world, [first = 0, second = 0]) => {
    const winnerId = pick(world.contacts, first);
    const ids = [...new Set([winnerId, pick(world.contacts, second), pick(world.contacts, first + second)])];
    const people = await db.contact.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } });
    const [firstName, lastName, email, phone, language, doNotMail] = ids.length ? Array(6).fill(winnerId) : [];
    const take = { firstName, lastName, email, phone, language, doNotMail };
    if (ids.length < 2) return null;
    return mergeContacts(world.staff, { people, winnerId, take }, contactFollowers);
  },
  mergeClients: async (world, [first = 0, second = 0, third = 0]) => {
    const winnerId = pick(world.clients, first);
    const ids = [...new Set([winnerId, pick(world.clients, second), pick(world.clients, third)])];
    if (ids.length < 2) return null;
    const found = await db.client.findMany({ where: { id: { in: ids } }, select: { id: true, version: true } });
    const people = found.map(({ id, version }) => `${id}.${version}`);
    const take = Object.fromEntries(CLIENT_MERGE_FIELDS.map((field, index) => [field, pick(ids, third + index)]));
    const input = mergeClientsInput.parse({ people, winnerId, take });
    return mergeClients(world.staff, { input, references: clientReferences });
  },
  convert: async (world, [which = 0]) => {
    const prospectId = pick(world.prospects, which);
    const [person] = await db.prospectContact.findMany({ where: { prospectId }, select: { id: true } });
    const people = person ? { [person.id]: "create" } : {};
    await convertProspect(
      world.staff,
      convertProspectInput.parse({ prospectId, centerId: world.values.centerId, people }),
    );
    return (await db.conversion.findUniqueOrThrow({ where: { prospectId } })).operationId;
  },
  import: async (world, [first = 0, second = 0]) => {
    const known = await db.client.findMany({
      where: { id: { in: world.clients } },
      select: { number: true, name: true },
    });
    const { number, name } = pick(known, first);
    const text = `Client Number,Client Name,City\n${number},${name},Imported ${second % 3}\n9${first}${second},New ${first},Cairo\n`;
    const operationId = await uploadImport(world.staff, { name: "drill.csv", bytes: new TextEncoder().encode(text) });
    const draft = await findImportDraft(world.staff, operationId);
    const mapping = Object.fromEntries((draft?.columns ?? []).map(({ index, field }) => [index, field]));
    const { centerId } = world.values;
    await planImport(world.staff, { operationId, kind: "clients", mapping, dateOrders: {}, centerId, statusId: "" });
    await workOnOperation(operationId, operations);
    await applyImport(world.staff, { operationId, create: {} });
    await workOnOperation(operationId, operations);
    return operationId;
  },
  edit: async (world, [which = 0, value = 0]) => {
    const id = pick([...world.clients, ...world.contacts], which);
    const data = { phone: `+1312555${String(value).padStart(4, "0")}` };
    await db.client.updateMany({ where: { id }, data });
    await db.contact.updateMany({ where: { id }, data });
    return null;
  },
};

type Done = { operationId: string; before: Snapshot };

async function take(step: Step, world: World): Promise<Done[]> {
  const before = await snapshot();
  try {
    const operationId = await STEPS[step.kind](world, step.dice);
    return operationId ? [{ operationId, before }] : [];
  } catch (error) {
    // What was merged or converted before cannot be once more.
    if (error instanceof RefusalError) return [];
    throw error;
  }
}

/** Takes an operation back and holds every single row to it. */
async function takeBack({ operationId, before }: Done, present: Snapshot): Promise<Snapshot> {
  const earlier = await db.operationRow.findMany({ where: { operationId, undo: "undone" }, select: { id: true } });
  await inTransaction((tx) => undoOperation(tx, operationId));
  await workOnOperation(operationId, operations);
  const after = await snapshot();
  const { status } = await db.operation.findUniqueOrThrow({ where: { id: operationId }, select: { status: true } });
  expect(status).toBe("UNDONE");
  const touched = await db.operationRow.findMany({
    where: { operationId, appliedAt: { not: null }, id: { notIn: earlier.map(({ id }) => id) } },
    select: { undo: true, after: true },
  });
  const undone = new Set<string>();
  for (const { undo, after: prints } of touched) {
    expect(undo).toMatch(/^(undone|changed:\w+|used:\w+|conflict|full)$/);
    if (undo !== "undone") continue;
    for (const [table, keys] of Object.entries((prints ?? {}) as Record<string, object>))
      for (const key of Object.keys(keys)) undone.add(`${table} ${key}`);
  }
  for (const row of new Set([...present.keys(), ...after.keys()])) {
    const [was, is] = [before.get(row), after.get(row)];
    if (undone.has(row)) expect([row, is]).toEqual([row, was]);
    // What was not taken back stands as it stood; columns that triggers fill in may have gone back with the others.
    else if (is !== was) expect([row, is]).toEqual([row, present.get(row)]);
  }
  return after;
}

const hasLeft = async ({ operationId }: Done) =>
  (await db.operationRow.count({ where: { operationId, NOT: [{ undo: null }, { undo: "undone" }] } })) > 0;

const step = fc.record({
  kind: fc.constantFrom<Step["kind"]>("update", "update", "merge", "mergeClients", "convert", "import", "edit"),
  dice: fc.array(fc.nat(63), { minLength: 3, maxLength: 3 }),
});

it("every row is byte for byte what it was, or is listed with the reason, whatever was done and in whatever order it is taken back", async () => {
  const sequence = fc.record({
    steps: fc.array(step, { minLength: 2, maxLength: 6 }),
    order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(sequence, async ({ steps, order }) => {
      const world = await makeWorld();
      const done: Done[] = [];
      // What was done before is not done twice: the same operation is answered.
      for (const each of steps)
        for (const one of await take(each, world))
          if (!done.some(({ operationId }) => operationId === one.operationId)) done.push(one);
      const shuffled = done.map((one, index) => ({ one, by: order[index] ?? 0 })).toSorted((a, b) => a.by - b.by);
      let present = await snapshot();
      for (const { one } of shuffled) present = await takeBack(one, present);
      // What stood in the way may be gone by now.
      for (const one of done.toReversed()) if (await hasLeft(one)) present = await takeBack(one, present);
    }),
    { numRuns: DRILLS, endOnFailure: true },
  );
}, 1_800_000);
