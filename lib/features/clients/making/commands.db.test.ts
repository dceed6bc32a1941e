import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { changeClientStatus, createClient, editClient } from "@/lib/features/clients/commands";
import { findClientAt } from "@/lib/features/clients/mandatory/queries";
import { countClients, listClients } from "@/lib/features/clients/queries";
import { findClient } from "@/lib/features/clients/record/queries";
import { LEADS, OPEN_CLIENTS, RESOURCES } from "@/lib/features/clients/rules";
import { createClientInput, editClientInput } from "@/lib/features/clients/schema";
import { searchEverything } from "@/lib/features/clients/search/queries";
import { markReportable } from "@/lib/features/scheduling/reportable/commands";
import { listEarlierSessions } from "@/lib/features/scheduling/reportable/queries";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { changeSetting } from "@/lib/features/settings/commands";
import { db } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { makeClient } from "./commands";
import { makeClientInput } from "./schema";

const staff = accountActor("staff", { name: "Ada Staff" });
const administrator = accountActor("administrator");

let centerId: string;
let statusId: string;
beforeAll(async () => {
  centerId = (await make.center()).id;
  statusId = await make.statusId("ACTIVE");
});
beforeEach(() => changeSetting(administrator, "clientFields", { mandatory: [] }));

const preClient = (fields: Parameters<typeof make.client>[0] = {}) =>
  make.client({ kind: "PRE_CLIENT", purpose: "LEAD", centerId, ...fields });
const promote = (clientId: string, fields: Record<string, unknown> = {}) =>
  makeClient(staff, makeClientInput.parse({ clientId, signedOn: "2026-11-02", ...fields }));
const stored = (id: string) => db.client.findUniqueOrThrow({ where: { id } });

async function sessionWith(clientId: string, asked = "on") {
  const practitioner = await make.practitioner();
  const people = { clientIds: [clientId], practitionerIds: [practitioner.id] };
  const input = { ...people, date: "2026-03-02", start: "10:00", minutes: "60" };
  const by = accountActor("staff", { accountId: (await make.account()).id });
  return recordSession(by, recordSessionInput.parse({ ...input, type: "Online", reportable: asked }));
}

describe("Make Client", () => {
  it("S0-25 S0-26 gives the number without @, keeps the old one leading here, and writes down who, when, both and the date", async () => {
    const { id, number } = await preClient({ number: "@15049", name: "Northside Looms" });
    await promote(id);
    expect(await stored(id)).toMatchObject({ kind: "CLIENT", purpose: null, number: "15049" });
    expect(await findClientAt(staff, number)).toMatchObject({ id });
    expect(await findClientAt(staff, "%4015049")).toMatchObject({ id });
    expect((await searchEverything(staff, "@15049")).map((hit) => hit.id)).toEqual([id]);
    const found = { q: "@15049", filter: null, sort: "name", direction: "asc" } as const;
    expect((await listClients(staff, found)).rows.map((row) => row.id)).toEqual([id]);
    const [entry] = await db.historyEntry.findMany({ where: { subjectId: id, kind: "client.made" } });
    expect(entry).toMatchObject({
      actorName: "Ada Staff",
      data: { oldNumber: "@15049", newNumber: "15049", signedOn: "2026-11-02" },
    });
  });

  it("S0-25 nobody can take the old number, and a number somebody has is not given twice", async () => {
    await make.client({ number: "15060" });
    const { id } = await preClient({ number: "@15060" });
    await promote(id);
    expect((await stored(id)).number).not.toMatch(/@|^15060$/);
    await expect(preClient({ number: "@15060" })).rejects.toThrow();
  });

  it("S0-22 BK-11 twenty people who press together make one client, and every earlier session stays not reportable", async () => {
    const { id } = await preClient();
    for (let count = 0; count < 3; count += 1) await sessionWith(id);
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => promote(id)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason.code] : []));
    expect(new Set(refused)).toEqual(new Set(["not_a_pre_client"]));
    expect(await db.historyEntry.count({ where: { subjectId: id, kind: "client.made" } })).toBe(1);
    expect(await db.formerNumber.count({ where: { clientId: id } })).toBe(1);
    expect(await db.attendance.count({ where: { clientId: id, reportable: true } })).toBe(0);
  });

  it("S0-23 S0-24 earlier sessions become reportable one by one, new ones are by themselves", async () => {
    const { id } = await preClient();
    await sessionWith(id);
    await sessionWith(id);
    const before = await db.attendance.findFirstOrThrow({ where: { clientId: id } });
    await expect(markReportable(staff, { attendanceId: before.id, reportable: true })).rejects.toMatchObject({
      code: "pre_client",
    });
    await promote(id);
    const { rows: earlier } = await listEarlierSessions(staff, { clientId: id });
    expect(earlier.map(({ reportable, blocker }) => [reportable, blocker])).toEqual([
      [false, null],
      [false, null],
    ]);
    await db.attendance.update({ where: { id: earlier[1]?.attendanceId ?? "" }, data: { noShow: true } });
    await markReportable(staff, { attendanceId: earlier[0]?.attendanceId ?? "", reportable: true });
    await expect(
      markReportable(staff, { attendanceId: earlier[1]?.attendanceId ?? "", reportable: true }),
    ).rejects.toMatchObject({ code: "no_show" });
    await sessionWith(id);
    expect(await db.attendance.count({ where: { clientId: id, reportable: true } })).toBe(2);
    expect((await listEarlierSessions(staff, { clientId: id })).rows).toHaveLength(2);
  });

  it("AZ-03 a practitioner cannot make sessions of strangers reportable", async () => {
    const { id } = await preClient();
    await sessionWith(id);
    await promote(id);
    const part = await db.attendance.findFirstOrThrow({ where: { clientId: id } });
    const stranger = accountActor("practitioner");
    await expect(markReportable(stranger, { attendanceId: part.id, reportable: true })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("mandatory fields", () => {
  it("S0-19 S0-20 hold a pre-client back until each is filled in, and name every one", async () => {
    await changeSetting(administrator, "clientFields", { mandatory: ["phone", "city", "practitionerId"] });
    const { id } = await preClient({ city: "Peoria" });
    const answer = await promote(id).catch((error) => error);
    expect(answer).toMatchObject({ code: "fields_missing" });
    expect(Object.keys(answer.fields)).toEqual(["practitionerId", "phone"]);
    expect((await stored(id)).kind).toBe("PRE_CLIENT");
    const practitioner = await make.practitioner();
    await promote(id, { phone: "312-555-0100", practitionerId: practitioner.id, city: "Elsewhere" });
    expect(await findClient(staff, id)).toMatchObject({
      kind: "CLIENT",
      phone: "+13125550100",
      city: "Peoria",
      practitioners: [{ id: practitioner.id, isPrimary: true }],
    });
  });

  it("S0-21 are asked of clients when they are added and changed, never of pre-clients", async () => {
    await changeSetting(administrator, "clientFields", { mandatory: ["phone", "primaryContact"] });
    const base = { statusId, centerId, language: "en", isPerson: "false", name: "Acme" };
    const create = (fields: object) => createClient(staff, createClientInput.parse({ ...base, ...fields }));
    const refused = await create({ kind: "CLIENT" }).catch((error) => error);
    expect(Object.keys(refused.fields)).toEqual(["phone", "primaryContact"]);
    const lead = await create({ kind: "PRE_CLIENT" });
    const edit = (clientId: string, version: number) =>
      editClient(staff, editClientInput.parse({ ...base, clientId, version, purpose: "LEAD" }));
    await edit(lead, 1);
    const { id } = await make.client({ centerId });
    await expect(edit(id, 1)).rejects.toMatchObject({ code: "fields_missing" });
  });
});

describe("pre-clients", () => {
  it("S0-13 S0-14 S0-15 are leads or resource organizations of a kind, told apart in lists", async () => {
    const base = { statusId, centerId, language: "en", isPerson: "false", kind: "PRE_CLIENT" };
    const create = (fields: object) => createClient(staff, createClientInput.parse({ ...base, ...fields }));
    const bank = await create({ name: "First Bank", purpose: "RESOURCE_ORGANISATION", resourceKind: "BANK" });
    const lead = await create({ name: "Some Lead", purpose: "LEAD", resourceKind: "BANK" });
    expect(await stored(bank)).toMatchObject({ purpose: "RESOURCE_ORGANISATION", resourceKind: "BANK" });
    expect(await stored(lead)).toMatchObject({ purpose: "LEAD", resourceKind: null });
    const here = { field: "center", operator: "one_of", value: [centerId] };
    const idsOf = async (tree: object) => {
      const filter = { all: [here, tree] } as never;
      return (await listClients(staff, { filter, sort: "name", direction: "asc" })).rows.map(({ id }) => id);
    };
    expect(await idsOf(RESOURCES)).toEqual([bank]);
    expect(await idsOf(LEADS)).toContain(lead);
    expect(await idsOf(LEADS)).not.toContain(bank);
    expect(await idsOf({ field: "resourceKind", operator: "one_of", value: ["BANK"] })).toEqual([bank]);
  });

  it("S0-10 S0-12 are switched between active and inactive, and leave Open Clients with it", async () => {
    const { id, centerId: at } = await preClient({ centerId: (await make.center()).id });
    const open = () => {
      const here = { field: "center", operator: "one_of", value: [at] };
      return countClients(staff, { filter: { all: [here, OPEN_CLIENTS] } });
    };
    expect((await open()).count).toBe(1);
    const switchTo = async (standing: "ACTIVE" | "INACTIVE") => {
      const { version } = await stored(id);
      await changeClientStatus(staff, { clientId: id, version, statusId: await make.statusId(standing) });
    };
    await switchTo("INACTIVE");
    expect((await open()).count).toBe(0);
    await switchTo("ACTIVE");
    expect((await open()).count).toBe(1);
  });
});
