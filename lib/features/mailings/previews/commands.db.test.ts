import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textBody } from "@/lib/features/templates/rules";
import { closeDatabase, db, inTransaction } from "@/lib/platform/db/db";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { sendTestToMe } from "./commands";
import { renderDraft, suggestClients } from "./queries";

const admin = accountActor("administrator", { confirmed: true });
const staff = accountActor("staff");
const draft = { purpose: "client" as const, language: "en" as const, clientId: null };

let served: Awaited<ReturnType<typeof make.clientWithOwner>>;

beforeAll(async () => {
  const practitioner = await make.practitioner({ firstName: "Paula", lastName: "Price" });
  served = await make.clientWithOwner({ name: "Acme Bakery", practitionerId: practitioner.id });
});
afterAll(closeDatabase);

describe("trying a letter", () => {
  it("S2-33 shows it as the chosen client's primary contact would get it", async () => {
    const letter = {
      subject: "For [CLIENT_NAME]",
      body: textBody("Dear [CONTACT_FIRST_NAME], ask [PRACTITIONER_NAME]."),
    };
    const preview = await renderDraft(admin, { ...draft, ...letter, clientId: served.client.id });
    expect(preview).toMatchObject({ subject: "For Acme Bakery", missing: [], practitioner: "active" });
    expect(preview.text).toContain(`Dear ${served.contact.firstName}, ask Paula Price.`);
  });

  it("names in people's words what stays empty", async () => {
    const { id: clientId } = await make.client();
    const preview = await renderDraft(admin, {
      ...draft,
      clientId,
      subject: "x",
      body: textBody("[PRACTITIONER_EMAIL]"),
    });
    expect(preview.missing).toEqual(["Counselor: email"]);
  });

  it("mails it to the person who writes it, and to nobody else", async () => {
    await inTransaction((tx) => tx.outboxMail.deleteMany({ where: { source: { startsWith: "template-test" } } }));
    await sendTestToMe(admin, {
      ...draft,
      clientId: served.client.id,
      subject: "For [CLIENT_NAME]",
      body: textBody("Hi"),
    });
    const mails = await db.outboxMail.findMany({ where: { source: { startsWith: "template-test" } } });
    expect(mails.map(({ toEmail, subject }) => [toEmail, subject])).toEqual([[admin.email, "[Test] For Acme Bakery"]]);
  });

  it("suggests clients by name or number, to those who may", async () => {
    const { id, number } = served.client;
    expect((await suggestClients(staff, "Acme Bak"))[0]).toMatchObject({ id, label: "Acme Bakery" });
    expect((await suggestClients(staff, number)).map((found) => found.id)).toContain(id);
    expect(await suggestClients(accountActor("practitioner"), "Acme Bakery")).toEqual([]);
  });
});
