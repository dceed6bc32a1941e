import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/db";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { addOtherEmail, createContact, editContact, removeContactEmail, removeOtherEmail } from "./commands";
import { countContacts, findContact, findLinkableContacts, listContacts } from "./queries";
import { editRelationship, linkContact, makePrimaryContact, unlinkContact } from "./relationships/commands";

const staff = accountActor("staff");
const person = {
  firstName: "Ana",
  lastName: "Ruiz",
  email: "ana@example.org",
  phone: "773-555-0101",
  language: "es",
} as const;

const primaries = async (clientId: string) =>
  (await db.relationship.findMany({ where: { clientId, isPrimary: true }, select: { contactId: true } })).map(
    ({ contactId }) => contactId,
  );

async function clientOfTwo() {
  const client = await make.client();
  const [first, second] = [
    await createContact(staff, { ...person, clientId: client.id }),
    await createContact(staff, { ...person, firstName: "Bo", clientId: client.id }),
  ];
  const links = await db.relationship.findMany({ where: { clientId: client.id }, orderBy: { createdAt: "asc" } });
  return { client, first, second, firstLink: links[0]?.id ?? "", secondLink: links[1]?.id ?? "" };
}

describe("S2-20 the primary contact of a client", () => {
  it("is its first contact, and moves when staff say so", async () => {
    const { client, first, second, secondLink } = await clientOfTwo();
    expect(await primaries(client.id)).toEqual([first]);
    await makePrimaryContact(staff, { relationshipId: secondLink });
    expect(await primaries(client.id)).toEqual([second]);
  });

  it("is exactly one, also when two people move it at the same time", async () => {
    const { client, firstLink, secondLink } = await clientOfTwo();
    const links = [secondLink, firstLink, secondLink, firstLink, secondLink];
    await Promise.all(links.map((relationshipId) => makePrimaryContact(staff, { relationshipId })));
    expect(await primaries(client.id)).toHaveLength(1);
  });

  it("is one of many who are added at the same time", async () => {
    const client = await make.client();
    await Promise.all(Array.from({ length: 8 }, () => createContact(staff, { ...person, clientId: client.id })));
    expect(await primaries(client.id)).toHaveLength(1);
  });

  it("cannot be taken off while others are there", async () => {
    const { client, firstLink, secondLink } = await clientOfTwo();
    await expect(unlinkContact(staff, { relationshipId: firstLink })).rejects.toMatchObject({
      code: "primary_contact",
    });
    await unlinkContact(staff, { relationshipId: secondLink });
    await unlinkContact(staff, { relationshipId: firstLink });
    expect(await primaries(client.id)).toEqual([]);
  });
});

describe("what a contact is to a client", () => {
  const fields = {
    title: "CFO",
    isOwner: true,
    isSupervisor: false,
    isAccountsPayable: true,
    validFrom: null,
    validTo: null,
  };

  it("is changed with dates, and a guardian only after the password was confirmed", async () => {
    const { client, first, firstLink: relationshipId } = await clientOfTwo();
    await editRelationship(staff, { relationshipId, ...fields, isGuardian: false, validTo: "2030-06-30" });
    const contact = await findContact(staff, first);
    expect(contact?.relationships).toMatchObject([
      { clientId: client.id, title: "CFO", isOwner: true, validTo: "2030-06-30" },
    ]);
    const guardian = { relationshipId, ...fields, isGuardian: true };
    await expect(editRelationship(staff, guardian)).rejects.toMatchObject({ code: "needs_confirmation" });
    await editRelationship(accountActor("staff", { confirmed: true }), guardian);
    await editRelationship(staff, { ...guardian, title: "Mother" });
    expect((await findContact(staff, first))?.relationships[0]).toMatchObject({ isGuardian: true, title: "Mother" });
  });

  it("may hold for several clients, once for each", async () => {
    const { client, first } = await clientOfTwo();
    const other = await make.client();
    await linkContact(staff, { clientId: other.id, contactId: first });
    await expect(linkContact(staff, { clientId: client.id, contactId: first })).rejects.toMatchObject({
      code: "already_linked",
    });
    expect((await findContact(staff, first))?.relationships).toHaveLength(2);
  });
});

describe("a contact's own data", () => {
  it("S2-10 loses its address when staff remove it, and history keeps what it was", async () => {
    const id = await createContact(staff, person);
    await removeContactEmail(staff, { contactId: id, version: 1 });
    expect(await findContact(staff, id)).toMatchObject({ email: null, phone: "+17735550101", version: 2 });
    await expect(removeContactEmail(staff, { contactId: id, version: 1 })).rejects.toMatchObject({
      code: "changed_meanwhile",
    });
    const [entry] = await db.historyEntry.findMany({ where: { subjectId: id, kind: "contact.edited" } });
    expect(entry?.data).toMatchObject({ changes: { email: { from: "ana@example.org", to: null } } });
  });

  it("keeps further addresses, which also find the person", async () => {
    const contactId = await createContact(staff, { ...person, lastName: "Zapata" });
    await addOtherEmail(staff, { contactId, email: "second@zapata.example" });
    await expect(addOtherEmail(staff, { contactId, email: "SECOND@zapata.example" })).rejects.toMatchObject({
      code: "address_known",
    });
    expect((await listContacts(staff, { q: "second@zap" })).rows.map(({ id }) => id)).toEqual([contactId]);
    await removeOtherEmail(staff, { contactId, email: "second@zapata.example" });
    expect(await findContact(staff, contactId)).toMatchObject({ otherEmails: [] });
  });

  it("is not overwritten by the slower of two people", async () => {
    const contactId = await createContact(staff, person);
    const save = (firstName: string) =>
      editContact(staff, { ...person, doNotMail: false, firstName, contactId, version: 1 });
    const answers = await Promise.allSettled([save("One"), save("Two"), save("Three")]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("who sees which contacts", () => {
  it("a practitioner those of clients they serve, a contact only themself or their client's people", async () => {
    const dana = await make.practitioner();
    const { client, first, second } = await clientOfTwo();
    const served = await make.client({ practitionerId: dana.id });
    const theirs = await createContact(staff, { ...person, clientId: served.id });
    const practitioner = accountActor("practitioner", { practitionerId: dana.id });
    expect((await listContacts(practitioner, {})).rows.map(({ id }) => id)).toEqual([theirs]);
    expect(await findContact(practitioner, first)).toBeNull();
    await expect(
      editContact(practitioner, { ...person, doNotMail: true, contactId: first, version: 1 }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    const other = contactActor(second, [{ clientId: client.id }]);
    expect(await findContact(other, first)).toBeNull();
    expect(await findContact(other, second)).toMatchObject({ id: second });
    expect(await findContact(contactActor(first, [{ clientId: client.id, isOwner: true }]), second)).toMatchObject({
      id: second,
    });
  });

  it("lists and links by what staff type, in the same few queries for any number", async () => {
    const client = await make.client();
    const ids = await Promise.all(
      ["Aa", "Bb", "Cc"].map((firstName) => createContact(staff, { ...person, firstName, lastName: "Quill" })),
    );
    expect((await listContacts(staff, { q: "quill" })).rows.map(({ name }) => name)).toEqual([
      "Aa Quill",
      "Bb Quill",
      "Cc Quill",
    ]);
    expect(await findLinkableContacts(staff, { clientId: client.id, find: "quill" })).toHaveLength(3);
    expect(await findLinkableContacts(staff, { clientId: client.id, find: "q" })).toEqual([]);
    expect(ids).toHaveLength(3);
    expect(await countingQueries(() => Promise.all([listContacts(staff, {}), countContacts(staff, {})]))).toBe(2);
  });
});
