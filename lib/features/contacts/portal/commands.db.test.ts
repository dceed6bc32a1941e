import { beforeEach, expect, it } from "vitest";
import { changeSetting } from "@/lib/features/settings/commands";
import { type AnonymousActor, actorFrom, systemActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { chooseLanguage, editOwnDetails } from "./commands";
import { editOwnDetailsInput } from "./schema";

let clientId: string;
let contact: Awaited<ReturnType<typeof make.contact>>;

beforeEach(async () => {
  clientId = (await make.client()).id;
  contact = await make.contact({ firstName: "Theo", phone: "+13125550142" });
  await make.relationship({ clientId, contactId: contact.id });
});

const actor = () => contactActor(contact.id, [{ clientId }]);
const stored = () => db.contact.findUniqueOrThrow({ where: { id: contact.id } });
const input = (change: Record<string, unknown> = {}) =>
  editOwnDetailsInput.parse({
    ...{ version: contact.version, firstName: "Teo", lastName: contact.lastName, phone: "", language: "es" },
    ...change,
  });

it("S2-17 lets any contact keep their own details up to date, also while the company is closed to them", async () => {
  await changeSetting(systemActor("Test"), "portal", { ownersMayEdit: false });
  await editOwnDetails(actor(), input({ phone: "773 555 0111 x12" }));
  expect(await stored()).toMatchObject({ firstName: "Teo", phone: "+17735550111;ext=12", language: "es", version: 2 });
  const entry = await db.streamEntry.findFirstOrThrow({ where: { clientId, kind: "contact.edited-in-portal" } });
  expect(entry.data).toMatchObject({ changes: { firstName: { from: "Theo", to: "Teo" } } });
});

it("AZ-04 AZ-07 changes nobody else and nothing else, whatever ids and fields are sent", async () => {
  const other = await make.contact();
  const sent = {
    contactId: other.id,
    id: other.id,
    email: "x@example.org",
    portalAllowed: "",
    doNotMail: "on",
    isOwner: "on",
  };
  await editOwnDetails(actor(), input(sent));
  expect(await db.contact.findUniqueOrThrow({ where: { id: other.id } })).toEqual(other);
  const { email, portalAllowed, doNotMail, deletedAt } = contact;
  expect(await stored()).toMatchObject({ email, portalAllowed, doNotMail, deletedAt });
  expect(await db.relationship.findMany({ where: { contactId: contact.id, isOwner: true } })).toEqual([]);
});

it("refuses to write over what staff saved in between", async () => {
  await editOwnDetails(actor(), input());
  await expect(editOwnDetails(actor(), input())).rejects.toMatchObject({ code: "changed_meanwhile" });
});

it("keeps a chosen language with the contact, also while the password is still to be chosen", async () => {
  await chooseLanguage(actor(), { language: "es" });
  expect((await stored()).language).toBe("es");
  const login = await make.portalLogin({ contactId: contact.id });
  const half = actorFrom<AnonymousActor>({
    ...{ kind: "anonymous", role: "anonymous", name: "", language: "es", requestId: null, ip: null },
    pending: { step: "set-password", signInId: newId(), accountId: null, portalLoginId: login.id },
  });
  await chooseLanguage(half, { language: "en" });
  expect((await stored()).language).toBe("en");
});

it("changes no record when staff or a stranger choose a language", async () => {
  await chooseLanguage(accountActor("staff"), { language: "es" });
  expect(await stored()).toEqual(contact);
});
