import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import ICAL from "ical.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startResendServer } from "@/e2e/support/resend-server";
import { changeSeries } from "@/lib/features/scheduling/series/changing/commands";
import { changeSeriesInput } from "@/lib/features/scheduling/series/changing/schema";
import { recordSeries } from "@/lib/features/scheduling/series/commands";
import { editSession, moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { leaveSession, recordSession } from "@/lib/features/scheduling/sessions/commands";
import { cancelSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import { remindOfSessions } from "@/lib/features/scheduling/sessions/reminders/jobs";
import { editSessionInput, recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { changeSetting } from "@/lib/features/settings/commands";
import { closeDatabase, db } from "@/lib/platform/db/db";
import { deliverMail } from "@/lib/platform/mail/deliver";
import { resendTransport } from "@/lib/platform/mail/transports/resend";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { tellSessions } from "./jobs";

const clock = path.join(process.env.DATA_DIR ?? "", "clock");
process.env.CLOCK_FILE = clock;
function setTime(instant: string) {
  mkdirSync(path.dirname(clock), { recursive: true });
  writeFileSync(clock, instant);
}

let provider: Awaited<ReturnType<typeof startResendServer>>;
let staff: ReturnType<typeof accountActor>;
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
});
beforeEach(async () => {
  await provider?.close();
  provider = await startResendServer();
  await db.$executeRaw`delete from outbox_mails`;
  await db.$executeRaw`update sessions set tell_at = null, status = 'HELD'`;
  setTime("2026-11-02T12:00:00Z");
});
afterAll(async () => {
  await provider.close();
  await closeDatabase();
});

let number = 0;
/** A client in Kathmandu, served from there by somebody whose own center is in New York. */
async function world() {
  number += 1;
  const there = await make.center({ timeZone: "Asia/Kathmandu", name: `Kathmandu Office ${number}` });
  const away = await make.center({ timeZone: "America/New_York" });
  const { client, contact } = await make.clientWithOwner({ centerId: there.id });
  const pia = { firstName: "Pia", lastName: `Pratt${number}`, centerId: away.id, email: `pia${number}@work.example` };
  return { client, contact, practitioner: await make.practitioner(pia), email: contact.email ?? "" };
}
type World = Awaited<ReturnType<typeof world>>;

const base = { date: "2026-11-20", start: "09:00", minutes: "60", type: "Online", reportable: "on" };
type Fields = Record<string, unknown>;
const input = ({ client, practitioner }: World, fields: Fields) => ({
  ...{ ...base, clientIds: [client.id], practitionerIds: [practitioner.id] },
  ...fields,
});
const plan = (of: World, fields: Fields = {}) => recordSession(staff, recordSessionInput.parse(input(of, fields)));
const edit = async (sessionId: string, of: World, fields: Fields = {}) => {
  const { version } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  return editSession(staff, editSessionInput.parse({ ...input(of, fields), sessionId, version }));
};

/** Two workers at once, then the provider: every mail with its calendar file as another library reads it. */
async function mails(to?: string) {
  provider.books.delivered.length = 0;
  await Promise.all([tellSessions(), tellSessions(), remindOfSessions(), remindOfSessions()]);
  await Promise.all([tellSessions(), remindOfSessions()]);
  const viaProvider = resendTransport({ apiKey: provider.apiKey, baseUrl: provider.url });
  await deliverMail({ transport: viaProvider });
  return provider.books.delivered.filter((mail) => !to || mail.to.includes(to)).map(readMail);
}
function readMail({ to, subject, email }: (typeof provider.books.delivered)[number]) {
  const [file] = (email.attachments ?? []) as { content: string; content_type?: string }[];
  const text = email.text ?? "";
  if (!file) return { to, subject, text, method: null, entries: [] };
  const calendar = new ICAL.Component(ICAL.parse(Buffer.from(file.content, "base64").toString("utf8")));
  const entries = calendar.getAllSubcomponents("vevent").map((part) => {
    const { uid, sequence, summary, startDate, endDate } = new ICAL.Event(part);
    expect(startDate.zone.tzid).toBe("UTC");
    const [starts, ends] = [startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()];
    return { uid, sequence, summary, starts, ends, status: part.getFirstPropertyValue("status") };
  });
  return { to, subject, text, method: calendar.getFirstPropertyValue("method"), entries };
}
const uidOf = (id: string) => `${id}@${new URL(process.env.APP_ORIGIN ?? "").host}`;

describe("mails about sessions", () => {
  it("S3-21 tell client and practitioner after three minutes, on both clocks, with one entry for their calendars", async () => {
    const of = await world();
    const id = await plan(of, { meetingLink: "https://meet.example/one" });
    expect(await mails()).toEqual([]);
    setTime("2026-11-02T12:03:00Z");
    const sent = await mails();
    expect(sent.map(({ to, subject }) => [to.includes(of.email), subject]).toSorted()).toEqual([
      [false, `Booked: ${of.client.name} · Online`],
      [true, `Booked: Session with Pia Pratt${number} · ${of.client.name}`],
    ]);
    const starts = "2026-11-20T03:15:00.000Z";
    for (const { method, entries } of sent) {
      expect(method).toBe("REQUEST");
      expect(entries).toMatchObject([{ uid: uidOf(id), sequence: 0, starts, status: "CONFIRMED" }]);
    }
    const [client] = sent.filter(({ to }) => to.includes(of.email));
    expect(client?.text).toContain("Friday, November 20, 2026, 9:00 – 10:00 AM GMT+5:45");
    expect(client?.text).toContain("https://meet.example/one");
    const [work] = sent.filter(({ to }) => !to.includes(of.email));
    expect(work?.text).toContain("Thursday, November 19, 2026, 10:15 – 11:15 PM EST");
    expect(work?.text).toMatch(/9:00 – 10:00 AM GMT\+5:45 at Kathmandu Office/);
    expect(await mails()).toEqual([]);
    const [line] = await db.streamEntry.findMany({ where: { clientId: of.client.id, kind: "session.mailed" } });
    expect(line?.data).toMatchObject({ to: expect.stringContaining(`Pia Pratt${number}`) });
  });

  it("say nothing of what was cancelled within the grace, and only the last state of what was moved within it", async () => {
    const of = await world();
    const gone = await plan(of);
    const kept = await plan(of, { start: "12:00" });
    setTime("2026-11-02T12:02:00Z");
    await cancelSession(staff, { sessionId: gone, reason: "Typed twice" });
    await moveSession(staff, { sessionId: kept, date: "2026-11-21", start: "13:00", minutes: 60 });
    setTime("2026-11-02T12:04:00Z");
    expect(await mails()).toEqual([]);
    setTime("2026-11-02T12:06:00Z");
    const [mail, ...others] = await mails(of.email);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Booked/);
    expect(mail?.entries).toMatchObject([{ uid: uidOf(kept), sequence: 0, starts: "2026-11-21T07:15:00.000Z" }]);
  });

  it("tell a move and then a cancellation of the same entry, each time with a higher sequence", async () => {
    const of = await world();
    const id = await plan(of);
    setTime("2026-11-02T12:10:00Z");
    await mails();
    await moveSession(staff, { sessionId: id, date: "2026-11-23", start: "09:00", minutes: 60 });
    setTime("2026-11-02T12:20:00Z");
    const [moved] = await mails(of.email);
    expect(moved).toMatchObject({ method: "REQUEST", entries: [{ uid: uidOf(id), sequence: 1 }] });
    expect(moved?.text).toContain("before: Friday, November 20, 2026, 9:00 – 10:00 AM");
    await cancelSession(staff, { sessionId: id, reason: "CANARY-REASON" });
    setTime("2026-11-02T12:30:00Z");
    const sent = await mails();
    expect(sent).toHaveLength(2);
    for (const { method, entries, text } of sent) {
      expect({ method, entries }).toMatchObject({ method: "CANCEL", entries: [{ sequence: 2, status: "CANCELLED" }] });
      expect(text).not.toContain("CANARY");
    }
  });

  it("AZ-06 never name another client of a group, and tell only those for whom something is new", async () => {
    const [one, other] = [await world(), await world()];
    const both = { clientIds: [one.client.id, other.client.id] };
    const id = await plan(one, both);
    setTime("2026-11-02T12:10:00Z");
    const sent = await mails();
    expect(sent).toHaveLength(3);
    const [mine] = sent.filter(({ to }) => to.includes(one.email));
    expect(JSON.stringify(mine)).not.toContain(other.client.name);
    await edit(id, one, { clientIds: [one.client.id] });
    setTime("2026-11-02T12:20:00Z");
    const after = await mails();
    expect(after.map(({ to, method }) => [to.includes(other.email), method]).toSorted()).toEqual([
      [false, "REQUEST"],
      [true, "CANCEL"],
    ]);
    expect(after.some(({ to }) => to.includes(one.email))).toBe(false);
    await leaveSession(staff, { sessionId: id, clientId: one.client.id });
    setTime("2026-11-02T12:30:00Z");
    expect((await mails(one.email)).map(({ method }) => method)).toEqual(["CANCEL"]);
    expect(await db.session.count({ where: { id } })).toBe(0);
  });

  it("take a session from one practitioner's calendar and put it into another's, in each reader's language", async () => {
    const of = await world();
    await db.contact.update({ where: { id: of.contact.id }, data: { language: "es" } });
    const id = await plan(of);
    setTime("2026-11-02T12:10:00Z");
    expect((await mails(of.email))[0]?.text).toMatch(/viernes, 20 de noviembre de 2026/);
    const next = await make.practitioner({ firstName: "Nora", lastName: "Next", email: "nora@work.example" });
    await edit(id, of, { practitionerIds: [next.id] });
    setTime("2026-11-02T12:20:00Z");
    const sent = await mails();
    const methods = Object.fromEntries(sent.map(({ to, method, subject }) => [to, [method, subject.split(":")[0]]]));
    expect(Object.values(methods).toSorted()).toEqual([
      ["CANCEL", "Cancelled"],
      ["REQUEST", "Booked"],
      ["REQUEST", "Cambio"],
    ]);
  });

  it("leave out who wants no mail and work that a client has no part in", async () => {
    const of = await world();
    await plan(of, { type: "Prepare Only" });
    const quiet = await world();
    await db.contact.update({ where: { id: quiet.contact.id }, data: { doNotMail: true } });
    await plan(quiet);
    setTime("2026-11-02T12:10:00Z");
    expect((await mails()).map(({ to }) => to.includes("@work.example"))).toEqual([true, true]);
  });

  it("send one mail for a series of forty, with every date at the same hour across clock changes", async () => {
    const center = await make.center({ timeZone: "America/St_Johns" });
    const { client, contact } = await make.clientWithOwner({ centerId: center.id });
    const of = { ...(await world()), client, contact };
    const repeat = { every: "week", interval: "1", count: "40" };
    const fields = input(of, { repeat, date: "2026-12-01" });
    await recordSeries(staff, recordSessionInput.parse(fields));
    setTime("2026-11-02T12:10:00Z");
    const [mail, ...others] = await mails(contact.email ?? "");
    expect(others).toEqual([]);
    expect(new Set(mail?.entries.map(({ uid }) => uid)).size).toBe(40);
    const hours = mail?.entries.map(({ starts }) => starts.slice(11, 16)) ?? [];
    expect([...new Set(hours)].toSorted()).toEqual(["11:30", "12:30"]);
    expect(mail?.text.match(/9:00 – 10:00 AM/g)).toHaveLength(40);
    const where = { attendances: { some: { clientId: client.id } } };
    const thirtieth = await db.session.findFirstOrThrow({ where, orderBy: { startsAt: "asc" }, skip: 29 });
    const change = { sessionId: thirtieth.id, version: thirtieth.version, scope: "following", start: "10:00" };
    const rest = { date: "2027-06-22", minutes: 60, practitionerIds: [of.practitioner.id] };
    await changeSeries(staff, changeSeriesInput.parse({ ...change, ...rest }));
    setTime("2026-11-02T12:20:00Z");
    const [changed, ...more] = await mails(contact.email ?? "");
    expect(more).toEqual([]);
    expect(changed?.entries.map(({ sequence, starts }) => [sequence, starts.slice(11, 16)])).toEqual(
      mail?.entries.slice(29).map(({ starts }) => [1, starts.slice(11, 16).replace("11:30", "12:30")]),
    );
  });
});

describe("reminders", () => {
  const at = async (instant: string, to: string) => {
    setTime(instant);
    return (await mails(to)).map(({ subject }) => subject.split(":")[0]);
  };

  it("go out a day and two hours before, once whatever the number of workers", async () => {
    const of = await world();
    await plan(of);
    expect(await at("2026-11-02T12:10:00Z", of.email)).toEqual(["Booked"]);
    expect(await at("2026-11-19T03:14:00Z", of.email)).toEqual([]);
    expect(await at("2026-11-19T03:16:00Z", of.email)).toEqual(["Reminder"]);
    expect(await at("2026-11-19T04:00:00Z", of.email)).toEqual([]);
    expect(await at("2026-11-20T01:20:00Z", of.email)).toEqual(["Reminder"]);
    expect(await at("2026-11-20T02:00:00Z", of.email)).toEqual([]);
    expect(await db.outboxMail.count({ where: { source: { startsWith: "session-reminder" } } })).toBe(2);
  });

  it("are only those still to come when a session is planned late, and none for what is cancelled or moved away", async () => {
    const of = await world();
    setTime("2026-11-19T20:00:00Z");
    const late = await plan(of);
    const off = await plan(of, { start: "11:00" });
    const moved = await plan(of, { start: "13:00" });
    expect(await at("2026-11-19T20:05:00Z", of.email)).toEqual(["Booked", "Booked", "Booked"]);
    await cancelSession(staff, { sessionId: off, reason: "Ill" });
    await moveSession(staff, { sessionId: moved, date: "2026-12-20", start: "13:00", minutes: 60 });
    expect((await at("2026-11-19T21:00:00Z", of.email)).toSorted()).toEqual(["Cancelled", "Changed"]);
    expect(await at("2026-11-20T01:20:00Z", of.email)).toEqual(["Reminder"]);
    expect(await at("2026-11-20T05:00:00Z", of.email)).toEqual([]);
    const told = await db.session.findUniqueOrThrow({ where: { id: late } });
    expect(told.told).toMatchObject({ reminded: [120] });
  });

  it("come at the times an administrator sets, and one mail where several are late", async () => {
    const of = await world();
    await plan(of);
    await at("2026-11-02T12:10:00Z", of.email);
    await changeSetting(accountActor("administrator"), "sessionMails", { reminders: [240, 120] });
    expect(await at("2026-11-19T03:16:00Z", of.email)).toEqual([]);
    expect(await at("2026-11-20T01:16:00Z", of.email)).toEqual(["Reminder"]);
    expect(await at("2026-11-20T02:30:00Z", of.email)).toEqual([]);
    await changeSetting(accountActor("administrator"), "sessionMails", { reminders: [1_440, 120] });
  });
});
