import { beforeAll, beforeEach, expect, it } from "vitest";
import { changeSetting } from "@/lib/features/settings/commands";
import { listStream } from "@/lib/features/stream/queries";
import { systemActor } from "@/lib/platform/access/actor";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { editCompany } from "./commands";
import { listPortalClients } from "./queries";
import { editCompanyInput } from "./schema";

type Role = { isOwner?: boolean; isPrimary?: boolean; isGuardian?: boolean };

const KINDS: [string, Role][] = [
  ["business owner", { isOwner: true }],
  ["primary contact", { isPrimary: true }],
  ["guardian", { isGuardian: true }],
  ["other contact", {}],
];

let client: Awaited<ReturnType<typeof make.client>>;
let contactId: string;

const as = (role: Role, clientId = client.id) => contactActor(contactId, [{ clientId, ...role }]);
const allow = (ownersMayEdit: boolean) => changeSetting(systemActor("Test"), "portal", { ownersMayEdit });
const input = (change: Record<string, unknown> = {}) =>
  editCompanyInput.parse({ clientId: client.id, version: client.version, name: "New Name", city: "Peoria", ...change });
const stored = (id = client.id) => db.client.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  contactId = (await make.contact()).id;
});
beforeEach(async () => {
  client = await make.client({ name: "Old Name", phone: "+13125550142", employeeCount: 4 });
  await make.relationship({ clientId: client.id, contactId });
  await allow(true);
});

it.each(KINDS.slice(0, 3))("S2-14 S2-15 lets a %s change the details while the setting is on", async (_, role) => {
  await editCompany(as(role), input({ phone: "773-555-0199" }));
  expect(await stored()).toMatchObject({ name: "New Name", city: "Peoria", phone: "+17735550199", version: 2 });
});

it.each(KINDS)("S2-17 refuses a %s while the setting is off", async (kind, role) => {
  await allow(false);
  const code = kind === "other contact" ? "not_entitled" : "switched_off";
  await expect(editCompany(as(role), input())).rejects.toMatchObject({ code });
  expect(await stored()).toEqual(client);
});

it("S2-16 refuses any other contact, whatever the setting and whatever they are to another client", async () => {
  const own = await make.client();
  const actor = contactActor(contactId, [
    { clientId: client.id },
    { clientId: own.id, isOwner: true, isPrimary: true },
  ]);
  await expect(editCompany(actor, input())).rejects.toMatchObject({ code: "not_entitled" });
  expect(await stored()).toEqual(client);
});

it("AZ-04 answers a stranger's client exactly as one that does not exist", async () => {
  const own = await make.client();
  const actor = as({ isOwner: true }, own.id);
  const foreign = await editCompany(actor, input()).catch((error) => error);
  const unknown = await editCompany(actor, input({ clientId: newId() })).catch((error) => error);
  expect(foreign.code).toBe("not_found");
  expect([unknown.code, unknown.messageKey]).toEqual([foreign.code, foreign.messageKey]);
  expect(await stored()).toEqual(client);
});

it("AZ-07 writes nothing beyond the list, whatever else is sent", async () => {
  const other = await make.client();
  const sent = {
    ...{ number: "1", kind: "PRE_CLIENT", statusId: newId(), centerId: other.centerId, practitionerId: newId() },
    ...{ legalName: "Stolen LLC", language: "es", startedOn: "2020-01-01", isPerson: "true", deletedAt: "2020-01-01" },
    ...{ contactId: newId(), pid: other.id, relationships: { deleteMany: {} } },
  };
  await editCompany(as({ isOwner: true }), input(sent));
  const { name, city, version, updatedAt, phone, employeeCount, ...rest } = await stored();
  const { name: _n, city: _c, version: _v, updatedAt: _u, phone: _p, employeeCount: _e, ...before } = client;
  expect(rest).toEqual(before);
});

it("S2-01 tells staff in the data stream who changed what, with old and new", async () => {
  await editCompany(as({ isOwner: true }), input({ phone: "(312) 555-0142", employeeCount: "4" }));
  const { rows } = await listStream(accountActor("staff"), { clientId: client.id });
  expect(rows[0]).toMatchObject({
    kind: "client.edited-in-portal",
    actorName: "Carla Contact",
    data: { changes: { name: { from: "Old Name", to: "New Name" }, city: { from: null, to: "Peoria" } } },
  });
  // A number shown in another notation is the same number.
  expect(Object.keys(rows[0]?.data.changes as object).sort()).toEqual(["city", "name"]);
});

it("tells the second of two that somebody saved in between, and keeps what the first one wrote", async () => {
  await editCompany(as({ isOwner: true }), input({ name: "First" }));
  await expect(editCompany(as({ isPrimary: true }), input({ name: "Second" }))).rejects.toMatchObject({
    code: "changed_meanwhile",
  });
  expect((await stored()).name).toBe("First");
});

it("lets no account and nobody signed out in by this door", async () => {
  await expect(editCompany(accountActor("administrator", { confirmed: true }), input())).rejects.toMatchObject({
    code: "not_permitted",
  });
});

it("shows another contact only the name of the client, and no removed client to anybody", async () => {
  const [seen] = await listPortalClients(as({}));
  expect(seen).toMatchObject({ name: "Old Name", details: null, edit: "not_entitled" });
  await db.client.update({ where: { id: client.id }, data: { deletedAt: new Date() } });
  expect(await listPortalClients(as({ isOwner: true }))).toEqual([]);
});

it("S3-26 names the practitioner of the client, and the center once the practitioner has left", async () => {
  const practitioner = await make.practitioner({ title: "Counselor" });
  await db.client.update({ where: { id: client.id }, data: { practitionerId: practitioner.id } });
  const [seen] = await listPortalClients(as({}));
  expect(seen?.helper).toMatchObject({ kind: "practitioner", title: "Counselor", email: practitioner.email });
  await db.practitioner.update({ where: { id: practitioner.id }, data: { status: "INACTIVE" } });
  const [later] = await listPortalClients(as({ isOwner: true }));
  expect(later?.helper).toMatchObject({ kind: "center", email: "center@example.org" });
});
