import { beforeAll, describe, expect, it } from "vitest";
import { markReportable } from "@/lib/features/scheduling/reportable/commands";
import { editSession, moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import {
  cancelSession,
  confirmSession,
  holdSession,
  missSession,
  saveParts,
} from "@/lib/features/scheduling/sessions/outcome/commands";
import { holdSessionInput, savePartsInput } from "@/lib/features/scheduling/sessions/outcome/schema";
import { findSession } from "@/lib/features/scheduling/sessions/record/queries";
import { editSessionInput, recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { type AccountActor, actorFrom } from "@/lib/platform/access/actor";
import { rightsOf } from "@/lib/platform/access/rights";
import { db } from "@/lib/platform/db/db";
import { RefusalError } from "@/lib/platform/refusal";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";

let staff: ReturnType<typeof accountActor>;
let dana: { id: string };
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
  dana = await make.practitioner({ firstName: "Dana", lastName: "Whitfield" });
});

const base = { date: "2032-03-10", start: "14:00", minutes: "45", type: "Online", reportable: "on" };
type Fields = Record<string, unknown>;
function plan(clientIds: string[], fields: Fields = {}, by = staff) {
  return recordSession(by, recordSessionInput.parse({ ...base, clientIds, practitionerIds: [dana.id], ...fields }));
}
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error : Promise.reject(error)),
  );
/** A session that is over but was never marked. */
async function over(clientIds: string[], fields: Fields = {}) {
  const id = await plan(clientIds, fields);
  const startsAt = new Date("2026-02-02T15:00:00Z");
  const endsAt = new Date("2026-02-02T15:45:00Z");
  await db.session.update({ where: { id }, data: { startsAt, endsAt }, select: { id: true } });
  return id;
}

describe("planning a session", () => {
  it("BK-01 is refused beside who is taken, with whom and when as far as the reader sees it", async () => {
    const [one, other] = [await make.client({ name: "Prairie Bakery" }), await make.client()];
    await plan([one.id], { date: "2032-03-11" });
    const refusal = await refusalOf(plan([other.id], { date: "2032-03-11", start: "14:30" }));
    expect(refusal).toMatchObject({
      code: "slot_taken",
      fields: { practitionerIds: { values: { others: "Prairie Bakery" } } },
    });
    const account = await make.account({ role: "PRACTITIONER" });
    await db.practitioner.update({ where: { id: dana.id }, data: { accountId: account.id } });
    await db.clientPractitioner.create({ data: { clientId: other.id, practitionerId: dana.id } });
    const elsewhere = await make.practitioner();
    const clash = await refusalOf(plan([one.id], { date: "2032-03-11", practitionerIds: [elsewhere.id] }));
    expect(clash?.fields).toMatchObject({
      clientIds: { values: { name: "Prairie Bakery", others: "Dana Whitfield" } },
    });
  });

  it("takes several practitioners and clients, and no more clients than places", async () => {
    const clients = [await make.client(), await make.client(), await make.client({ kind: "PRE_CLIENT" })];
    const ids = clients.map(({ id }) => id);
    const second = await make.practitioner();
    const fields = { date: "2032-03-12", practitionerIds: [dana.id, second.id], places: "3" };
    const sessionId = await plan(ids, fields);
    const parts = await db.attendance.findMany({ where: { sessionId } });
    expect(parts.map(({ clientId, reportable }) => [clientId, reportable]).toSorted()).toEqual(
      clients.map(({ id, kind }) => [id, kind === "CLIENT"]).toSorted(),
    );
    expect((await refusalOf(plan(ids, { ...fields, date: "2032-03-13", places: "2" })))?.code).toBe("no_place_left");
  });

  it("S3-47 practitioners add sessions with their clients only, by themselves, and only with the right to", async () => {
    const account = await make.account({ role: "PRACTITIONER" });
    const mine = await make.practitioner({ accountId: account.id });
    const practitioner = accountActor("practitioner", { accountId: account.id, practitionerId: mine.id });
    const [assigned, seenBefore, stranger] = [await make.client(), await make.client(), await make.client()];
    await db.clientPractitioner.create({ data: { clientId: assigned.id, practitionerId: mine.id } });
    await plan([seenBefore.id], { date: "2026-03-01", practitionerIds: [mine.id] });
    const own = { practitionerIds: [mine.id], staffNotes: "not theirs to write" };
    const sessionId = await plan([assigned.id], { ...own, date: "2032-04-01" }, practitioner);
    await plan([seenBefore.id], { ...own, date: "2032-04-02" }, practitioner);
    expect((await refusalOf(plan([stranger.id], { ...own, date: "2032-04-03" }, practitioner)))?.code).toBe(
      "not_found",
    );
    expect((await refusalOf(plan([assigned.id], { date: "2032-04-04" }, practitioner)))?.code).toBe(
      "own_sessions_only",
    );
    expect(await db.session.findUnique({ where: { id: sessionId } })).toMatchObject({ staffNotes: null });
    const rights = rightsOf((kind, verb) => (kind === "sessions" && verb === "add" ? "none" : "all"));
    const without = actorFrom<AccountActor>({ ...practitioner, rights });
    expect([practitioner.can("sessions.record"), without.can("sessions.record")]).toEqual([true, false]);
  });

  it("keeps what is for staff only from practitioners", async () => {
    const account = await make.account({ role: "PRACTITIONER" });
    const mine = await make.practitioner({ accountId: account.id });
    const practitioner = accountActor("practitioner", { accountId: account.id, practitionerId: mine.id });
    const client = await make.client();
    const notes = { notes: "For the team", staffNotes: "Only staff", sharedNotes: "For you" };
    const id = await plan([client.id], { ...notes, date: "2032-04-07", practitionerIds: [mine.id] });
    expect(await findSession(staff, id)).toMatchObject(notes);
    expect(await findSession(practitioner, id)).toMatchObject({ ...notes, staffNotes: null, mine: true });
    const { version = 0 } = (await findSession(practitioner, id)) ?? {};
    const edited = {
      ...base,
      date: "2032-04-07",
      clientIds: [client.id],
      practitionerIds: [mine.id],
      sessionId: id,
      version,
    };
    await editSession(practitioner, editSessionInput.parse({ ...edited, notes: "New" }));
    expect(await findSession(staff, id)).toMatchObject({ notes: "New", staffNotes: "Only staff" });
  });
});

describe("changing a session", () => {
  it("moves, resizes and reassigns, and is refused where somebody is taken", async () => {
    const client = await make.client();
    const id = await plan([client.id], { date: "2032-05-03" });
    await plan([(await make.client()).id], { date: "2032-05-04" });
    const to = { sessionId: id, date: "2032-05-04", start: "14:30", minutes: 60 };
    expect((await refusalOf(moveSession(staff, to)))?.code).toBe("slot_taken");
    const other = await make.practitioner({ firstName: "Ora", lastName: "Other" });
    await moveSession(staff, { ...to, practitionerId: other.id });
    expect(await findSession(staff, id)).toMatchObject({
      wall: "2032-05-04T14:30",
      practitioners: [{ name: "Ora Other" }],
      startsAt: new Date("2032-05-04T19:30:00Z"),
    });
    const kinds = await db.streamEntry.findMany({ where: { subjectId: id }, select: { kind: true } });
    expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["session.moved", "session.edited"]));
  });

  it("BK-02 a request holds its slot, is confirmed once, and a cancelled one frees it", async () => {
    const client = await make.client();
    const id = await plan([client.id], { date: "2032-05-10" });
    await db.session.update({ where: { id }, data: { status: "REQUESTED" }, select: { id: true } });
    const wish = () => plan([client.id], { date: "2032-05-10", start: "14:15" });
    expect((await refusalOf(wish()))?.code).toBe("slot_taken");
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, () => confirmSession(staff, { sessionId: id })),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await cancelSession(staff, { sessionId: id, reason: "Snow" });
    await wish();
    expect(await findSession(staff, id)).toMatchObject({ status: "CANCELLED", cancelledReason: "Snow" });
    expect((await refusalOf(cancelSession(staff, { sessionId: id, reason: "Again" })))?.code).toBe("session_over");
  });

  it("does not overwrite what somebody else saved meanwhile", async () => {
    const client = await make.client();
    const sessionId = await plan([client.id], { date: "2032-05-12" });
    const edit = { ...base, date: "2032-05-12", clientIds: [client.id], practitionerIds: [dana.id], sessionId };
    await editSession(staff, editSessionInput.parse({ ...edit, version: 1, area: "Marketing" }));
    const late = editSession(staff, editSessionInput.parse({ ...edit, version: 1, area: "Taxes" }));
    expect((await refusalOf(late))?.code).toBe("changed_meanwhile");
  });
});

describe("what came of a session", () => {
  const part = { fundingSourceId: "", contactMinutes: "30", prepMinutes: "10", travelMinutes: "5" };

  it("S0-07 a pre-client's part cannot be made reportable, and the reason is said", async () => {
    const preClient = await make.client({ kind: "PRE_CLIENT" });
    const sessionId = await over([preClient.id]);
    const { id } = await db.attendance.findFirstOrThrow({ where: { sessionId } });
    const input = holdSessionInput.parse({ sessionId, parts: { [id]: { ...part, reportable: "on" } } });
    expect(await refusalOf(holdSession(staff, input))).toMatchObject({
      code: "pre_client",
      messageKey: "clients.reportable.blockers.pre_client",
    });
    await holdSession(staff, holdSessionInput.parse({ sessionId, parts: { [id]: part } }));
    await db.client.update({ where: { id: preClient.id }, data: { kind: "CLIENT", number: `9${Date.now() % 1e8}` } });
    expect(await db.attendance.findFirstOrThrow({ where: { sessionId } })).toMatchObject({ reportable: false });
    // S0-22 S0-23: what it was stays until somebody says otherwise, one by one.
    await markReportable(staff, { attendanceId: id, reportable: true });
    expect(await db.attendance.findFirstOrThrow({ where: { sessionId } })).toMatchObject({ reportable: true });
  });

  it("S0-24 a session held has the hours of each client, and stands in their streams when it took place", async () => {
    const [one, other] = [await make.client(), await make.client()];
    const sessionId = await over([one.id, other.id], { date: "2032-06-01" });
    const parts = await db.attendance.findMany({ where: { sessionId } });
    const sent = Object.fromEntries(
      parts.map(({ id, clientId }) => [
        id,
        clientId === one.id ? { ...part, reportable: "on" } : { ...part, noShow: "on", reportable: "on" },
      ]),
    );
    await holdSession(staff, holdSessionInput.parse({ sessionId, parts: sent, note: "Went well" }));
    const after = await db.attendance.findMany({ where: { sessionId } });
    expect(after.find(({ clientId }) => clientId === one.id)).toMatchObject({
      reportable: true,
      contactMinutes: 30,
      prepMinutes: 10,
      travelMinutes: 5,
    });
    expect(after.find(({ clientId }) => clientId === other.id)).toMatchObject({
      noShow: true,
      reportable: false,
      contactMinutes: 0,
    });
    const [line] = await db.streamEntry.findMany({ where: { clientId: one.id, kind: "session.recorded" } });
    expect(line).toMatchObject({ at: new Date("2026-02-02T15:00:00Z"), data: { note: "Went well", minutes: 30 } });
    await saveParts(
      staff,
      savePartsInput.parse({ sessionId, parts: { [parts[0]?.id ?? ""]: { ...part, contactMinutes: "40" } } }),
    );
  });

  it("nobody holds or misses what has not begun, and a missed one reports nothing", async () => {
    const client = await make.client();
    const sessionId = await plan([client.id], { date: "2032-06-05" });
    expect((await refusalOf(holdSession(staff, { sessionId, parts: {}, note: null })))?.code).toBe("not_begun");
    expect((await refusalOf(missSession(staff, { sessionId })))?.code).toBe("not_begun");
    const past = await over([client.id], { date: "2032-06-06" });
    await missSession(staff, { sessionId: past });
    expect(await db.attendance.findFirstOrThrow({ where: { sessionId: past } })).toMatchObject({
      noShow: true,
      reportable: false,
    });
  });
});
