import { beforeAll, describe, expect, it } from "vitest";
import { findClient } from "@/lib/features/clients/record/queries";
import { addCustomField, archiveCustomField } from "@/lib/features/custom-fields/definitions/commands";
import { addCustomFieldInput } from "@/lib/features/custom-fields/definitions/schema";
import { listMessages } from "@/lib/features/messages/queries";
import { findProspect } from "@/lib/features/prospects/record/queries";
import { changeSetting } from "@/lib/features/settings/commands";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import type { RefusalError } from "@/lib/platform/refusal";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { convertProspect } from "./commands";
import { findPersonMatches } from "./proposals/queries";
import { findConversion } from "./receipts/queries";
import { convertProspectInput } from "./schema";
import { undoConversion } from "./undoing/commands";

let staff: AccountActor;
let centerId: string;
beforeAll(async () => {
  const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
  staff = accountActor("staff", { name: "Ada Staff", accountId });
  centerId = (await make.center()).id;
});

/** A prospect with two people, two messages, a document and a task. */
async function richProspect() {
  const prospect = await make.prospect({ notes: "Prefers the morning", phone: "+13125550142" });
  const { id: prospectId } = prospect;
  const main = await make.prospectContact({ prospectId, firstName: "Walter", title: "Owner", isMain: true });
  const other = await make.prospectContact({ prospectId, firstName: "Wilma", title: "Manager" });
  for (const text of ["Called", "Wrote"]) {
    const links = { create: { subjectKind: "prospect", subjectId: prospectId, postedAt: now() } };
    await db.message.create({ data: { text, authorName: "Ada", postedAt: now(), links } });
  }
  await make.document({ subjectKind: "prospect", subjectId: prospectId, name: "Price list.pdf" });
  await db.task.create({ data: { subject: "Call", subjectKind: "prospect", subjectId: prospectId, createdAt: now() } });
  return { prospect, main, other };
}

type Rich = Awaited<ReturnType<typeof richProspect>>;

const convert = ({ prospect }: Pick<Rich, "prospect">, fields: Record<string, unknown> = {}) =>
  convertProspect(staff, convertProspectInput.parse({ prospectId: prospect.id, centerId, ...fields }));
const everything = ({ main }: Rich) => ({ copyMessages: "on", copyDocuments: "on", people: { [main.id]: "create" } });
const documentsOf = (subjectId: string) => db.document.findMany({ where: { subjectId }, include: { versions: true } });
const messagesOf = async (kind: "client" | "prospect", id: string) =>
  (await listMessages(staff, { kind, id })).rows.map((message) => message.id);

describe("converting a prospect", () => {
  it("S4-10 S4-11 S4-13 S4-15 S4-24 makes a client of standing PROSPECT with what was ticked, and says what it did", async () => {
    const rich = await richProspect();
    const clientId = await convert(rich, everything(rich));
    const client = await db.client.findUniqueOrThrow({
      where: { id: clientId },
      include: { status: true, relationships: { include: { contact: true } } },
    });
    expect(client).toMatchObject({ name: rich.prospect.name, kind: "CLIENT", centerId, phone: "+13125550142" });
    expect(client.status.standing).toBe("PROSPECT");
    expect(client.number).toMatch(/^\d+$/);
    expect(client.relationships).toMatchObject([{ title: "Owner", isPrimary: true, contact: { firstName: "Walter" } }]);
    expect(await messagesOf("client", clientId)).toEqual(await messagesOf("prospect", rich.prospect.id));
    const [[original], [copy]] = [await documentsOf(rich.prospect.id), await documentsOf(clientId)];
    expect(copy?.id).not.toBe(original?.id);
    expect(copy?.versions[0]?.contentId).toBe(original?.versions[0]?.contentId);
    const result = await findConversion(staff, rich.prospect.id);
    expect(result?.receipt).toMatchObject({
      client: { id: clientId, number: client.number },
      created: [{ name: expect.stringContaining("Walter") }],
      left: [expect.stringContaining("Wilma")],
      messages: { linked: 2, left: 0 },
      documents: { copied: 1, left: 0 },
      openTasks: 1,
      hadNotes: true,
    });
  });

  it("S4-12 copies nothing of a kind whose box is not ticked", async () => {
    const rich = await richProspect();
    const clientId = await convert(rich);
    expect(await messagesOf("client", clientId)).toEqual([]);
    expect(await documentsOf(clientId)).toEqual([]);
    expect(await db.relationship.count({ where: { clientId } })).toBe(0);
    const result = await findConversion(staff, rich.prospect.id);
    expect(result?.receipt).toMatchObject({ messages: { linked: 0, left: 2 }, documents: { copied: 0, left: 1 } });
  });

  it("S4-16 S4-17 S4-19 leaves the prospect where it stands, with a link to the client", async () => {
    const rich = await richProspect();
    const clientId = await convert(rich, everything(rich));
    const prospect = await findProspect(staff, rich.prospect.id);
    expect(prospect).toMatchObject({ stage: { name: "New" }, conversion: { clientId, existing: false } });
    expect(prospect?.people.map(({ contactId }) => contactId !== null)).toEqual([true, false]);
    expect(await messagesOf("prospect", rich.prospect.id)).toHaveLength(2);
    const lines = await db.streamEntry.findMany({ where: { clientId, kind: "prospect.converted" } });
    expect(lines).toMatchObject([{ data: { name: rich.prospect.name } }]);
  });

  it("S4-09 asks for the center; one that is not there is refused and nothing is left behind", async () => {
    const rich = await richProspect();
    const issues = convertProspectInput.safeParse({ prospectId: rich.prospect.id, centerId: "" }).error?.issues;
    expect(issues).toMatchObject([{ path: ["centerId"], message: "required" }]);
    await expect(convert(rich, { centerId: rich.prospect.id })).rejects.toMatchObject({ field: "centerId" });
    expect(await db.client.count({ where: { name: rich.prospect.name } })).toBe(0);
    expect(await findConversion(staff, rich.prospect.id)).toBeNull();
  });

  it("S4-18 BK-11 twenty presses at once give one client, each document once, and everybody the same answer", async () => {
    const rich = await richProspect();
    const ids = await Promise.all(Array.from({ length: 20 }, () => convert(rich, everything(rich))));
    expect(new Set(ids).size).toBe(1);
    const [clientId = ""] = ids;
    expect(await db.client.count({ where: { name: rich.prospect.name } })).toBe(1);
    expect(await documentsOf(clientId)).toHaveLength(1);
    expect(await db.relationship.count({ where: { clientId } })).toBe(1);
    expect(await db.operation.count({ where: { input: { path: ["prospectId"], equals: rich.prospect.id } } })).toBe(1);
    const data = { prospectId: rich.prospect.id, clientId, operationId: clientId, convertedAt: now() };
    await expect(db.conversion.create({ data })).rejects.toThrow();
  });
});

describe("converting into what is there already", () => {
  it("S4-13 a person who is a contact already is proposed and linked, not made twice", async () => {
    const rich = await richProspect();
    const { client, contact } = await make.clientWithOwner();
    await db.prospectContact.update({
      where: { id: rich.main.id },
      data: { email: contact.email?.toUpperCase() ?? "" },
    });
    const prospect = await findProspect(staff, rich.prospect.id);
    const matches = await findPersonMatches(staff, prospect?.people ?? []);
    expect(matches).toMatchObject([{ personId: rich.main.id, id: contact.id, clients: [client.name] }]);
    const before = await db.contact.count();
    const clientId = await convert(rich, { people: { [rich.main.id]: contact.id } });
    expect(await db.contact.count()).toBe(before);
    expect(await db.relationship.count({ where: { clientId, contactId: contact.id, isPrimary: true } })).toBe(1);
  });

  it("an existing client gets messages, documents and people, and keeps its name, status and primary contact", async () => {
    const rich = await richProspect();
    const { client, contact } = await make.clientWithOwner();
    const number = await db.client.count();
    expect(await convert(rich, { ...everything(rich), clientId: client.id, centerId: "" })).toBe(client.id);
    expect(await db.client.count()).toBe(number);
    expect(await messagesOf("client", client.id)).toHaveLength(2);
    const primary = await db.relationship.findFirst({ where: { clientId: client.id, isPrimary: true } });
    expect(primary?.contactId).toBe(contact.id);
    expect(await findProspect(staff, rich.prospect.id)).toMatchObject({ conversion: { existing: true } });
    expect(await db.client.findUnique({ where: { id: client.id } })).toMatchObject({ name: client.name });
  });
});

describe("taking a conversion back", () => {
  const operationOf = async (prospectId: string) => (await findConversion(staff, prospectId))?.operationId ?? "";
  const takeBack = async (prospectId: string) =>
    undoConversion(staff, { prospectId, operationId: await operationOf(prospectId) });

  it("removes what it made and lets the prospect be converted again", async () => {
    const rich = await richProspect();
    const clientId = await convert(rich, everything(rich));
    await takeBack(rich.prospect.id);
    expect(await db.client.count({ where: { id: clientId } })).toBe(0);
    expect(await documentsOf(clientId)).toEqual([]);
    expect(await documentsOf(rich.prospect.id)).toHaveLength(1);
    expect(await db.messageLink.count({ where: { subjectId: clientId } })).toBe(0);
    const prospect = await findProspect(staff, rich.prospect.id);
    expect(prospect?.conversion).toBeNull();
    expect(prospect?.people.every(({ contactId }) => contactId === null)).toBe(true);
    expect(
      await db.historyEntry.count({ where: { subjectId: rich.prospect.id, kind: "prospect.conversion-undone" } }),
    ).toBe(1);
    expect(await convert(rich, everything(rich))).not.toBe(clientId);
  });

  it("from an existing client takes only what the conversion brought", async () => {
    const rich = await richProspect();
    const { client } = await make.clientWithOwner();
    await make.document({ subjectId: client.id });
    await convert(rich, { ...everything(rich), clientId: client.id, centerId: "" });
    await takeBack(rich.prospect.id);
    expect(await db.client.count({ where: { id: client.id } })).toBe(1);
    expect(await documentsOf(client.id)).toHaveLength(1);
    expect(await db.relationship.count({ where: { clientId: client.id } })).toBe(1);
  });

  it("is refused while something new hangs on the client, and changes nothing", async () => {
    const rich = await richProspect();
    const clientId = await convert(rich, everything(rich));
    await db.task.create({ data: { subject: "New", subjectKind: "client", subjectId: clientId, createdAt: now() } });
    await expect(takeBack(rich.prospect.id)).rejects.toMatchObject({ code: "conversion_kept" });
    expect(await findConversion(staff, rich.prospect.id)).toMatchObject({ keptBy: "used:tasks" });
    expect(await db.relationship.count({ where: { clientId } })).toBe(1);
  });

  it("an operation of another prospect takes nothing back", async () => {
    const [one, two] = [await richProspect(), await richProspect()];
    await convert(one);
    await convert(two);
    const input = { prospectId: two.prospect.id, operationId: await operationOf(one.prospect.id) };
    await expect(undoConversion(staff, input)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what a client must have", () => {
  const administrator = accountActor("administrator", { confirmed: true });
  const field = (recordKind: string, label: string, more: Record<string, unknown> = {}) =>
    addCustomField(administrator, addCustomFieldInput.parse({ recordKind, type: "text", label, ...more }));

  it("S0-19 S0-21 is asked for where a prospect becomes a client, named and beside its field, and not where it becomes a pre-client", async () => {
    await changeSetting(administrator, "clientFields", { mandatory: ["city", "phone"] });
    const own = await field("client", "Sector code", { mandatory: "on" });
    const prospect = await make.prospect({ phone: "+13125550142" });
    const refusal = await convert({ prospect }).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "fields_missing" });
    expect(Object.keys((refusal as RefusalError).fields)).toEqual(["city", `custom.${own}`]);
    const clientId = await convert({ prospect }, { city: "Peoria", custom: { [own]: "B-12" } });
    expect(await findClient(staff, clientId)).toMatchObject({
      kind: "CLIENT",
      city: "Peoria",
      custom: [{ value: "B-12" }],
    });
    const other = await make.prospect({});
    const pre = await findClient(staff, await convert({ prospect: other }, { kind: "PRE_CLIENT" }));
    expect(pre).toMatchObject({ kind: "PRE_CLIENT", purpose: "LEAD" });
    expect(pre?.number).toMatch(/^@/);
    await changeSetting(administrator, "clientFields", { mandatory: [] });
    await archiveCustomField(administrator, { fieldId: own });
  });

  it("what a prospect has in fields that clients have too comes along, is told, and goes again with undo", async () => {
    const asked = await field("prospect", "Found us by", { type: "choice", choices: { "0": { label: "Radio" } } });
    await field("client", "found us by", {
      type: "choice",
      choices: { "0": { label: "Friend" }, "1": { label: "radio" } },
    });
    const [radio] = await db.customFieldChoice.findMany({ where: { fieldId: asked } });
    const prospect = await make.prospect({});
    const about = { recordId: prospect.id, prospectId: prospect.id, recordKind: "prospect" };
    await db.customValue.create({ data: { fieldId: asked, ...about, type: "choice", choiceId: radio?.id ?? "" } });
    const clientId = await convert({ prospect });
    const value = (await findClient(staff, clientId))?.custom.find(({ label }) => label === "found us by");
    expect(value?.choices.find(({ id }) => id === value.value)?.label).toBe("radio");
    const result = await findConversion(staff, prospect.id);
    expect(result?.receipt.fields).toEqual(["found us by"]);
    await undoConversion(staff, { prospectId: prospect.id, operationId: result?.operationId ?? "" });
    expect(await db.customValue.count({ where: { clientId } })).toBe(0);
  });
});
