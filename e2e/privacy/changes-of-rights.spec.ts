import { rightsOf } from "@/lib/platform/access/rights";
import { randomToken, tokenHash } from "@/lib/platform/access/tokens";
import { db } from "@/lib/platform/db/db";
import { make } from "../../prisma/factories/make";
import { startTwin } from "../support/app";
import { ask } from "../support/ask";
import { builtActions, callAction, type Fields } from "../support/call-action";
import { type Person, signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";
import { FILLED_IN } from "./expected-writes";
import { everyField } from "./world";

test.use({ alone: "two instances" });

/** What somebody reaches before a change and not after it. */
type Reached = { page?: string; file?: string; feed?: string; key?: string; action: [name: string, fields: Fields] };
type Change = { what: string; person: Person; reached: Reached; happens: () => Promise<unknown> };

const REFUSED = ["not_found", "not_permitted", "not_signed_in", "needs_confirmation", "switched_off"];

async function reaches(origin: string, cookie: string, { page, file, feed, key, action: [name, fields] }: Reached) {
  const found: string[] = [];
  if (page && (await ask(origin, { address: page, cookie })).status === 200) found.push("page");
  if (file && (await ask(origin, { address: file, cookie })).status === 200) found.push("file");
  // A calendar program and another program come without any cookie.
  if (feed && (await fetch(`${origin}${feed}`)).status === 200) found.push("calendar");
  const headers = { authorization: `Bearer ${key}` };
  if (key && (await fetch(`${origin}/api/v1/testimonials`, { headers })).status === 200) found.push("key");
  const door = builtActions().find((action) => action.name === name);
  if (!door) throw new Error(`There is no ${name}`);
  const { code } = await callAction(origin, door, { cookie, fields });
  if (!REFUSED.includes(code)) found.push(`action (${code})`);
  return found;
}

const documentOf = async (subjectId: string, visibility: "STAFF" | "PRACTITIONER" | "CLIENT") =>
  `/api/documents/${(await make.document({ subjectId, visibility })).id}`;

/** The calendar address of somebody; with it the link is made as the app would. */
async function feedOf(owner: { accountId: string } | { portalLoginId: string }): Promise<string> {
  const token = randomToken();
  await db.calendarLink.create({ data: { ...owner, tokenHash: tokenHash(token), createdAt: new Date() } });
  return `/api/calendar/${token}.ics`;
}

/** An API key that an administrator answers for. */
async function keyOf(accountId: string): Promise<string> {
  const key = `caseload_${randomToken()}`;
  const [createdAt, expiresAt] = [new Date(), new Date("2100-01-01T00:00:00Z")];
  const kept = { tokenHash: tokenHash(key), hint: key.slice(-4), grants: { testimonials: ["quote"] } };
  await db.apiKey.create({ data: { name: "Web site", ...kept, accountId, createdAt, expiresAt } });
  return key;
}

/** Somebody of the team with a client, its page, a file of it and something done to it. */
async function ofTheTeam(role: "ADMINISTRATOR" | "STAFF" | "PRACTITIONER", client: { id: string }) {
  const account = await make.account({ role });
  const reached: Reached = {
    page: `/staff/clients/${client.id}`,
    file: await documentOf(client.id, "PRACTITIONER"),
    action: ["pickColourAction", { clientId: client.id, colour: "" }],
  };
  return { account, person: { accountId: account.id }, reached };
}

/** A contact who speaks for a client. */
async function ofTheClient() {
  const { client, contact, login } = await make.clientWithOwner();
  const reached: Reached = {
    page: "/my-information",
    file: await documentOf(client.id, "CLIENT"),
    action: ["saveOwnHoursAction", { clientId: client.id, version: "0", "hours.1.0.start": "", "hours.1.0.end": "" }],
  };
  return { client, contact, login, person: { portalLoginId: login.id }, reached };
}

async function roleDown(): Promise<Change> {
  const one = await ofTheTeam("ADMINISTRATOR", await make.client());
  one.reached.key = await keyOf(one.account.id);
  const data = { role: "PRACTITIONER" } as const;
  return { ...one, what: "role down", happens: () => db.account.update({ where: { id: one.account.id }, data }) };
}

async function deactivated(): Promise<Change> {
  const one = await ofTheTeam("ADMINISTRATOR", await make.client());
  await make.practitioner({ accountId: one.account.id });
  one.reached.key = await keyOf(one.account.id);
  one.reached.feed = await feedOf({ accountId: one.account.id });
  const data = { status: "INACTIVE" } as const;
  return { ...one, what: "deactivated", happens: () => db.account.update({ where: { id: one.account.id }, data }) };
}

async function unassigned(): Promise<Change> {
  const client = await make.client();
  const one = await ofTheTeam("PRACTITIONER", client);
  const practitioner = await make.practitioner({ accountId: one.account.id });
  const pair = { clientId: client.id, practitionerId: practitioner.id };
  await db.clientPractitioner.create({ data: pair });
  return { ...one, what: "unassigned", happens: () => db.clientPractitioner.deleteMany({ where: pair }) };
}

async function groupNarrowed(): Promise<Change> {
  const one = await ofTheTeam("STAFF", await make.client());
  const everything = rightsOf(() => "all");
  const group = await db.rightsGroup.create({ data: { name: `Narrowed ${one.account.id}`, rights: everything } });
  await db.accountGroup.create({ data: { accountId: one.account.id, groupId: group.id } });
  const none = rightsOf((kind) => (kind === "tasks" ? "all" : "none"));
  const happens = () => db.rightsGroup.update({ where: { id: group.id }, data: { rights: none } });
  return { ...one, what: "group narrowed", happens };
}

async function centerTaken(): Promise<Change> {
  const client = await make.client();
  const one = await ofTheTeam("STAFF", client);
  const group = await db.rightsGroup.create({ data: { name: `Own ${one.account.id}`, rights: rightsOf(() => "own") } });
  const scope = { accountId: one.account.id, centerId: client.centerId };
  await db.accountGroup.create({ data: { accountId: one.account.id, groupId: group.id } });
  await db.accountCenter.create({ data: scope });
  return { ...one, what: "center taken", happens: () => db.accountCenter.deleteMany({ where: scope }) };
}

async function ownersMayNotEdit(): Promise<Change> {
  const { client, person } = await ofTheClient();
  const action: Reached["action"] = ["editCompanyAction", { ...everyField({ clientId: client.id }), ...FILLED_IN.all }];
  const value = { ownersMayEdit: false };
  const happens = () =>
    db.setting.upsert({ where: { key: "portal" }, create: { key: "portal", value }, update: { value } });
  return { what: "owners may not edit", person, reached: { action }, happens };
}

async function guardianUnlinked(): Promise<Change> {
  const { client, contact, ...one } = await ofTheClient();
  one.reached.feed = await feedOf({ portalLoginId: one.login.id });
  await db.relationship.updateMany({
    where: { clientId: client.id, contactId: contact.id },
    data: { isOwner: false, isPrimary: false, isGuardian: true },
  });
  const where = { clientId: client.id, contactId: contact.id };
  return { ...one, what: "guardian unlinked", happens: () => db.relationship.deleteMany({ where }) };
}

async function loginRemoved(): Promise<Change> {
  const { login, ...one } = await ofTheClient();
  one.reached.feed = await feedOf({ portalLoginId: login.id });
  return { ...one, what: "login removed", happens: () => db.portalLogin.delete({ where: { id: login.id } }) };
}

async function clientInactive(): Promise<Change> {
  const { client, ...one } = await ofTheClient();
  one.reached.feed = await feedOf({ portalLoginId: one.login.id });
  const status = await db.clientStatus.findFirstOrThrow({ where: { standing: "INACTIVE" } });
  const data = { statusId: status.id };
  return { ...one, what: "client inactive", happens: () => db.client.update({ where: { id: client.id }, data }) };
}

test("AZ-10 each of nine changes of rights holds at the next request, on the other instance too: page, action, file, calendar address and API key", async ({
  app,
}) => {
  test.setTimeout(180_000);
  const twin = await startTwin(app);
  const origins = [app.origin, twin.origin];
  const makers = [roleDown, deactivated, unassigned, groupNarrowed, centerTaken, guardianUnlinked, loginRemoved];
  const after: Record<string, string[]> = {};
  try {
    for (const maker of [...makers, clientInactive, ownersMayNotEdit]) {
      const { what, person, reached, happens } = await maker();
      const { name, value } = await signInCookie(person, { origin: app.origin });
      const cookie = `${name}=${value}`;
      for (const origin of origins) {
        const before = await reaches(origin, cookie, reached);
        expect(before, `${what}, before`).toHaveLength(Object.keys(reached).length);
      }
      await happens();
      for (const origin of origins) after[what] = [...(after[what] ?? []), ...(await reaches(origin, cookie, reached))];
    }
  } finally {
    await twin.stop();
  }
  expect(Object.entries(after).filter(([, left]) => left.length > 0)).toEqual([]);
  expect(Object.keys(after)).toHaveLength(9);
});
