import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { rightsOf } from "@/lib/platform/access/rights";
import { tokenHash } from "@/lib/platform/access/tokens";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { addDays } from "@/lib/values/date";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { accountActor, contactActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { answerFeed, makeLink, revokeLink } from "./commands";

const FACTS = { ip: null, requestId: null, language: "en" };
const tokenOf = (address: string) => new URL(address).pathname.split("/").at(-1) ?? "";
const ask = (address: string) => answerFeed(tokenOf(address), FACTS);

async function entriesOf(address: string) {
  const response = await ask(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  const text = await response.text();
  const calendar = new ICAL.Component(ICAL.parse(text));
  const entries = calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
  return { text, entries };
}

/** Two clients in one session of a practitioner, tomorrow at nine in Kathmandu, and the people around it. */
async function world() {
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id, firstName: "Pia", lastName: "Pratt" });
  const one = await make.clientWithOwner();
  const other = await make.client({ name: "Secret Other Bakery" });
  const startsAt = toInstant(addDays(dayIn("Asia/Kathmandu", now()), 1), "09:00", "Asia/Kathmandu");
  const session = await make.session({
    clientId: one.client.id,
    practitionerId: practitioner.id,
    centerId: one.client.centerId,
    startsAt,
  });
  await db.session.update({
    where: { id: session.id },
    data: { status: "BOOKED", endsAt: addMinutes(startsAt, 60), notes: "Canary note", staffNotes: "Canary staff note" },
  });
  await db.attendance.create({ data: { sessionId: session.id, clientId: other.id, startsAt } });
  const actor = accountActor("practitioner", { accountId: account.id, practitionerId: practitioner.id });
  const portal = contactActor(one.contact.id, [{ clientId: one.client.id, isOwner: true }]);
  const contact = { ...portal, portalLoginId: one.login.id };
  return { ...one, account, practitioner, other, session, startsAt, actor, contactActor: contact };
}

describe("a calendar to subscribe to", () => {
  it("shows a practitioner the session at its hour in every zone, with its clients and without notes", async () => {
    const { actor, client, session, startsAt } = await world();
    const { text, entries } = await entriesOf((await makeLink(actor)).address);
    expect(entries).toHaveLength(1);
    expect(entries[0]?.uid).toBe(`${session.id}@${new URL(process.env.APP_ORIGIN ?? "").host}`);
    expect(entries[0]?.startDate.toJSDate()).toEqual(startsAt);
    expect(entries[0]?.startDate.zone.tzid).toBe("UTC");
    expect(entries[0]?.endDate.toJSDate()).toEqual(addMinutes(startsAt, 60));
    expect(entries[0]?.summary).toContain(client.name);
    expect(text).not.toContain("Canary");
  });

  it("AZ-06 shows a contact their own session with whom it is, and nobody else's name", async () => {
    const { contactActor: contact, other, client } = await world();
    const event = await make.trainingEvent({ title: 'Bookkeeping, Saturday; plus "more"' });
    const data = {
      eventId: event.id,
      contactId: contact.contactId,
      clientId: client.id,
      name: "Carla",
      email: "c@x.example",
    };
    await db.registration.create({ data: { ...data, status: "CONFIRMED", createdAt: new Date() } });
    const { text, entries } = await entriesOf((await makeLink(contact)).address);
    expect(entries.map(({ summary }) => summary).toSorted()).toEqual([event.title, "Session with Pia Pratt"]);
    expect(text).not.toMatch(new RegExp(`Canary|${other.name}`));
  });

  it("leaves out what was cancelled and work without the client, and marks what is only asked for", async () => {
    const { contactActor: contact, session } = await world();
    const { address } = await makeLink(contact);
    const shown = async (data: object) => {
      await db.session.update({ where: { id: session.id }, data });
      return (await entriesOf(address)).entries.map(({ component }) => component.getFirstPropertyValue("status"));
    };
    expect(await shown({ status: "REQUESTED" })).toEqual(["TENTATIVE"]);
    expect(await shown({ type: "Prepare Only" })).toEqual([]);
    expect(await shown({ type: "Online", status: "CANCELLED" })).toEqual([]);
  });
});

describe("a secret address", () => {
  it("has 256 bits, of which only the hash is kept, and stops when another is made or it is turned off", async () => {
    const { actor } = await world();
    const [first, second] = [(await makeLink(actor)).address, (await makeLink(actor)).address];
    const token = tokenOf(second).replace(/\.ics$/, "");
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const kept = await rows<{ row: string }>(sql`select to_jsonb(l)::text as row from calendar_links l
      union all select to_jsonb(h)::text from history h`);
    expect(kept.some(({ row }) => row.includes(token))).toBe(false);
    expect(kept.some(({ row }) => row.includes(tokenHash(token)))).toBe(true);
    expect([(await ask(first)).status, (await ask(second)).status]).toEqual([404, 200]);
    await revokeLink(actor);
    expect((await ask(second)).status).toBe(404);
  });

  it("AZ-10 dies with the account, the practitioner, the login and the last active client, at the next request", async () => {
    const ends: [Promise<{ address: string }>, () => Promise<unknown>][] = [];
    const [a, b, c, d, e] = [await world(), await world(), await world(), await world(), await world()];
    const off = { status: "INACTIVE" } as const;
    ends.push([makeLink(a.actor), () => db.account.update({ where: { id: a.account.id }, data: off })]);
    ends.push([makeLink(b.actor), () => db.practitioner.update({ where: { id: b.practitioner.id }, data: off })]);
    ends.push([makeLink(c.contactActor), () => db.portalLogin.delete({ where: { id: c.login.id } })]);
    ends.push([makeLink(d.contactActor), () => db.relationship.deleteMany({ where: { contactId: d.contact.id } })]);
    const status = await db.clientStatus.findFirstOrThrow({ where: { standing: "INACTIVE" } });
    const leave = () => db.client.update({ where: { id: e.client.id }, data: { statusId: status.id } });
    ends.push([makeLink(e.contactActor), leave]);
    for (const [made, end] of ends) {
      const { address } = await made;
      expect((await ask(address)).status).toBe(200);
      await end();
      expect((await ask(address)).status).toBe(404);
    }
  });

  it("S3-56 of the team stops while its owner may not report on sessions, and none is made then; a contact's asks for nothing", async () => {
    const { actor, account, contactActor: contact } = await world();
    const [work, own] = [(await makeLink(actor)).address, (await makeLink(contact)).address];
    const rights = rightsOf((_, verb) => (verb === "report" ? "none" : "all"));
    const group = await db.rightsGroup.create({ data: { name: `Readers ${account.id}`, rights } });
    await db.accountGroup.create({ data: { accountId: account.id, groupId: group.id } });
    expect([(await ask(work)).status, (await ask(own)).status]).toEqual([404, 200]);
    const { accountId, practitionerId } = actor;
    const narrowed = accountActor("practitioner", { accountId, practitionerId, rights });
    await expect(makeLink(narrowed)).rejects.toMatchObject({ code: "not_permitted" });
    await db.accountGroup.deleteMany({ where: { accountId: account.id } });
    expect((await ask(work)).status).toBe(200);
  });
});
