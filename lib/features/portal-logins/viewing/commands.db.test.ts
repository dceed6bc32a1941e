import { expect, it } from "vitest";
import type { AccountActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { startViewing, stopViewing } from "./commands";

const code = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { code?: string }) => error.code,
  );

async function signedIn(options: Parameters<typeof accountActor>[1] = {}): Promise<AccountActor> {
  const account = await make.account();
  const at = new Date();
  const dates = { createdAt: at, lastSeenAt: at, confirmedAt: at, expiresAt: new Date("2100-01-01T00:00:00Z") };
  const { id } = await db.signIn.create({ data: { accountId: account.id, tokenHash: newId(), ...dates } });
  return { ...accountActor("staff", { accountId: account.id, ...options }), signInId: id };
}

it("a look at the portal is told in the client's stream, marks no sign-in of the contact, and ends", async () => {
  const { client, contact, login } = await make.clientWithOwner();
  const staff = await signedIn();
  await startViewing(staff, { contactId: contact.id, clientId: client.id });
  const signIn = await db.signIn.findUniqueOrThrow({ where: { id: staff.signInId } });
  expect(signIn.viewingContactId).toBe(contact.id);
  expect(await db.streamEntry.count({ where: { clientId: client.id, kind: "portal-view.began" } })).toBe(1);
  expect(await db.signIn.count({ where: { portalLoginId: login.id } })).toBe(0);
  expect((await db.portalLogin.findUniqueOrThrow({ where: { id: login.id } })).lastSignInAt).toEqual(
    login.lastSignInAt,
  );
  await stopViewing({ ...staff, viewingContactId: contact.id });
  expect(await db.signIn.findUniqueOrThrow({ where: { id: staff.signInId } })).toMatchObject({ viewingUntil: null });
  expect(await db.historyEntry.count({ where: { kind: "portal-view.left", subjectId: contact.id } })).toBe(1);
});

it("nobody looks as a contact who could not enter, or whom they do not reach", async () => {
  const { client, contact } = await make.clientWithOwner();
  const [other, stranger] = [await make.client(), await make.contact()];
  const staff = await signedIn();
  expect(await code(startViewing(staff, { contactId: stranger.id, clientId: client.id }))).toBe("not_found");
  expect(await code(startViewing(staff, { contactId: contact.id, clientId: other.id }))).toBe("not_found");
  await db.contact.update({ where: { id: contact.id }, data: { portalAllowed: false } });
  expect(await code(startViewing(staff, { contactId: contact.id, clientId: client.id }))).toBe("cannot_enter");
});
