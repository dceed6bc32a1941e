import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { applyImport, planImport } from "@/lib/features/imports/drafts/commands";
import { findImportDraft } from "@/lib/features/imports/drafts/queries";
import { importOperation } from "@/lib/features/imports/jobs";
import { uploadImport } from "@/lib/features/imports/uploads/commands";
import { findImportFile } from "@/lib/features/imports/uploads/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { undoOperation } from "@/lib/platform/operation/lifecycle";
import { operationProgress } from "@/lib/platform/operation/progress";
import { workOnOperation } from "@/lib/platform/operation/run";
import { sql, sqlName } from "@/lib/values/sql";

const actor = systemActor("test");
const work = (operationId: string) => workOnOperation(operationId, { import: importOperation });
const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, "fixtures", name));

let centerId = "";

async function plan(name: string, bytes: Uint8Array = fixture(name)): Promise<string> {
  const operationId = await uploadImport(actor, { name, bytes });
  const draft = await findImportDraft(actor, operationId);
  if (!draft) throw new Error("the draft is not there");
  const mapping = Object.fromEntries(draft.columns.map(({ index, field }) => [index, field]));
  await planImport(actor, { operationId, kind: draft.kind, mapping, dateOrders: {}, centerId, statusId: "" });
  await work(operationId);
  return operationId;
}

async function apply(operationId: string, { leaveOut = [] }: { leaveOut?: string[] } = {}) {
  const named = await db.operationRow.findMany({
    where: { operationId, position: { lte: 0 } },
    select: { id: true, source: true },
  });
  const ticked = named.filter(({ source }) => !leaveOut.includes((source as { name: string }).name));
  await applyImport(actor, { operationId, create: { center: ticked.map(({ id }) => id) } });
  await work(operationId);
}

async function undo(operationId: string) {
  await inTransaction((tx) => undoOperation(tx, operationId));
  await work(operationId);
}

async function importFile(name: string, bytes?: Uint8Array): Promise<string> {
  const operationId = await plan(name, bytes);
  await apply(operationId);
  return operationId;
}

async function stateOf(id: string) {
  const { status, problem, progress } = await db.operation.findUniqueOrThrow({ where: { id } });
  return { status, problem, ...operationProgress.parse(progress) };
}

const BUSINESS = [
  "clients",
  "contacts",
  "relationships",
  "client_practitioners",
  "signatures",
  "sessions",
  "attendances",
  "session_practitioners",
  "centers",
  "practitioners",
  "funding_sources",
  "stream_entries",
  "search_entries",
];

/** One fingerprint per table: byte for byte what stands in it. */
async function fingerprints(): Promise<Record<string, string | null>> {
  const prints: Record<string, string | null> = {};
  for (const table of BUSINESS) {
    const name = sqlName(table);
    const [found] = await rows<{ print: string | null }>(
      sql`select md5(string_agg(t::text, '|' order by t::text)) as print from ${name} t where not (to_jsonb(t) @> '{"kind": "operation.applied"}' or to_jsonb(t) @> '{"kind": "operation.undone"}')`,
    );
    prints[table] = found?.print ?? null;
  }
  return prints;
}

const count = async (table: string) =>
  (await rows<{ count: number }>(sql`select count(*)::int as count from ${sqlName(table)}`))[0]?.count;

beforeEach(async () => {
  for (const table of [
    "operations",
    "stream_entries",
    "attendances",
    "session_practitioners",
    "sessions",
    "signatures",
    "clients",
    "contacts",
    "search_entries",
    "practitioners",
    "centers",
    "funding_sources",
    "import_mappings",
  ]) {
    await execute(sql`delete from ${sqlName(table)}`);
  }
  await execute(sql`select setval('client_number_seq', 1001, false)`);
  const center = await db.center.create({ data: { name: "Main Center", timeZone: "America/Chicago" } });
  centerId = center.id;
});

describe("the clients of the old system", () => {
  it("S2-62 come in without any history: 141 clients, 16 of them pre-clients and 20 inactive", async () => {
    const operationId = await plan("legacy-clients.csv");
    expect(await stateOf(operationId)).toMatchObject({ status: "PLANNED", create: 141 + 3 + 5, refused: 0 });
    expect((await findImportFile(operationId))?.summary).toMatchObject({
      rows: 212,
      contacts: 212,
      preClients: 16,
      inactive: 20,
    });
    expect(await count("clients")).toBe(0);
    await apply(operationId);
    expect(await stateOf(operationId)).toMatchObject({ status: "APPLIED", create: 149, done: 149 });
    expect(await db.client.count({ where: { kind: "CLIENT" } })).toBe(125);
    expect(await db.client.count({ where: { kind: "PRE_CLIENT", purpose: "LEAD", number: { startsWith: "@" } } })).toBe(
      16,
    );
    expect(await db.client.count({ where: { status: { standing: "INACTIVE" } } })).toBe(20);
    expect([await count("contacts"), await count("relationships"), await count("sessions")]).toEqual([212, 212, 0]);
    expect(await db.center.count()).toBe(4);
    expect(await db.practitioner.count()).toBe(5);
  });

  it("bring their signed agreements, their counselors and a line in each client's data stream", async () => {
    await importFile("legacy-clients.csv");
    const client = await db.client.findUniqueOrThrow({
      where: { number: "1001" },
      include: {
        center: true,
        practitioner: true,
        signatures: true,
        assignments: true,
        streamEntries: true,
        relationships: { include: { contact: true } },
      },
    });
    expect(client).toMatchObject({
      name: "LIBERTY TAX SERVICE",
      legalName: "FREEDOM TAX SERVICES INC",
      postalCode: "60651",
    });
    expect([client.center.name, client.practitioner?.lastName, client.assignments.length]).toEqual([
      "Austin Center",
      "Whitfield",
      1,
    ]);
    expect(client.signatures[0]).toMatchObject({ method: "IMPORTED", signerName: "Amara Ali" });
    expect(client.streamEntries.map(({ kind }) => kind)).toEqual(["client.imported"]);
    const primary = client.relationships.find(({ isPrimary }) => isPrimary);
    expect(primary).toMatchObject({ isOwner: true, title: "Manager", contact: { email: "amara.ali0@example.org" } });
  });

  it("are found by what they and their people are called", async () => {
    await importFile("legacy-clients.csv");
    const { id } = await db.client.findUniqueOrThrow({ where: { number: "1001" } });
    const { text } = await db.searchEntry.findUniqueOrThrow({
      where: { subjectKind_subjectId: { subjectKind: "client", subjectId: id } },
    });
    expect(text).toMatch(/^liberty tax service freedom tax services inc 1001 .*amara ali amara\.ali0@example\.org/);
    expect(await db.searchEntry.count()).toBe(141 + 212);
  });

  it("numbers given later come after the imported ones", async () => {
    await importFile("legacy-clients.csv");
    const [next] = await rows<{ next: number }>(sql`select nextval('client_number_seq')::int as next`);
    expect(next?.next).toBeGreaterThan(1141);
  });

  it("imported again add nothing new, whatever was edited meanwhile", async () => {
    await importFile("legacy-clients.csv");
    await db.client.update({ where: { number: "1001" }, data: { name: "Liberty Tax", phone: "+13125550100" } });
    const before = await fingerprints();
    const again = await importFile("legacy-clients.csv");
    expect(await stateOf(again)).toMatchObject({ status: "APPLIED", create: 0, update: 0, unchanged: 141 });
    expect(await fingerprints()).toEqual(before);
  });

  it("fill what is blank and overwrite nothing", async () => {
    await importFile("legacy-clients.csv");
    await db.client.update({
      where: { number: "1001" },
      data: { city: null, naics: null, legalName: "Our Own Words" },
    });
    const contact = await db.contact.findFirstOrThrow({ where: { email: "amara.ali0@example.org" } });
    await db.contact.update({ where: { id: contact.id }, data: { phone: null, firstName: "AMARA" } });
    const before = await fingerprints();
    const again = await importFile("legacy-clients.csv");
    expect(await stateOf(again)).toMatchObject({ update: 1, unchanged: 140, done: 1 });
    const client = await db.client.findUniqueOrThrow({ where: { number: "1001" } });
    expect(client).toMatchObject({ city: "CHICAGO", naics: "459999", legalName: "Our Own Words", version: 2 });
    expect(await db.contact.findUniqueOrThrow({ where: { id: contact.id } })).toMatchObject({
      firstName: "AMARA",
      phone: "+17735556530",
    });
    await undo(again);
    expect(await fingerprints()).toEqual(before);
  });

  it("IM-01 a number that belongs to somebody else here is refused, and nothing is added to the wrong client", async () => {
    const status = await db.clientStatus.findFirstOrThrow({ where: { standing: "ACTIVE" } });
    await db.client.create({ data: { number: "1001", name: "Corner Bakery", centerId, statusId: status.id } });
    const operationId = await importFile("legacy-clients.csv");
    expect(await stateOf(operationId)).toMatchObject({ create: 148, refused: 1 });
    const refused = await db.operationRow.findFirstOrThrow({ where: { operationId, outcome: "refused" } });
    expect(refused.reasons).toMatchObject([
      { row: 2, code: "number_taken", params: { number: "1001", name: "Corner Bakery" } },
    ]);
    expect(
      await db.client.findUnique({ where: { number: "1001" }, select: { version: true, legalName: true } }),
    ).toEqual({ version: 1, legalName: null });
  });

  it("speak any language of the list; one that is not of it is told by row, column and value", async () => {
    const file =
      "Client Number,Client Name,First Name,Last Name,Preferred Language\n7101,Nowak Bakery,Halina,Nowak,polski\n7102,Qo Foods,Mara,Qo,Klingon\n";
    const operationId = await importFile("languages.csv", Buffer.from(file));
    const clients = await db.client.findMany({ orderBy: { number: "asc" }, select: { number: true, language: true } });
    expect(clients).toEqual([
      { number: "7101", language: "pl" },
      { number: "7102", language: "en" },
    ]);
    expect((await db.contact.findFirstOrThrow({ where: { lastName: "Nowak" } })).language).toBe("en");
    const told = await db.operationRow.findMany({ where: { operationId }, select: { reasons: true } });
    expect(told.flatMap(({ reasons }) => reasons)).toMatchObject([
      { row: 3, column: "Preferred Language", code: "language_unknown", params: { value: "Klingon" } },
    ]);
  });

  it("undone give back what was filled in together with what was made for it", async () => {
    await importFile("legacy-clients.csv");
    await execute(sql`delete from client_practitioners`);
    await execute(sql`update clients set practitioner_id = null`);
    await execute(sql`delete from practitioners`);
    const before = await fingerprints();
    const again = await importFile("legacy-clients.csv");
    expect((await stateOf(again)).update).toBeGreaterThan(100);
    await undo(again);
    expect(await stateOf(again)).toMatchObject({ left: 0 });
    expect(await fingerprints()).toEqual(before);
  });

  it("undone leave every table byte for byte as it was", async () => {
    const before = await fingerprints();
    const operationId = await importFile("legacy-clients.csv");
    expect(await fingerprints()).not.toEqual(before);
    await undo(operationId);
    expect(await stateOf(operationId)).toMatchObject({ status: "UNDONE", undone: 149, left: 0 });
    expect(await fingerprints()).toEqual(before);
  });

  it("undone leave alone whom somebody has worked with since, and say why", async () => {
    const operationId = await importFile("legacy-clients.csv");
    await db.client.update({ where: { number: "1001" }, data: { phone: "+13125550100", version: { increment: 1 } } });
    const { id: clientId } = await db.client.findUniqueOrThrow({ where: { number: "1002" } });
    await db.task.create({
      data: { subject: "Call", subjectKind: "client", subjectId: clientId, createdAt: new Date() },
    });
    await undo(operationId);
    const left = await db.operationRow.findMany({
      where: { operationId, undo: { not: "undone" } },
      orderBy: { position: "asc" },
      select: { undo: true, source: true },
    });
    expect(left.map(({ undo, source }) => [(source as { name?: string }).name ?? null, undo])).toEqual([
      ["Austin Center", "used:clients"],
      ["Dana Whitfield", "used:client_practitioners"],
      ["Maria Lopez", "used:client_practitioners"],
      [null, "changed:clients"],
      [null, "used:tasks"],
    ]);
    expect(await db.client.count()).toBe(2);
  });

  it("stay out where the center they were to go to is gone since", async () => {
    const operationId = await plan("chicago-business-licenses.csv");
    await db.center.delete({ where: { id: centerId } });
    await apply(operationId);
    expect(await stateOf(operationId)).toMatchObject({ status: "APPLIED", create: 0, refused: 141 });
  });

  it("a name that is not to be made sends its clients to the default center", async () => {
    const operationId = await plan("legacy-clients.csv");
    await apply(operationId, { leaveOut: ["Austin Center", "Dana Whitfield"] });
    const client = await db.client.findUniqueOrThrow({ where: { number: "1001" } });
    expect(client).toMatchObject({ centerId, practitionerId: null });
    expect(await db.center.count()).toBe(3);
  });
});

describe("the sessions of the old system", () => {
  it("S2-62 S0-03 come in afterwards: 549, none of them reportable with a pre-client", async () => {
    await importFile("legacy-clients.csv");
    const operationId = await plan("legacy-sessions.csv");
    expect(await stateOf(operationId)).toMatchObject({ status: "PLANNED", create: 549 + 4, refused: 0 });
    await apply(operationId);
    expect([await count("sessions"), await count("attendances"), await count("session_practitioners")]).toEqual([
      549, 549, 549,
    ]);
    expect(await db.attendance.count({ where: { reportable: true, client: { kind: "PRE_CLIENT" } } })).toBe(0);
    expect(await db.attendance.count({ where: { client: { kind: "PRE_CLIENT" } } })).toBeGreaterThan(0);
    expect(await db.streamEntry.count({ where: { kind: "session.recorded" } })).toBe(549);
  });

  it("S0-03 S0-07 are not reportable with a pre-client even where the file says so, and the row tells", async () => {
    await importFile("legacy-clients.csv");
    const { number } = await db.client.findFirstOrThrow({ where: { kind: "PRE_CLIENT" } });
    const file = `Client ID,Date,Start,Reportable\n${number},03/15/2024,9:00 AM,Yes\n1001,03/15/2024,9:00 AM,Yes\n`;
    const operationId = await importFile("more-sessions.csv", Buffer.from(file));
    const made = await db.attendance.findMany({ orderBy: { reportable: "asc" }, include: { client: true } });
    expect(made.map(({ reportable, client }) => [client.number, reportable])).toEqual([
      [number, false],
      ["1001", true],
    ]);
    const [first] = await db.operationRow.findMany({ where: { operationId }, orderBy: { position: "asc" } });
    expect(first?.reasons).toMatchObject([{ row: 2, code: "pre_client_not_reportable" }]);
    expect((await findImportFile(operationId))?.summary.notReportable).toBe(1);
  });

  it("stand at their own time in the client's data stream, and assign their practitioner", async () => {
    await importFile("legacy-clients.csv");
    await importFile("legacy-sessions.csv");
    const session = await db.session.findFirstOrThrow({
      where: { startsAt: new Date("2021-11-11T21:30:00Z"), attendances: { some: { client: { number: "1001" } } } },
      include: { attendances: { include: { fundingSource: true } }, practitioners: true },
    });
    expect(session).toMatchObject({
      type: "Telephone",
      area: "Business Plan",
      notes: "Call dropped, to resume.\nSent checklist.",
      timeZone: "America/Chicago",
    });
    expect(session.attendances[0]).toMatchObject({
      contactMinutes: 30,
      prepMinutes: 15,
      reportable: true,
      fundingSource: { identifier: "Local match" },
    });
    const entry = await db.streamEntry.findFirstOrThrow({ where: { subjectId: session.id } });
    expect(entry.at).toEqual(session.startsAt);
    const unassigned = await rows(sql`select 1 from attendances a join session_practitioners p using (session_id)
      left join client_practitioners c on c.client_id = a.client_id and c.practitioner_id = p.practitioner_id where c.client_id is null`);
    expect(unassigned).toEqual([]);
  });

  it("imported again add nothing new, and undone leave no trace", async () => {
    await importFile("legacy-clients.csv");
    const before = await fingerprints();
    const first = await importFile("legacy-sessions.csv");
    const imported = await fingerprints();
    const second = await importFile("legacy-sessions.csv");
    expect(await stateOf(second)).toMatchObject({ create: 0, unchanged: 549 });
    expect(await fingerprints()).toEqual(imported);
    await undo(first);
    expect(await fingerprints()).toEqual(before);
  });

  it("of clients that are not here are refused, each with its row", async () => {
    const operationId = await plan("legacy-sessions.csv");
    expect(await stateOf(operationId)).toMatchObject({ refused: 549 });
    const row = await db.operationRow.findFirstOrThrow({
      where: { operationId, outcome: "refused" },
      orderBy: { position: "asc" },
    });
    expect(row.reasons).toEqual([{ row: 2, column: null, code: "client_not_found", params: { client: "1001" } }]);
  });

  it("hold the clients back when those are undone first", async () => {
    const clients = await importFile("legacy-clients.csv");
    const sessions = await importFile("legacy-sessions.csv");
    const before = await count("clients");
    await undo(clients);
    expect((await stateOf(clients)).left).toBeGreaterThan(0);
    expect(await db.client.count({ where: { attendances: { none: {} } } })).toBe(0);
    await undo(sessions);
    await undo(clients);
    expect([before, await count("clients"), await stateOf(clients)]).toMatchObject([141, 0, { left: 0 }]);
  });
});

describe("a city's open data", () => {
  it("S2-62 becomes 141 clients of 561 rows, and nothing new the second time", async () => {
    const first = await importFile("chicago-business-licenses.csv");
    expect(await stateOf(first)).toMatchObject({ status: "APPLIED", create: 141, refused: 0 });
    expect((await findImportFile(first))?.summary.rows).toBe(561);
    const before = await fingerprints();
    const second = await importFile("chicago-business-licenses.csv");
    expect(await stateOf(second)).toMatchObject({ create: 0, update: 0, unchanged: 141 });
    expect(await fingerprints()).toEqual(before);
  });

  it("killed in the middle goes on and makes each client once", async () => {
    const operationId = await plan("chicago-business-licenses.csv");
    await applyImport(actor, { operationId, create: {} });
    let batches = 0;
    const dying = {
      import: {
        ...importOperation,
        applyBatch: (...work: Parameters<NonNullable<typeof importOperation.applyBatch>>) => {
          if (batches++ > 0) throw new Error("killed");
          return importOperation.applyBatch?.(...work) ?? Promise.resolve([]);
        },
      },
    };
    await expect(workOnOperation(operationId, dying, { batch: 40 })).rejects.toThrow("killed");
    expect(await count("clients")).toBe(40);
    expect(await stateOf(operationId)).toMatchObject({ status: "APPLYING", done: 40 });
    await work(operationId);
    expect([await count("clients"), await stateOf(operationId)]).toMatchObject([141, { status: "APPLIED", done: 141 }]);
  });
});
