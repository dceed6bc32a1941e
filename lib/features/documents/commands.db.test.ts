import { deflateSync } from "node:zlib";
import { beforeEach, expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { findSubject } from "@/lib/subjects";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { removeDocument, restoreDocument } from "./bin/commands";
import { editDocument } from "./commands";
import { copyDocuments } from "./copies/commands";
import { openDocument } from "./downloads/commands";
import { tidyDocuments } from "./jobs";
import { handInDocument } from "./portal/commands";
import { listSharedDocuments } from "./portal/queries";
import { listDocuments } from "./queries";
import { addDocument, replaceDocument } from "./uploads/commands";

let staff: AccountActor;
let administrator: AccountActor;

beforeEach(async () => {
  await execute(sql`delete from documents`);
  staff = accountActor("staff", { accountId: (await make.account()).id });
  const accountId = (await make.account({ role: "ADMINISTRATOR" })).id;
  administrator = accountActor("administrator", { accountId, confirmed: true });
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: { code?: string }) => error.code,
  );
const listOf = (id: string) => listDocuments(staff, { kind: "client", id });

async function add(
  actor: Parameters<typeof addDocument>[0],
  clientId: string,
  file: { name?: string; text?: string } = {},
) {
  const { name = "Plan.txt", text = "The plan" } = file;
  const subject = { kind: "client", id: clientId } as const;
  return addDocument(actor, { subject, folder: null, name, bytes: bytesOf(text) }, findSubject);
}

const textOf = async (opened: { stream: ReadableStream<Uint8Array> } | null) =>
  opened && new Response(opened.stream).text();

async function share(
  documentId: string,
  visibility: "STAFF" | "PRACTITIONER" | "CLIENT" | "CONTACT",
  contactId: string | null = null,
) {
  const { name, folder } = await db.document.findUniqueOrThrow({ where: { id: documentId } });
  await editDocument(staff, { documentId, name, folder, visibility, contactId });
}

it("a document, its history and its line in the stream are there together or not at all", async () => {
  const client = await make.client();
  const documentId = await add(staff, client.id);
  const [told] = await db.streamEntry.findMany({ where: { clientId: client.id, kind: "document.added" } });
  expect(told?.data).toMatchObject({ documentId, name: "Plan.txt" });
  expect(await db.historyEntry.count({ where: { kind: "document.added", subjectId: client.id } })).toBe(1);
  const stranger = accountActor("practitioner");
  expect(await refusal(add(stranger, client.id))).toBe("not_found");
  expect((await listOf(client.id)).rows).toHaveLength(1);
});

it("S4-03 S4-11 a prospect's documents are copied to a client and live on their own, their bytes kept once", async () => {
  const prospect = await make.prospect();
  const from = { kind: "prospect", id: prospect.id } as const;
  const original = await addDocument(
    staff,
    { subject: from, folder: "Letters", name: "Offer.txt", bytes: bytesOf("The offer") },
    findSubject,
  );
  const client = await make.client();
  const copied = await inTransaction((tx) => copyDocuments(tx, staff, { from, to: { kind: "client", id: client.id } }));
  expect(copied).toBe(1);
  const [copy] = (await listOf(client.id)).rows;
  expect(copy).toMatchObject({ name: "Offer.txt", folder: "Letters", visibility: "STAFF" });
  expect(await db.documentContent.findMany({ select: { uses: true } })).toContainEqual({ uses: 2 });

  await replaceDocument(staff, { documentId: copy?.id ?? "", name: "Offer.txt", bytes: bytesOf("A better offer") });
  await removeDocument(administrator, { documentId: original });
  expect(await textOf(await openDocument(staff, { documentId: copy?.id ?? "" }))).toBe("A better offer");
  expect(await openDocument(staff, { documentId: original })).toBeNull();
  await restoreDocument(staff, { documentId: original });
  expect(await textOf(await openDocument(staff, { documentId: original }))).toBe("The offer");
});

it("what it was stays among its versions, for the organization only", async () => {
  const { client, contact } = await make.clientWithOwner();
  const documentId = await add(staff, client.id, { text: "First" });
  await replaceDocument(staff, { documentId, name: "newer.csv", bytes: bytesOf("a,b\n1,2") });
  await share(documentId, "CLIENT");
  const [row] = (await listOf(client.id)).rows;
  expect(row).toMatchObject({ name: "Plan.csv", contentType: "text/csv" });
  expect(row?.versions.map(({ number }) => number)).toEqual([2, 1]);
  expect(await textOf(await openDocument(staff, { documentId, version: 1 }))).toBe("First");
  const owner = contactActor(contact.id, [{ clientId: client.id, isOwner: true }]);
  expect(await textOf(await openDocument(owner, { documentId, version: 1 }))).toBe("a,b\n1,2");
});

it("FI-04 AZ-04 who is not meant gets what a stranger's id gives, and an unshared document is gone at once", async () => {
  const practitionerAccount = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: practitionerAccount.id });
  const { client, contact } = await make.clientWithOwner({ practitionerId: practitioner.id });
  const employee = await make.contact();
  await make.relationship({ clientId: client.id, contactId: employee.id });
  const documentId = await add(staff, client.id);
  const people = {
    practitioner: accountActor("practitioner", { accountId: practitionerAccount.id, practitionerId: practitioner.id }),
    elsewhere: accountActor("practitioner", { practitionerId: (await make.practitioner()).id }),
    owner: contactActor(contact.id, [{ clientId: client.id, isOwner: true }]),
    guardian: contactActor((await make.contact()).id, [{ clientId: client.id, isGuardian: true }]),
    employee: contactActor(employee.id, [{ clientId: client.id }]),
    stranger: contactActor((await make.contact()).id, [{ clientId: (await make.client()).id, isOwner: true }]),
  };
  const readers = async () => {
    const names = Object.entries(people).map(async ([name, actor]) =>
      (await openDocument(actor, { documentId })) ? name : null,
    );
    return (await Promise.all(names)).filter(Boolean);
  };
  const expected = {
    STAFF: [],
    PRACTITIONER: ["practitioner"],
    CLIENT: ["practitioner", "owner", "guardian"],
    CONTACT: ["employee"],
  } as const;
  for (const visibility of ["CLIENT", "PRACTITIONER", "CONTACT", "STAFF"] as const) {
    await share(documentId, visibility, employee.id);
    expect([visibility, await readers()]).toEqual([visibility, expected[visibility]]);
    const shown = await listSharedDocuments(people.owner);
    expect(shown).toHaveLength(visibility === "CLIENT" ? 1 : 0);
  }
});

it("a document is shared only with people of its record, and a prospect's with nobody", async () => {
  const client = await make.client();
  const documentId = await add(staff, client.id);
  expect(await refusal(share(documentId, "CONTACT", (await make.contact()).id))).toBe("unknown_contact");
  const prospect = await make.document({ subjectKind: "prospect", subjectId: (await make.prospect()).id });
  expect(await refusal(share(prospect.id, "CLIENT"))).toBe("not_shareable");
});

it("FI-01 FI-02 each hostile file is refused with its reason and leaves nothing", async () => {
  const client = await make.client();
  const png = (width: number, height: number) => {
    const head = Buffer.alloc(33);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(head);
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    head.set([8, 2, 0, 0, 0], 24);
    const data = deflateSync(Buffer.alloc(16));
    const chunk = Buffer.alloc(12 + data.length);
    chunk.writeUInt32BE(data.length, 0);
    chunk.write("IDAT", 4, "latin1");
    data.copy(chunk, 8);
    return Buffer.concat([head, chunk, Buffer.from([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82])]);
  };
  const hand = (name: string, bytes: Uint8Array) =>
    refusal(addDocument(staff, { subject: { kind: "client", id: client.id }, folder: null, name, bytes }, findSubject));
  expect(await hand("empty.txt", new Uint8Array())).toBe("file_missing");
  expect(await hand("large.txt", new Uint8Array(20 * 1024 ** 2 + 1).fill(97))).toBe("file_too_large");
  expect(await hand("picture.svg", bytesOf("<svg onload='alert(1)'/>"))).toBe("file_kind");
  expect(await hand("page.txt", bytesOf("<html><script>alert(1)</script>"))).toBe("file_kind");
  expect(await hand("fake.pdf", bytesOf("MZ this is a program"))).toBe("file_kind");
  expect(await hand("flood.png", png(50_000, 50_000))).toBe("picture_too_large");
  expect(await db.storedFile.count({ where: { name: { in: ["fake.pdf", "flood.png"] } } })).toBe(0);
  expect(await hand("right.png", png(800, 600))).toBe("accepted");
  expect((await listOf(client.id)).rows).toHaveLength(1);
});

it("FI-02 twenty uploads at once cannot pass the quota together", async () => {
  const client = await make.client();
  const at = now();
  const many = Array.from({ length: 190 }, (_, place) => ({
    subjectKind: "client",
    subjectId: client.id,
    name: `${place}.txt`,
    contentType: "text/plain",
    size: 1,
    totalSize: 1,
    addedBy: "Ada",
    createdAt: at,
    changedAt: at,
  }));
  await db.document.createMany({ data: many });
  const names = Array.from({ length: 20 }, (_, place) => `late ${place}.txt`);
  const answers = await Promise.all(names.map((name) => refusal(add(staff, client.id, { name, text: name }))));
  expect(answers.filter((answer) => answer === "accepted")).toHaveLength(10);
  expect(answers.filter((answer) => answer === "too_many_files")).toHaveLength(10);
  expect((await listOf(client.id)).rows).toHaveLength(200);
});

it("the same bytes handed in by several at once are kept once", async () => {
  const client = await make.client();
  await Promise.all(Array.from({ length: 8 }, () => add(staff, client.id, { text: "handed in together" })));
  const uses = await db.documentContent.findMany({ where: { versions: { some: {} } }, select: { uses: true } });
  expect(uses).toEqual([{ uses: 8 }]);
});

it("an administrator in administrator mode deletes any, staff their own of a day, a practitioner their own unshared", async () => {
  const { id: accountId } = await make.account();
  const own = accountActor("staff", { accountId });
  const client = await make.client();
  const [mine, old, others] = [
    await add(own, client.id),
    (await make.document({ subjectId: client.id, accountId, createdAt: addMinutes(now(), -25 * 60) })).id,
    await add(staff, client.id),
  ].map((documentId) => ({ documentId }));
  if (!mine || !old || !others) throw new Error("three documents");
  expect(await refusal(removeDocument(own, mine))).toBe("accepted");
  expect(await refusal(removeDocument(own, old))).toBe("only_administrators");
  expect(await refusal(removeDocument(own, others))).toBe("only_administrators");
  expect(await refusal(removeDocument(accountActor("administrator"), others))).toBe("only_administrators");
  expect(await refusal(removeDocument(administrator, others))).toBe("accepted");
});

it("what was deleted can be restored for 30 days; then it goes with its bytes, but for those still shown elsewhere", async () => {
  const client = await make.client();
  const text = "for good";
  const [gone, kept] = [await add(staff, client.id, { text }), await add(staff, client.id, { text })];
  const alone = await add(staff, client.id, { text: "alone" });
  for (const documentId of [gone, alone]) await removeDocument(administrator, { documentId });
  await tidyDocuments();
  expect(await db.document.count({ where: { id: { in: [gone, alone] } } })).toBe(2);
  const deletedAt = addMinutes(now(), -31 * 24 * 60);
  await db.document.updateMany({ where: { id: { in: [gone, alone] } }, data: { deletedAt } });
  const files = await db.storedFile.count();
  await tidyDocuments();
  expect(await db.document.findMany({ select: { id: true } })).toEqual([{ id: kept }]);
  expect(await db.storedFile.count()).toBe(files - 1);
  expect(await textOf(await openDocument(staff, { documentId: kept }))).toBe(text);
});

it("whoever acts for a client hands in a document that staff, its practitioners and its people read, and that stands in its stream", async () => {
  const { client, contact } = await make.clientWithOwner();
  const owner = contactActor(contact.id, [{ clientId: client.id, isOwner: true }]);
  const file = { name: "Statement.txt", bytes: bytesOf("What the bank says") };
  const documentId = await handInDocument(owner, { clientId: client.id, ...file });
  expect((await listOf(client.id)).rows).toMatchObject([{ id: documentId, visibility: "CLIENT", addedBy: owner.name }]);
  expect(await listSharedDocuments(owner)).toMatchObject([{ id: documentId, name: "Statement.txt" }]);
  expect(await db.streamEntry.count({ where: { clientId: client.id, kind: "document.added" } })).toBe(1);
  const helper = contactActor((await make.contact()).id, [{ clientId: client.id }]);
  const strangers = (await make.client()).id;
  expect(await refusal(handInDocument(helper, { clientId: client.id, ...file }))).toBe("not_found");
  expect(await refusal(handInDocument(owner, { clientId: strangers, ...file }))).toBe("not_found");
  const page = { name: "page.txt", bytes: bytesOf("<!doctype html><script>alert(1)</script>") };
  expect(await refusal(handInDocument(owner, { clientId: client.id, ...page }))).toBe("file_kind");
});

it("nobody hands in more than thirty files an hour", async () => {
  const { client, contact } = await make.clientWithOwner();
  const owner = contactActor(contact.id, [{ clientId: client.id, isOwner: true }]);
  const handIn = (number: number) =>
    handInDocument(owner, { clientId: client.id, name: `${number}.txt`, bytes: bytesOf(`Page ${number}`) });
  const answers = await Promise.all(Array.from({ length: 32 }, (_, number) => refusal(handIn(number))));
  expect(answers.filter((answer) => answer === "too_many_attempts")).toHaveLength(2);
  expect((await listOf(client.id)).rows).toHaveLength(30);
});
