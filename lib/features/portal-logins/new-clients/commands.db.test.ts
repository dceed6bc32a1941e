import { beforeAll, describe, expect, it } from "vitest";
import { findClient } from "@/lib/features/clients/record/queries";
import { activeClientsOf } from "@/lib/platform/access/active-clients";
import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { addDays } from "@/lib/values/date";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { createClientWithLogin } from "./commands";
import { newClientInput } from "./schema";

const staff = accountActor("staff");

let base: Record<string, unknown>;
beforeAll(async () => {
  const [statusId, center] = await Promise.all([make.statusId("ACTIVE"), make.center()]);
  base = { statusId, centerId: center.id, language: "en", kind: "CLIENT", isPerson: "true", name: "Mia Okafor" };
});

const add = (fields: Record<string, unknown>) =>
  createClientWithLogin(staff, newClientInput.parse({ ...base, ...fields }));
const parent = { firstName: "Grace", lastName: "Okafor", email: "grace.okafor@example.org", title: "Mother" };

async function contactsOf(clientId: string) {
  const client = await findClient(staff, clientId);
  if (!client) throw new Error("no client");
  return { client, contacts: client.contacts };
}

describe("students", () => {
  it("S3-44 S3-45 a minor has the student's name, and the parent's contact and sign-in", async () => {
    const id = await add({ isMinor: "on", contacts: { "0": parent }, username: "grace-okafor", welcome: "on" });
    const { client, contacts } = await contactsOf(id);
    expect(client).toMatchObject({ name: "Mia Okafor", isPerson: true });
    expect(contacts).toMatchObject([{ name: "Grace Okafor", isGuardian: true, isPrimary: true, isOwner: false }]);
    const login = await db.portalLogin.findUniqueOrThrow({ where: { contactId: contacts[0]?.id ?? "" } });
    expect(login.username).toBe("grace-okafor");
    const mails = await db.outboxMail.findMany({ where: { source: { startsWith: "welcome-contact:" } } });
    expect(mails.map((mail) => JSON.stringify(mail))).toEqual([expect.stringContaining("grace.okafor@example.org")]);
  });

  it("S3-45 a minor without a guardian is not added, and neither is one whose guardian's username is taken", async () => {
    const count = await db.client.count();
    await expect(add({ isMinor: "on" })).rejects.toMatchObject({ code: "guardian_needed" });
    await add({ name: "Noa Other", email: "noa@example.org", username: "taken-name" });
    await expect(add({ isMinor: "on", contacts: { "0": parent }, username: "taken-name" })).rejects.toMatchObject({
      code: "username_taken",
      field: "username",
    });
    expect(await db.client.count()).toBe(count + 1);
  });

  it("S3-46 an adult has a name, contact and sign-in of their own", async () => {
    const id = await add({ name: "Sam Ortiz", email: "sam.ortiz@example.org", username: "sam-ortiz" });
    const { contacts } = await contactsOf(id);
    expect(contacts).toMatchObject([{ name: "Sam Ortiz", email: "sam.ortiz@example.org", isGuardian: false }]);
    expect(await db.portalLogin.count({ where: { contactId: contacts[0]?.id ?? "", username: "sam-ortiz" } })).toBe(1);
  });

  it("S3-45 a guardian acts for the student up to the last day of the relationship, and not the day after", async () => {
    const id = await add({ isMinor: "on", contacts: { "0": { ...parent, email: "last.day@example.org" } } });
    const { client, contacts } = await contactsOf(id);
    const today = dayIn(client.center.timeZone, now());
    const actsUntil = async (validTo: string) => {
      await db.relationship.update({
        where: { id: contacts[0]?.relationshipId ?? "" },
        data: { validTo: dateColumn(validTo) },
      });
      const found = await rows(
        sql`select c.id from contacts k, lateral (select c.id ${activeClientsOf("k.id", { at: now() })}) c
          where k.id = ${contacts[0]?.id ?? ""}::uuid`,
      );
      return found.length;
    };
    expect(await actsUntil(today)).toBe(1);
    expect(await actsUntil(addDays(today, -1))).toBe(0);
  });
});
