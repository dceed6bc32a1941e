import { beforeEach, expect, it } from "vitest";
import type { ContactActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { askEmailChange, confirmEmailChange } from "./commands";
import { findPendingEmail } from "./queries";

let contact: Awaited<ReturnType<typeof make.contact>>;
let actor: ContactActor;
let wanted: string;

beforeEach(async () => {
  const made = await make.clientWithOwner();
  contact = made.contact;
  actor = { ...contactActor(contact.id, [{ clientId: made.client.id, isOwner: true }]), portalLoginId: made.login.id };
  wanted = `new-${newId()}@example.org`;
});

const ask = (email = wanted, password = PASSWORD) => askEmailChange(actor, { email, password });
const address = async () => (await db.contact.findUniqueOrThrow({ where: { id: contact.id } })).email;
const mailsTo = (email: string) => db.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });

async function linkIn(email: string): Promise<string> {
  const [mail] = (await mailsTo(email)).slice(-1);
  return /\/my-information\/email\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
}

it("changes nothing until the link in the new mailbox is followed, then tells both mailboxes", async () => {
  await ask();
  expect(await address()).toBe(contact.email);
  expect(await findPendingEmail(actor)).toMatchObject({ email: wanted });
  await confirmEmailChange(actor, { token: await linkIn(wanted) });
  expect(await address()).toBe(wanted);
  expect(await findPendingEmail(actor)).toBeNull();
  expect((await mailsTo(contact.email ?? "")).map(({ subject }) => subject)).toEqual([
    "Your e-mail address was changed",
  ]);
  expect(await mailsTo(wanted)).toHaveLength(2);
  const told = await db.streamEntry.findFirstOrThrow({
    where: { kind: "contact.edited-in-portal", subjectId: contact.id },
  });
  expect(told.data).toMatchObject({ changes: { email: { from: contact.email, to: wanted } } });
});

it("asks for the person's own password", async () => {
  await expect(ask(wanted, "not my password")).rejects.toMatchObject({ code: "wrong_password", field: "password" });
  expect(await mailsTo(wanted)).toEqual([]);
});

it("AU-03 answers alike whether or not somebody else has the address", async () => {
  const other = await make.contact();
  await ask(other.email ?? "");
  expect(await findPendingEmail(actor)).toMatchObject({ email: other.email });
  expect(await mailsTo(other.email ?? "")).toHaveLength(1);
});

it("S2-03 makes no two records share an address, even when the mailbox is the same person's", async () => {
  const other = await make.contact();
  await ask(other.email ?? "");
  const token = await linkIn(other.email ?? "");
  await expect(confirmEmailChange(actor, { token })).rejects.toMatchObject({ code: "address_shared" });
  expect(await address()).toBe(contact.email);
  const further = `further-${newId()}@example.org`;
  await db.contactEmail.create({ data: { contactId: other.id, email: further } });
  await ask(further);
  await expect(confirmEmailChange(actor, { token: await linkIn(further) })).rejects.toMatchObject({
    code: "address_shared",
  });
});

it("lets a link be used once, only by the contact who asked, and only the newest one", async () => {
  await ask();
  const first = await linkIn(wanted);
  const newer = `newer-${newId()}@example.org`;
  await ask(newer);
  await expect(confirmEmailChange(actor, { token: first })).rejects.toMatchObject({ code: "link_spent" });
  const token = await linkIn(newer);
  const stranger = await make.clientWithOwner();
  const other = contactActor(stranger.contact.id, [{ clientId: stranger.client.id }]);
  await expect(confirmEmailChange(other, { token })).rejects.toMatchObject({ code: "link_spent" });
  const both = await Promise.allSettled([confirmEmailChange(actor, { token }), confirmEmailChange(actor, { token })]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

it("AU-06 ends passcodes and links that went to the old mailbox", async () => {
  const at = new Date();
  const later = new Date(at.getTime() + 600_000);
  const passcode = await db.passcode.create({
    data: { browserHash: newId(), addressHash: newId(), contactId: contact.id, createdAt: at, expiresAt: later },
  });
  const link = await db.oneTimeLink.create({
    data: {
      tokenHash: newId(),
      purpose: "SET_PASSWORD",
      portalLoginId: actor.portalLoginId,
      createdAt: at,
      expiresAt: later,
    },
  });
  await ask();
  await confirmEmailChange(actor, { token: await linkIn(wanted) });
  expect((await db.passcode.findUniqueOrThrow({ where: { id: passcode.id } })).supersededAt).not.toBeNull();
  expect((await db.oneTimeLink.findUniqueOrThrow({ where: { id: link.id } })).usedAt).not.toBeNull();
});

it("writes to a Spanish contact in Spanish", async () => {
  await db.contact.update({ where: { id: contact.id }, data: { language: "es" } });
  await ask();
  const [mail] = await mailsTo(wanted);
  expect(mail?.subject).toContain("Confirme su nueva dirección");
});

it("lets nobody ask more than five times a day", async () => {
  for (let time = 0; time < 5; time++) await ask(`${time}${wanted}`);
  await expect(ask()).rejects.toMatchObject({ code: "too_many_attempts" });
});
