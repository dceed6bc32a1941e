import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db } from "@/lib/platform/db/db";
import { RefusalError } from "@/lib/platform/refusal";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import {
  addTemplate,
  archiveTemplate,
  editSystemLetter,
  editTemplate,
  resetSystemLetter,
  restoreTemplate,
} from "./commands";
import { SYSTEM_KEYS, type SystemKey } from "./copy";
import {
  findLetterValues,
  findSystemLetter,
  findTemplate,
  listTemplates,
  listTemplatesFor,
  systemLetter,
} from "./queries";
import { textBody, usedVariables, variablesFor } from "./rules";

const admin = accountActor("administrator", { confirmed: true });
const staff = accountActor("staff");

const template = (name: string, subject: string, text: string) => ({
  recordType: "client" as const,
  language: "en" as const,
  name,
  subject,
  body: textBody(text),
});

let served: Awaited<ReturnType<typeof make.clientWithOwner>>;

beforeAll(async () => {
  const center = await make.center({ name: "Riverside", phone: "+13125550100", website: "https://riverside.example" });
  const practitioner = await make.practitioner({ firstName: "Paula", lastName: "Price" });
  served = await make.clientWithOwner({ name: "Acme Bakery", centerId: center.id, practitionerId: practitioner.id });
});
afterAll(closeDatabase);

describe("templates", () => {
  it("S2-28 S2-29 S2-30 S2-26 an administrator makes one for clients, in a language, and it is offered again and again", async () => {
    const id = await addTemplate(admin, template("Portal", "News of [CENTER_NAME]", "Dear [CONTACT_FIRST_NAME]"));
    expect(await findTemplate(staff, id)).toMatchObject({ name: "Portal", language: "en", version: 1 });
    expect((await listTemplatesFor(staff, "client")).map((row) => row.id)).toContain(id);
    expect(await listTemplatesFor(staff, "contact")).toEqual([]);
    const [entry] = await db.historyEntry.findMany({ where: { kind: "template.added", subjectId: id } });
    expect(entry?.actorName).toBe(admin.name);
  });

  it("S2-30 changes subject and body, and refuses to overwrite what somebody else saved meanwhile", async () => {
    const id = await addTemplate(admin, template("Seen", "Old", "Old words"));
    const change = {
      templateId: id,
      version: 1,
      language: "es" as const,
      name: "Seen",
      subject: "New",
      body: textBody("New [CENTER_NAME]"),
    };
    await editTemplate(admin, change);
    expect(await findTemplate(admin, id)).toMatchObject({ subject: "New", language: "es", version: 2 });
    await expect(editTemplate(admin, { ...change, subject: "Mine" })).rejects.toThrow("changed_meanwhile");
    expect((await findTemplate(admin, id))?.subject).toBe("New");
    const entry = await db.historyEntry.findFirst({ where: { kind: "template.edited", subjectId: id } });
    expect(entry?.data).toMatchObject({ changes: { body: { from: "Old words", to: "New [CENTER_NAME]" } } });
  });

  it("S2-36 an unknown variable is reported at its field and nothing is stored", async () => {
    const before = await db.emailTemplate.count();
    const refused = addTemplate(admin, template("Typo", "ok", "Dear [FRIST_NAME]"));
    await expect(refused).rejects.toMatchObject({ field: "body", values: { names: "[FRIST_NAME]" } });
    await expect(refused).rejects.toThrow(RefusalError);
    expect(await db.emailTemplate.count()).toBe(before);
  });

  it("an archived template is offered no more, and can be used again", async () => {
    const id = await addTemplate(admin, template("Old", "x", "y"));
    await archiveTemplate(admin, id);
    expect((await listTemplatesFor(staff, "client")).map((row) => row.id)).not.toContain(id);
    expect((await listTemplates(admin)).client.find((row) => row.id === id)?.archived).toBe(true);
    await restoreTemplate(admin, id);
    expect((await listTemplatesFor(staff, "client")).map((row) => row.id)).toContain(id);
  });

  it("a practitioner is offered none", async () => {
    expect(await listTemplatesFor(accountActor("practitioner"), "client")).toEqual([]);
  });
});

describe("what letters say", () => {
  const valuesOf = async (clientId: string, contactId: string | null = null) =>
    (await findLetterValues(db, [{ clientId, contactId }]))[0];

  it("S2-31 S2-32 S2-33 S2-34 center, portal, practitioner and contact are the client's own", async () => {
    const found = await valuesOf(served.client.id, served.contact.id);
    expect(found?.practitioner).toBe("active");
    expect(found?.values).toMatchObject({
      CENTER_NAME: "Riverside",
      CENTER_ADDRESS: "100 Main Street\nChicago, IL 60601",
      CENTER_PHONE: "(312) 555-0100",
      CENTER_WEBSITE: "https://riverside.example",
      ECENTER_URL: "http://localhost:3000/",
      PRACTITIONER_NAME: "Paula Price",
      CLIENT_NAME: "Acme Bakery",
      CONTACT_FIRST_NAME: served.contact.firstName,
    });
  });

  it("S2-24 an inactive practitioner is not named, nor is one that is missing", async () => {
    const gone = await make.practitioner({ status: "INACTIVE" });
    const left = await make.client({ practitionerId: gone.id });
    const alone = await make.client();
    expect(await valuesOf(left.id)).toMatchObject({ practitioner: "inactive", values: { PRACTITIONER_NAME: "" } });
    expect(await valuesOf(alone.id)).toMatchObject({ practitioner: "none", values: { PRACTITIONER_EMAIL: "" } });
  });

  it("S2-23 a named administrative contact stands in for everybody", async () => {
    const administrativeContact = { name: "Ada Adams", email: "ada@example.org", phone: "+13125550101" };
    const recipients = [served.client.id, (await make.client()).id].map((clientId) => ({ clientId, contactId: null }));
    const found = await findLetterValues(db, recipients, { administrativeContact });
    expect(found.map(({ values }) => values.ADMIN_CONTACT_NAME)).toEqual(["Ada Adams", "Ada Adams"]);
    expect(found.map(({ values }) => values.CLIENT_NAME)).toEqual(["Acme Bakery", expect.stringMatching(/^Client/)]);
  });

  it("answers a thousand recipients in the order asked", async () => {
    const recipients = Array.from({ length: 1000 }, () => ({ clientId: served.client.id, contactId: null }));
    expect(await findLetterValues(db, recipients)).toHaveLength(1000);
  });
});

describe("letters the app sends by itself", () => {
  it("each has English and Spanish words that use only what it is given", async () => {
    for (const key of SYSTEM_KEYS) {
      const subjects = [];
      for (const language of ["en", "es"]) {
        const letter = await findSystemLetter(db, key, { language });
        expect(variablesFor(key), `${key} ${language}`).toEqual(expect.arrayContaining(usedVariables(letter)));
        subjects.push(letter.subject);
      }
      expect(new Set(subjects).size, key).toBe(2);
    }
  });

  it("S3-50 the welcome text of one kind of user is changed, the others stay, and the original comes back", async () => {
    const write = (key: SystemKey, text: string) =>
      editSystemLetter(admin, { key, language: "en", subject: "Hi [ACCOUNT_NAME]", body: textBody(text) });
    const values = {
      ACCOUNT_NAME: "Ada Adams",
      ACCOUNT_FIRST_NAME: "Ada",
      USERNAME: "ada",
      LINK: "https://x.example/1",
    };
    const sent = (key: SystemKey) => systemLetter(db, { key, language: "en", values });
    const original = await sent("welcome-account");
    await write("welcome-account", "Own words for [USERNAME]: [LINK]");
    expect(await sent("welcome-account")).toMatchObject({
      subject: "Hi Ada Adams",
      text: expect.stringContaining("Own words for ada"),
    });
    expect((await sent("welcome-practitioner")).text).not.toContain("Own words");
    await resetSystemLetter(admin, { key: "welcome-account", language: "en" });
    expect(await sent("welcome-account")).toEqual(original);
  });

  it("S2-36 a welcome text cannot hold a variable that nobody can fill", async () => {
    const letter = {
      key: "welcome-contact" as const,
      language: "en" as const,
      subject: "x",
      body: textBody("[PASSCODE]"),
    };
    await expect(editSystemLetter(admin, letter)).rejects.toThrow("unknown_variable");
  });

  it("S3-49 no letter can carry a password", () => {
    for (const key of SYSTEM_KEYS) expect(variablesFor(key).filter((id) => /PASSWORD/.test(id))).toEqual([]);
  });
});
