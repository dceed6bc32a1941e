import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { statusGiven } from "@/prisma/factories/updates";
import { changeClientStatus, createClient, editClient } from "./commands";
import { editNote } from "./notes/commands";
import { findNote } from "./notes/queries";
import { findClient, findClientChoices } from "./record/queries";
import { createClientInput, editClientInput } from "./schema";

const accountId = newId();
const staff = accountActor("staff", { accountId, name: "Ada Staff" });

let base: { statusId: string; centerId: string; language: string; name: string };
beforeAll(async () => {
  await make.account({ id: accountId, role: "STAFF" });
  base = { statusId: await make.statusId("ACTIVE"), centerId: (await make.center()).id, language: "en", name: "Acme" };
});

const create = (fields: Record<string, unknown> = {}) =>
  createClient(staff, createClientInput.parse({ ...base, kind: "CLIENT", isPerson: "false", ...fields }));

async function stored(clientId: string) {
  const client = await findClient(staff, clientId);
  if (!client) throw new Error("no client");
  return client;
}

async function edit(clientId: string, fields: Record<string, unknown> = {}) {
  const version = fields.version ?? (await stored(clientId)).version;
  return editClient(staff, editClientInput.parse({ ...base, clientId, isPerson: "false", ...fields, version }));
}

const historyOf = (subjectId: string) =>
  db.historyEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" }, select: { kind: true, data: true } });

describe("the language a client speaks", () => {
  it("is any of the administrators' list, also one the product does not write in; letters then come in the usual one", async () => {
    const clientId = await create({ name: "Halina Nowak", isPerson: "true", language: "pl" });
    expect(await stored(clientId)).toMatchObject({ language: "pl", languageName: "Polish" });
    const [own] = await db.relationship.findMany({ where: { clientId }, select: { contact: true } });
    expect(own?.contact.language).toBe("en");
    await expect(create({ language: "tlh" })).rejects.toMatchObject({ code: "unknown_language", field: "language" });
    await expect(edit(clientId, { language: "tlh" })).rejects.toMatchObject({ code: "unknown_language" });
  });

  it("stays with who has it when it is archived, and cannot be chosen anew", async () => {
    const language = await db.language.create({ data: { identifier: newId(), name: `Lost ${newId()}` } });
    const clientId = await create({ language: language.identifier });
    await db.language.update({ where: { id: language.id }, data: { archivedAt: new Date() } });
    await edit(clientId, { language: language.identifier, city: "Alton" });
    expect(await stored(clientId)).toMatchObject({ city: "Alton", languageName: language.name });
    await expect(create({ language: language.identifier })).rejects.toMatchObject({ code: "unknown_language" });
    expect((await findClientChoices(staff)).languages.map(({ id }) => id)).not.toContain(language.identifier);
  });
});

describe("adding a client", () => {
  it("S0-01 keeps a full record of a company that is not a client, with its people", async () => {
    const clientId = await create({
      kind: "PRE_CLIENT",
      purpose: "RESOURCE_ORGANISATION",
      phone: "(773) 555-6530",
      contacts: {
        "0": { firstName: "Amara", lastName: "Ali", email: "amara@example.org", title: "Owner", isOwner: "on" },
        "1": { firstName: "", lastName: "", email: "", phone: "" },
        "2": { firstName: "Peter", lastName: "Pan" },
      },
    });
    const client = await stored(clientId);
    expect(client).toMatchObject({ kind: "PRE_CLIENT", purpose: "RESOURCE_ORGANISATION", phone: "+17735556530" });
    expect(client.number).toMatch(/^@\d+$/);
    expect(client.contacts.map(({ name, isPrimary, isOwner }) => [name, isPrimary, isOwner])).toEqual([
      ["Amara Ali", true, true],
      ["Peter Pan", false, false],
    ]);
    expect((await historyOf(clientId)).map(({ kind }) => kind)).toEqual(["client.created"]);
  });

  it("S0-02 keeps a single person without any company, who is their own contact", async () => {
    const client = await stored(await create({ name: "Rosa de la Cruz", isPerson: "true", email: "rosa@example.org" }));
    expect(client).toMatchObject({ isPerson: true });
    expect(client.contacts).toMatchObject([{ name: "Rosa de la Cruz", email: "rosa@example.org", isPrimary: true }]);
  });

  it("S0-08 S0-09 gives numbers itself, also to fifty people at once and behind imported ones", async () => {
    await make.client({ number: "5000" });
    await db.$executeRaw`select setval('client_number_seq', 4999)`;
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) => create({ kind: index % 2 ? "CLIENT" : "PRE_CLIENT", number: "1" })),
    );
    const numbers = (
      await db.client.findMany({ where: { id: { in: ids } }, select: { number: true, kind: true } })
    ).map(({ number, kind }) => {
      expect(number.startsWith("@")).toBe(kind === "PRE_CLIENT");
      return number.replace("@", "");
    });
    expect(new Set(numbers).size).toBe(20);
    expect(numbers.every((number) => Number(number) > 5000)).toBe(true);
  });

  it("S3-29 pre-assigns practitioners with no session on the calendar, and none who left", async () => {
    const [dana, omar] = await Promise.all([make.practitioner(), make.practitioner()]);
    const gone = await make.practitioner({ status: "INACTIVE" });
    const clientId = await create({ practitionerId: dana.id, otherPractitionerIds: [omar.id] });
    expect((await stored(clientId)).practitioners.map(({ id, isPrimary }) => [id, isPrimary])).toEqual([
      [dana.id, true],
      [omar.id, false],
    ]);
    await edit(clientId, { practitionerId: omar.id });
    expect((await stored(clientId)).practitioners.map(({ id }) => id)).toEqual([omar.id]);
    await expect(create({ practitionerId: gone.id })).rejects.toMatchObject({ code: "practitioner_inactive" });
  });
});

describe("changing a client", () => {
  it("writes old and new values in words", async () => {
    const clientId = await create();
    await edit(clientId, { name: "Acme Bakery", city: "Chicago" });
    const [, edited] = await historyOf(clientId);
    expect(edited).toEqual({
      kind: "client.edited",
      data: {
        name: "Acme Bakery",
        changes: { name: { from: "Acme", to: "Acme Bakery" }, city: { from: null, to: "Chicago" } },
      },
    });
  });

  it("BK-10 lets one of two people who saw the same version save, and names the other to the second", async () => {
    const clientId = await create();
    const { version } = await stored(clientId);
    const answers = await Promise.allSettled(["A", "B", "C", "D"].map((name) => edit(clientId, { name, version })));
    const refused = answers.filter((answer) => answer.status === "rejected").map((answer) => answer.reason);
    expect(refused).toHaveLength(3);
    expect(refused[0]).toMatchObject({ code: "changed_meanwhile", values: { name: "Ada Staff" } });
    expect((await stored(clientId)).version).toBe(2);
  });

  it("S3-06 changes the status in the edit form, by itself and of many at once", async () => {
    const inactive = await make.statusId("INACTIVE");
    const [one, two] = [await create(), await create()];
    await edit(one, { statusId: inactive });
    expect((await stored(one)).status).toMatchObject({ standing: "INACTIVE" });
    const { version } = await stored(two);
    await changeClientStatus(staff, { clientId: two, version, statusId: inactive });
    await expect(changeClientStatus(staff, { clientId: two, version, statusId: base.statusId })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    const many = { statusId: base.statusId, ids: [one, two, newId()] };
    expect(await statusGiven(staff, many)).toMatchObject({ changed: 2, unchanged: 0 });
    expect(await statusGiven(staff, many)).toMatchObject({ changed: 0, unchanged: 2 });
    expect((await historyOf(two)).filter(({ kind }) => kind === "client.status-changed")).toHaveLength(2);
  });

  it("S3-07 knows exactly three standings", async () => {
    const standings = await db.clientStatus.findMany({ select: { standing: true }, orderBy: { position: "asc" } });
    expect(standings.map(({ standing }) => standing)).toEqual(["ACTIVE", "INACTIVE", "PROSPECT"]);
  });

  it("treats a removed client as one that never was", async () => {
    const clientId = await create();
    await db.client.update({ where: { id: clientId }, data: { deletedAt: new Date("2026-01-01") } });
    await expect(changeClientStatus(staff, { clientId, version: 1, statusId: base.statusId })).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("S3-57 Additional Information", () => {
  it("S3-39 S3-40 is for administrators and staff, never for a practitioner, and not in the history", async () => {
    const clientId = await create();
    const subject = { subjectKind: "client", subjectId: clientId } as const;
    await editNote(staff, { ...subject, version: 0, text: "Owes us a favour" });
    expect(await findNote(accountActor("administrator"), subject)).toEqual({ text: "Owes us a favour", version: 1 });
    const practitioner = accountActor("practitioner");
    expect(await findNote(practitioner, subject)).toBeNull();
    await expect(editNote(practitioner, { ...subject, version: 1, text: "x" })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(JSON.stringify(await historyOf(clientId))).not.toContain("favour");
    await expect(editNote(staff, { ...subject, version: 0, text: "again" })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
  });
});
