import { beforeAll, describe, expect, it } from "vitest";
import type { FilterTree } from "@/lib/features/filters/schema";
import type { Actor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { addMinutes, instantOf } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { countClients, countSelection, listClients, selectClientIds } from "./queries";
import { findClient } from "./record/queries";
import { OPEN_CLIENTS, WITHOUT_PRACTITIONER } from "./rules";
import { clientsWhere } from "./scope";

const staff = accountActor("staff");
const everything = { filter: null, sort: "name", direction: "asc" } as const;
const DAY = 24 * 60;
const march = instantOf(Date.UTC(2026, 2, 10, 18));

const namesFor = async (actor: Actor, filter: FilterTree | null = null, q?: string) =>
  (await listClients(actor, { ...everything, filter, q })).rows.map((row) => row.name);

async function world() {
  const [north, south] = await Promise.all([make.center({ name: "North" }), make.center({ name: "South" })]);
  const dana = await make.practitioner({ firstName: "Dana", lastName: "Whitfield" });
  const gone = await make.practitioner({ firstName: "Gone", lastName: "Away", status: "INACTIVE" });
  const acme = await make.client({
    name: "Ácme Bakery",
    centerId: north.id,
    practitionerId: dana.id,
    startedOn: new Date("2026-01-05"),
  });
  const bolt = await make.client({ name: "Bolt Tools", centerId: south.id, practitionerId: gone.id });
  const lead = await make.client({ name: "Lead Only", centerId: north.id, kind: "PRE_CLIENT", purpose: "LEAD" });
  const quiet = await make.client({ name: "Quiet One", centerId: south.id, standing: "INACTIVE" });
  const removed = await make.client({ name: "Removed Ltd", centerId: north.id, deletedAt: march });
  const omar = await make.contact({
    firstName: "Ömar",
    lastName: "O'Neil",
    email: "omar@acme.example",
    phone: "+17735556530",
  });
  await make.relationship({ clientId: acme.id, contactId: omar.id, isPrimary: true, isOwner: true });
  await make.session({ clientId: bolt.id, practitionerId: dana.id, centerId: south.id, startsAt: march });
  return { north, south, dana, gone, acme, bolt, lead, quiet, removed, omar };
}

let w: Awaited<ReturnType<typeof world>>;
beforeAll(async () => {
  w = await world();
});

describe("who sees which clients", () => {
  it("staff and administrators see every client that was not removed", async () => {
    const all = ["Ácme Bakery", "Bolt Tools", "Lead Only", "Quiet One"];
    expect(await namesFor(staff)).toEqual(all);
    expect(await namesFor(accountActor("administrator"))).toEqual(all);
    expect(await findClient(staff, w.removed.id)).toBeNull();
  });

  it("AZ-05 a practitioner sees assigned clients and those with an earlier session, and no other", async () => {
    const dana = accountActor("practitioner", { practitionerId: w.dana.id });
    expect(await namesFor(dana)).toEqual(["Ácme Bakery", "Bolt Tools"]);
    expect(await findClient(dana, w.lead.id)).toBeNull();
    const byPrisma = await db.client.findMany({ where: clientsWhere(dana), select: { name: true }, take: 10 });
    expect(byPrisma.map(({ name }) => name).sort()).toEqual(["Bolt Tools", "Ácme Bakery"]);
    expect(await namesFor(accountActor("practitioner"))).toEqual([]);
  });

  it("a contact sees the clients they act for and a stranger's id is an unknown id", async () => {
    const contact = contactActor(w.omar.id, [{ clientId: w.acme.id }]);
    expect(await namesFor(contact)).toEqual(["Ácme Bakery"]);
    expect(await findClient(contact, w.bolt.id)).toEqual(await findClient(contact, newId()));
    expect(await findClient(contact, "nonsense")).toBeNull();
  });
});

describe("finding clients", () => {
  it.each([
    ["acme", ["Ácme Bakery"]],
    ["OMAR oneil", []],
    ["omar o'neil", ["Ácme Bakery"]],
    ["omar@ac", ["Ácme Bakery"]],
    ["(773) 555-65", ["Ácme Bakery"]],
    ["100%", []],
    ["_olt", []],
  ])("by a fragment, whatever accents and capitals: %s", async (q, names) => {
    expect(await namesFor(staff, null, q)).toEqual(names);
  });

  it("by a number of one or two letters only whole", async () => {
    const few = await make.client({ name: "Number Seven", number: "7", centerId: w.north.id });
    expect(await namesFor(staff, null, "7")).toEqual(["Number Seven"]);
    await db.client.update({ where: { id: few.id }, data: { deletedAt: march } });
  });
});

describe("filters", () => {
  const period = { start: "2026-03-01", end: "2026-03-31" };
  it.each<[string, FilterTree, string[]]>([
    ["S0-12 Open Clients: active ones, pre-clients too", OPEN_CLIENTS, ["Ácme Bakery", "Bolt Tools", "Lead Only"]],
    ["S2-22 no practitioner or an inactive one", WITHOUT_PRACTITIONER, ["Bolt Tools", "Lead Only", "Quiet One"]],
    ["S2-48 activity in a range", { field: "sessions", operator: "had", value: period }, ["Bolt Tools"]],
    [
      "S2-48 none in a range",
      { field: "activity", operator: "had_none", value: period },
      ["Ácme Bakery", "Lead Only", "Quiet One"],
    ],
    ["S2-50 everything", { all: [] }, ["Ácme Bakery", "Bolt Tools", "Lead Only", "Quiet One"]],
    ["has an e-mail", { field: "hasEmail", operator: "yes" }, ["Ácme Bakery"]],
    ["has no agreement", { field: "hasAgreement", operator: "yes" }, []],
    ["kind", { field: "kind", operator: "one_of", value: ["PRE_CLIENT"] }, ["Lead Only"]],
    ["purpose", { field: "purpose", operator: "one_of", value: ["LEAD"] }, ["Lead Only"]],
    ["language", { field: "language", operator: "none_of", value: ["en"] }, []],
    ["started", { field: "startedOn", operator: "in", value: { start: "2026-01-01", end: null } }, ["Ácme Bakery"]],
    ["name", { field: "name", operator: "starts_with", value: "bolt" }, ["Bolt Tools"]],
  ])("%s", async (_, filter, names) => {
    expect(await namesFor(staff, filter)).toEqual(names);
  });

  it("S2-49 all centers without the criterion, or chosen ones", async () => {
    const chosen = { field: "center", operator: "one_of", value: [w.south.id] };
    expect(await namesFor(staff, chosen)).toEqual(["Bolt Tools", "Quiet One"]);
    expect(await namesFor(staff, { field: "status", operator: "one_of", value: [w.quiet.statusId] })).toEqual([
      "Quiet One",
    ]);
  });

  it("never mean everybody when they cannot be read", async () => {
    const selection = { all: true, ids: [], except: [], filter: "nonsense" };
    await expect(selectClientIds(staff, selection)).rejects.toMatchObject({ code: "unreadable_filter" });
    await expect(namesFor(staff, { field: "password", operator: "is", value: "x" })).rejects.toMatchObject({
      code: "unreadable_filter",
    });
  });
});

describe("a frozen selection", () => {
  const ids = async (actor: Actor, selection: Parameters<typeof selectClientIds>[1]) =>
    (await rows<{ id: string }>(await selectClientIds(actor, selection))).map(({ id }) => id);

  it("means all that match but for the exceptions", async () => {
    const all = { all: true, ids: [], except: [w.acme.id] };
    expect((await ids(staff, all)).toSorted()).toEqual([w.bolt.id, w.lead.id, w.quiet.id].toSorted());
    expect(await countSelection(staff, all)).toBe(3);
    expect(await ids(staff, { ...all, q: "bolt" })).toEqual([w.bolt.id]);
  });

  it("never reaches beyond what the person may see", async () => {
    const dana = accountActor("practitioner", { practitionerId: w.dana.id });
    expect(await ids(dana, { all: false, ids: [w.lead.id, w.bolt.id, w.removed.id], except: [] })).toEqual([w.bolt.id]);
  });
});

describe("long lists", () => {
  beforeAll(async () => {
    const centerId = (await make.center()).id;
    const statusId = await make.statusId("PROSPECT");
    await db.client.createMany({
      data: Array.from({ length: 130 }, (_, index) => ({
        number: String(70_000 + index),
        name: index < 60 ? "Same Name" : `Row ${String(index).padStart(3, "0")}`,
        centerId,
        statusId,
      })),
    });
  });
  const prospects: FilterTree = { field: "standing", operator: "one_of", value: ["PROSPECT"] };

  it.each(["name", "number", "newest"] as const)(
    "page by page in order of %s, forwards and back, none twice",
    async (sort) => {
      for (const direction of ["asc", "desc"] as const) {
        const query = { filter: prospects, sort, direction };
        const first = await listClients(staff, query);
        const second = await listClients(staff, { ...query, page: first.next ?? "" });
        const third = await listClients(staff, { ...query, page: second.next ?? "" });
        const seen = [first, second, third].flatMap((page) => page.rows.map((row) => row.id));
        expect([new Set(seen).size, third.rows.length, third.next]).toEqual([130, 30, null]);
        const back = await listClients(staff, { ...query, page: third.previous ?? "" });
        expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id));
      }
    },
  );

  it("a row added before the cursor moves nothing", async () => {
    const query = { filter: prospects, sort: "number", direction: "asc" } as const;
    const first = await listClients(staff, query);
    const [before] = (await listClients(staff, { ...query, page: first.next ?? "" })).rows;
    await make.client({ number: "5", standing: "PROSPECT" });
    const [after] = (await listClients(staff, { ...query, page: first.next ?? "" })).rows;
    expect(after?.id).toBe(before?.id);
  });

  it("begins at its first page when the address was tampered with", async () => {
    const page = Buffer.from(JSON.stringify({ direction: "after", values: ["x", "y"] })).toString("base64url");
    const query = { filter: prospects, sort: "name", direction: "asc" } as const;
    expect(await listClients(staff, { ...query, page })).toMatchObject({
      rows: (await listClients(staff, query)).rows,
    });
  });

  it("takes the same few queries for one row and for fifty", async () => {
    const page = (filter: FilterTree | null) => () =>
      Promise.all([listClients(staff, { ...everything, filter }), countClients(staff, { filter })]);
    await page(null)();
    const one = await countingQueries(page({ field: "name", operator: "is", value: "Bolt Tools" }));
    const fifty = await countingQueries(page(prospects));
    expect(fifty).toBe(one);
    expect(fifty).toBeLessThanOrEqual(4);
    expect(await countingQueries(() => findClient(staff, w.acme.id))).toBe(1);
  });

  it("counts exactly", async () => {
    expect(await countClients(staff, { filter: { field: "number", operator: "starts_with", value: "70" } })).toEqual({
      count: 130,
      more: false,
    });
  });
});

it("shows of each client what the list needs", async () => {
  await make.session({
    clientId: w.acme.id,
    practitionerId: w.dana.id,
    centerId: w.north.id,
    startsAt: addMinutes(march, -DAY),
  });
  const { rows: found } = await listClients(staff, {
    ...everything,
    filter: { field: "name", operator: "is", value: "Ácme Bakery" },
  });
  expect(found).toEqual([
    {
      id: w.acme.id,
      number: w.acme.number,
      name: "Ácme Bakery",
      kind: "CLIENT",
      purpose: null,
      resourceKind: null,
      status: "Active",
      standing: "ACTIVE",
      center: "North",
      practitioner: "Dana Whitfield",
      practitionerActive: true,
      primaryContact: { name: "Ömar O'Neil", email: "omar@acme.example" },
      lastSessionAt: addMinutes(march, -DAY),
      agreementOn: null,
    },
  ]);
  expect(await rows(sql`select 1 as one`)).toHaveLength(1);
});
