import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { dateColumn } from "@/lib/platform/db/columns";
import { closeDatabase, db, inTransaction } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { sql, sqlName } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { chooseRecipients, excludeGaps } from "../drafts/commands";
import { findMailing } from "../queries";
import { findGaps } from "../reviews/queries";
import { buildRecipients, excludeRecipient, findChosenClients, includeRecipient } from "./commands";
import { findByName, listSkipped } from "./queries";

afterAll(closeDatabase);

let actor = accountActor("staff");

beforeEach(async () => {
  for (const table of ["mailing_recipients", "mailings", "unsubscribes", "relationships", "clients", "contacts"])
    await execute(sql`delete from ${sqlName(table)}`);
  const { id } = await make.account();
  actor = accountActor("staff", { accountId: id });
});

async function build(options: Parameters<typeof make.mailing>[0] = {}) {
  const { id } = await make.mailing({ senderId: actor.accountId, ...options });
  const mailing = await findMailing(actor, id);
  if (!mailing) throw new Error("there is no mailing");
  const chosen = await findChosenClients(actor, id);
  await inTransaction((tx) => buildRecipients(tx, mailing, chosen));
  return id;
}

async function verdicts(mailingId: string) {
  const found = await db.mailingRecipient.findMany({
    where: { mailingId },
    orderBy: [{ state: "asc" }, { position: "asc" }],
  });
  return found.map(({ name, state, reason }) => `${name}: ${reason ?? state}`);
}

async function clientWith(person: Parameters<typeof make.contact>[0], options: Parameters<typeof make.client>[0] = {}) {
  const client = await make.client(options);
  const contact = await make.contact(person);
  await make.relationship({ clientId: client.id, contactId: contact.id, isPrimary: true });
  return { client, contact };
}

describe("who gets a mailing", () => {
  it("S2-46 S2-54 S2-63 the primary contact of each chosen client, of all clients or of some", async () => {
    const ana = await clientWith({ firstName: "Ana", lastName: "Ruiz" });
    const other = await make.contact({ firstName: "Bo", lastName: "Second" });
    await make.relationship({ clientId: ana.client.id, contactId: other.id, isOwner: true });
    const leo = await clientWith({ firstName: "Leo", lastName: "Stone" });
    expect(await verdicts(await build())).toEqual(["Ana Ruiz: READY", "Leo Stone: READY"]);
    expect(await verdicts(await build({ clientIds: [leo.client.id] }))).toEqual(["Leo Stone: READY"]);
    const but = { all: true, ids: [], except: [leo.client.id] };
    expect(await verdicts(await build({ selection: but }))).toEqual(["Ana Ruiz: READY"]);
  });

  it("S2-55 or all contacts of the chosen clients, past and future ones left out", async () => {
    const { client } = await clientWith({ firstName: "Ana", lastName: "Ruiz" });
    const people = await Promise.all(
      ["Bo", "Cy", "Di"].map((firstName) => make.contact({ firstName, lastName: "Person" })),
    );
    const [bo, cy, di] = people.map(({ id }) => id);
    await make.relationship({ clientId: client.id, contactId: bo ?? "" });
    await make.relationship({ clientId: client.id, contactId: cy ?? "", validTo: dateColumn("2020-01-01") });
    await make.relationship({ clientId: client.id, contactId: di ?? "", validFrom: dateColumn("2990-01-01") });
    expect(await verdicts(await build({ audience: "all" }))).toEqual(["Bo Person: READY", "Ana Ruiz: READY"]);
  });

  it("S2-61 leaves out, each with its reason, whom no letter can or may reach", async () => {
    await clientWith({ firstName: "No", lastName: "Address", email: null });
    await clientWith({ firstName: "Bad", lastName: "Address", email: "two@at@signs.org" });
    await clientWith({ firstName: "Not", lastName: "Mail", doNotMail: true });
    const gone = await clientWith({ firstName: "Left", lastName: "List" });
    await db.unsubscribe.create({ data: { email: (gone.contact.email ?? "").toUpperCase(), createdAt: new Date() } });
    await clientWith({ firstName: "In", lastName: "Active" }, { standing: "INACTIVE" });
    await clientWith({ firstName: "Pro", lastName: "Spect" }, { standing: "PROSPECT" });
    await make.client({ name: "Nobody Inc" });
    await clientWith({ firstName: "Zoe", lastName: "Well" });
    expect((await verdicts(await build())).sort()).toEqual([
      "Bad Address: malformed_address",
      "In Active: client_inactive",
      "Left List: unsubscribed",
      "No Address: no_address",
      "Nobody Inc: no_contact",
      "Not Mail: do_not_mail",
      "Pro Spect: client_prospect",
      "Zoe Well: READY",
    ]);
  });

  it("S2-61 mails a person once although on several clients, and an address once although shared", async () => {
    const { contact } = await clientWith({ firstName: "Ana", lastName: "Ruiz", email: "ana@example.org" });
    const practitionerId = (await make.practitioner()).id;
    const second = await make.client({ name: "Second Shop", practitionerId });
    await make.relationship({ clientId: second.id, contactId: contact.id, isPrimary: true });
    await clientWith({ firstName: "Bea", lastName: "Ruiz", email: "ANA@example.org" });
    const id = await build();
    expect((await verdicts(id)).sort()).toEqual(["Ana Ruiz: READY", "Ana Ruiz: same_person", "Bea Ruiz: same_address"]);
    // Of two clients she is written to about the one whose practitioner is there.
    const kept = await db.mailingRecipient.findFirstOrThrow({ where: { mailingId: id, state: "READY" } });
    expect(kept.clientId).toBe(second.id);
  });

  it("gives everybody a place of their own, and finds people by name from any place on", async () => {
    for (const name of ["Álvarez", "Brown", "Adams"]) await clientWith({ firstName: "Pat", lastName: name });
    const id = await build();
    const rows = await db.mailingRecipient.findMany({ where: { mailingId: id }, orderBy: { position: "asc" } });
    expect(rows.map(({ name, position }) => [position, name])).toEqual([
      [1, "Pat Adams"],
      [2, "Pat Álvarez"],
      [3, "Pat Brown"],
    ]);
    expect(await findByName(id, { text: "alvar", after: 1 })).toBe(2);
    expect(await findByName(id, { text: "Pat", after: 3 })).toBe(1);
    expect(await findByName(id, { text: "100%", after: 1 })).toBeNull();
  });

  it("keeps somebody unticked out until they are ticked again, whatever else changes", async () => {
    const { contact } = await clientWith({ firstName: "Ana", lastName: "Ruiz" });
    await clientWith({ firstName: "Leo", lastName: "Stone" });
    const id = await build();
    const ana = await db.mailingRecipient.findFirstOrThrow({ where: { mailingId: id, contactId: contact.id } });
    await excludeRecipient(actor, { mailingId: id, recipientId: ana.id });
    await chooseRecipients(actor, { ...choice(id), audience: "all" });
    expect(await verdicts(id)).toEqual(["Leo Stone: READY", "Ana Ruiz: excluded"]);
    const [skipped] = (await listSkipped(id, 0)).rows;
    await includeRecipient(actor, { mailingId: id, recipientId: skipped?.id ?? "" });
    expect(await verdicts(id)).toEqual(["Ana Ruiz: READY", "Leo Stone: READY"]);
    await expect(excludeRecipient(actor, { mailingId: id, recipientId: newId() })).rejects.toThrow("not_found");
  });

  it("shows a mailing to staff only", async () => {
    const id = await build();
    expect(await findMailing(accountActor("practitioner"), id)).toBeNull();
    await expect(chooseRecipients(accountActor("practitioner"), choice(id))).rejects.toThrow("not_found");
  });
});

const choice = (mailingId: string) => ({
  mailingId,
  audience: "primary" as const,
  practitioner: "own" as const,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
});

describe("S2-24 letters that would name no practitioner", () => {
  const NAMES_PRACTITIONER = "Your counselor is [PRACTITIONER_NAME], [PRACTITIONER_PHONE].";

  async function fourClients() {
    const here = await make.practitioner();
    const left = await make.practitioner({ status: "INACTIVE", firstName: "Gone", lastName: "Away" });
    const silent = await make.practitioner({ phone: null, firstName: "Silent", lastName: "Sam" });
    await clientWith({ firstName: "A", lastName: "Fine" }, { practitionerId: here.id });
    await clientWith({ firstName: "B", lastName: "None" });
    await clientWith({ firstName: "C", lastName: "Left" }, { practitionerId: left.id });
    await clientWith({ firstName: "D", lastName: "Phoneless" }, { practitionerId: silent.id });
  }

  const gapsOf = async (id: string) => {
    const mailing = await findMailing(actor, id);
    const gaps = mailing && (await findGaps(mailing));
    return gaps?.people.map(({ name, practitioner }) => `${name}: ${practitioner?.name ?? "nobody"}`);
  };

  it("are listed: no practitioner, one who has left, one without what the letter says of them", async () => {
    await fourClients();
    const id = await build({ text: NAMES_PRACTITIONER });
    expect(await gapsOf(id)).toEqual(["C Left: Gone Away", "B None: nobody", "D Phoneless: Silent Sam"]);
  });

  it("are none where the letter says nothing of practitioners", async () => {
    await fourClients();
    expect(await gapsOf(await build())).toEqual([]);
  });

  it("S2-23 are none when a named administrative contact stands in, for everybody or where one is missing", async () => {
    await fourClients();
    const id = await build({ text: NAMES_PRACTITIONER });
    const person = { contactName: "Vera Office", contactEmail: "vera@example.org", contactPhone: "+13125550177" };
    await chooseRecipients(actor, { ...choice(id), ...person, practitioner: "everyone" });
    expect(await gapsOf(id)).toEqual([]);
    await chooseRecipients(actor, { ...choice(id), ...person, practitioner: "missing" });
    expect(await gapsOf(id)).toEqual(["D Phoneless: Silent Sam"]);
  });

  it("can be left out all at once, those among them who share an address with one another", async () => {
    await fourClients();
    const none = await db.contact.findFirstOrThrow({ where: { firstName: "B" } });
    await clientWith({ firstName: "E", lastName: "Shares", email: none.email });
    const id = await build({ text: NAMES_PRACTITIONER });
    await excludeGaps(actor, { mailingId: id });
    expect(await gapsOf(id)).toEqual([]);
    expect((await verdicts(id)).filter((verdict) => verdict.endsWith("READY"))).toEqual(["A Fine: READY"]);
  });
});
