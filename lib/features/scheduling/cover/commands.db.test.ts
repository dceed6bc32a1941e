import { beforeEach, expect, it } from "vitest";
import { findInbox } from "@/lib/features/inbox/queries";
import { cancelSession } from "@/lib/features/scheduling/sessions/outcome/commands";
import { addTimeOff } from "@/lib/features/scheduling/time-off/commands";
import type { AccountActor } from "@/lib/platform/access/actor";
import { rightsOf } from "@/lib/platform/access/rights";
import { db } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { addDays } from "@/lib/values/date";
import { addMinutes } from "@/lib/values/instant";
import { sql, sqlName } from "@/lib/values/sql";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { countingQueries } from "@/prisma/factories/query-count";
import { handOver } from "./commands";
import { countToCover, findCover } from "./queries";
import { askToCover, declineCover, takeCover, withdrawRequest } from "./requests/commands";
import { listOwnCoverRequests } from "./requests/queries";

const ZONE = "America/Chicago";
const day = addDays(dayIn(ZONE, new Date()), 20);
const at = (time: string, of = day) => toInstant(of, time, ZONE);
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(() => "ok").catch((error: { code?: string }) => error.code ?? String(error));

let staff: AccountActor;

beforeEach(async () => {
  for (const table of ["cover_requests", "outbox_mails"]) await execute(sql`delete from ${sqlName(table)}`);
  staff = accountActor("staff", { accountId: (await make.account()).id });
});

/** Somebody who is away one whole day, with a session at each of these hours of it. */
async function practice(times: readonly string[] = ["10:00"]) {
  const center = await make.center();
  const colleague = async (more: Parameters<typeof make.practitioner>[0] = {}) => {
    const account = await make.account({ role: "PRACTITIONER" });
    const practitioner = await make.practitioner({ centerId: center.id, accountId: account.id, ...more });
    const actor = accountActor("practitioner", { accountId: account.id, practitionerId: practitioner.id });
    return { ...practitioner, actor };
  };
  const away = await colleague();
  const client = await make.client({ centerId: center.id, practitionerId: away.id });
  const about = { centerId: center.id, clientId: client.id, status: "BOOKED" as const };
  const book = (time: string, more: { practitionerId?: string; of?: string } = {}) =>
    make.session({ ...about, practitionerId: more.practitionerId ?? away.id, startsAt: at(time, more.of) });
  const sessions = [];
  for (const time of times) sessions.push(await book(time));
  const leave = { practitionerId: away.id, firstDay: day, lastDay: null, start: null, end: null, reason: "Surgery" };
  return { center, colleague, away, client, book, sessions, leave };
}

const practitionersOf = async (sessionId: string) =>
  (await db.sessionPractitioner.findMany({ where: { sessionId } })).map(({ practitionerId }) => practitionerId);

it("lists what falls into time off by the clock it was written for, and nothing else", async () => {
  const { away, book, sessions, leave } = await practice(["00:30", "10:00", "23:30"]);
  await book("10:00", { of: addDays(day, 1) });
  const cancelled = await book("15:00");
  await cancelSession(staff, { sessionId: cancelled.id, reason: "Ill" });
  expect(await countToCover(staff, away.id)).toBe(0);
  await addTimeOff(staff, leave);
  expect(await countToCover(staff, away.id)).toBe(3);
  const cover = await findCover(staff, away.id);
  expect(cover?.sessions.map(({ id }) => id)).toEqual(sessions.map(({ id }) => id));
  const elsewhere = accountActor("staff", { rights: rightsOf(() => "own"), centerIds: [(await make.center()).id] });
  expect(await countToCover(elsewhere, away.id)).toBe(0);
});

it("counts the same hours of several days only where they meet a session", async () => {
  const { away, book, leave } = await practice(["09:00", "13:00"]);
  const later = await book("13:30", { of: addDays(day, 2) });
  await addTimeOff(staff, { ...leave, lastDay: addDays(day, 3), start: "13:00", end: "14:00" });
  const cover = await findCover(staff, away.id);
  expect(cover?.sessions.map(({ startsAt }) => startsAt)).toEqual([at("13:00"), later.startsAt]);
});

it("ranks who is free first, then who knows the client, gives the service, speaks and works there", async () => {
  const { center, colleague, client, leave, away, book } = await practice();
  const elsewhere = await make.center();
  const stranger = await colleague({ centerId: elsewhere.id, firstName: "Aaron" });
  const near = await colleague({ firstName: "Zoe" });
  const knows = await colleague({ centerId: elsewhere.id, firstName: "Yan" });
  await make.session({ clientId: client.id, practitionerId: knows.id, centerId: center.id });
  const busy = await colleague({ firstName: "Bea" });
  const taken = await make.client({ centerId: center.id });
  await make.session({
    ...{ clientId: taken.id, practitionerId: busy.id, centerId: center.id },
    ...{ startsAt: addMinutes(at("10:00"), 30), status: "BOOKED" },
  });
  const off = await colleague({ firstName: "Cleo" });
  await addTimeOff(staff, { ...leave, practitionerId: off.id });
  await book("10:00", { of: addDays(day, 3) });
  await addTimeOff(staff, leave);
  const cover = await findCover(staff, away.id);
  const candidates = cover?.sessions[0]?.candidates ?? [];
  const wanted = [knows, near, stranger, off, busy].map(({ id }) => id);
  expect(candidates.map(({ id }) => id).filter((id) => wanted.includes(id))).toEqual(
    wanted.filter((id) => candidates.some((one) => one.id === id)),
  );
  const fits = new Map(candidates.map(({ id, fit }) => [id, fit]));
  expect([fits.get(knows.id), fits.get(near.id)]).toEqual(["free", "free"]);
  expect(cover?.freeFor.get(cover.sessions[0]?.id ?? "")?.map(({ id }) => id)).not.toContain(busy.id);
  expect(candidates.find(({ id }) => id === knows.id)?.matches).toContain("knows");
});

it("hands a session over as it stands: who takes it is theirs, those who take part hear of it, nobody else is asked", async () => {
  const { colleague, away, client, sessions, leave } = await practice();
  const [ada, bob] = [await colleague(), await colleague()];
  await addTimeOff(staff, leave);
  const sessionId = sessions[0]?.id ?? "";
  await askToCover(staff, { practitionerId: away.id, sessionId, toId: bob.id });
  expect(await listOwnCoverRequests(bob.actor)).toHaveLength(1);
  const before = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(await handOver(staff, { practitionerId: away.id, sessionId, toId: ada.id })).toEqual({ done: 1, refused: 0 });
  expect(await practitionersOf(sessionId)).toEqual([ada.id]);
  const after = await db.session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(after).toMatchObject({ startsAt: before.startsAt, endsAt: before.endsAt, status: "BOOKED" });
  expect(after.tellAt).not.toBeNull();
  expect(await listOwnCoverRequests(bob.actor)).toEqual([]);
  expect((await findInbox(bob.actor)).rows).toEqual([]);
  const told = (await db.historyEntry.findMany({ where: { subjectId: sessionId } })).map(({ kind }) => kind);
  expect(told.toSorted()).toEqual(["session.cover-asked", "session.cover-withdrawn", "session.edited"]);
  const assigned = { clientId: client.id, practitionerId: ada.id };
  expect(await db.clientPractitioner.count({ where: assigned })).toBe(1);
  expect(await codeOf(handOver(staff, { practitionerId: away.id, sessionId, toId: bob.id }))).toBe("cover_gone");
});

it("never makes somebody be in two places: a hand-over into another session is refused, of many the others go on", async () => {
  const { colleague, away, center, sessions, leave } = await practice(["10:00", "12:00", "14:00"]);
  const ada = await colleague();
  await addTimeOff(staff, leave);
  const other = { centerId: center.id, clientId: (await make.client({ centerId: center.id })).id };
  await make.session({ ...other, practitionerId: ada.id, startsAt: at("12:00"), status: "BOOKED" });
  const middle = { practitionerId: away.id, sessionId: sessions[1]?.id ?? "", toId: ada.id };
  expect(await codeOf(handOver(staff, middle))).toBe("slot_taken");
  expect(await handOver(staff, { ...middle, sessionId: null })).toEqual({ done: 2, refused: 0 });
  expect(await countToCover(staff, away.id)).toBe(1);
  expect(await codeOf(handOver(staff, { ...middle, sessionId: null }))).toBe("nobody_fits");
});

it("asks each colleague who is free once, by inbox and mail, without naming the client", async () => {
  const { colleague, away, client, leave } = await practice(["10:00", "12:00"]);
  const [ada] = [await colleague(), await colleague()];
  const silent = await colleague({ accountId: null });
  await addTimeOff(staff, leave);
  const ask = { practitionerId: away.id, sessionId: null, toId: null };
  expect(await askToCover(staff, ask)).toBeGreaterThanOrEqual(4);
  expect(await codeOf(askToCover(staff, ask))).toBe("nobody_to_ask");
  expect(await codeOf(askToCover(staff, { ...ask, toId: silent.id }))).toBe("nobody_to_ask");
  const asked = await listOwnCoverRequests(ada?.actor as AccountActor);
  expect(asked).toMatchObject([
    { away: `${away.firstName} ${away.lastName}`, clients: 1, isBusy: false },
    { clients: 1 },
  ]);
  expect(JSON.stringify(asked)).not.toContain(client.name);
  const mails = await db.outboxMail.findMany({ where: { source: { startsWith: "cover-request:" } } });
  expect(mails.length).toBe(await db.coverRequest.count());
  expect(JSON.stringify(mails)).not.toContain(client.name);
  const items = (await findInbox(ada?.actor as AccountActor)).rows;
  expect(items.map(({ kind, subjectName }) => [kind, subjectName])).toEqual([
    ["cover", null],
    ["cover", null],
  ]);
});

it("of twelve colleagues who take it at once one has it, and the others are told so", async () => {
  const { colleague, away, sessions, leave } = await practice();
  const people = [];
  for (let place = 0; place < 12; place += 1) people.push(await colleague());
  await addTimeOff(staff, leave);
  const sessionId = sessions[0]?.id ?? "";
  for (const { id: toId } of people) await askToCover(staff, { practitionerId: away.id, sessionId, toId });
  const answers = await Promise.all(
    people.map(async ({ actor }) => {
      const [request] = await listOwnCoverRequests(actor);
      return codeOf(takeCover(actor, { requestId: request?.id ?? "" }));
    }),
  );
  expect(answers.filter((answer) => answer === "ok")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "cover_gone")).toHaveLength(11);
  const winner = people[answers.indexOf("ok")];
  expect(await practitionersOf(sessionId)).toEqual([winner?.id]);
  const states = await db.coverRequest.groupBy({ by: ["state"], _count: true, where: { sessionId } });
  expect(states.map(({ state, _count }) => [state, _count]).toSorted()).toEqual([
    ["TAKEN", 1],
    ["WITHDRAWN", 11],
  ]);
  expect((await findInbox(staff)).rows.map(({ kind }) => kind)).toEqual(["covered"]);
});

it("is answered by whom it was asked, once, and while it is needed", async () => {
  const { colleague, away, sessions, leave } = await practice();
  const [ada, bob] = [await colleague(), await colleague()];
  await addTimeOff(staff, leave);
  const sessionId = sessions[0]?.id ?? "";
  const ask = (toId: string) => askToCover(staff, { practitionerId: away.id, sessionId, toId });
  await ask(ada.id);
  await ask(bob.id);
  const [toAda] = await listOwnCoverRequests(ada.actor);
  const [toBob] = await listOwnCoverRequests(bob.actor);
  expect(await codeOf(takeCover(bob.actor, { requestId: toAda?.id ?? "" }))).toBe("not_found");
  await declineCover(ada.actor, { requestId: toAda?.id ?? "" });
  expect(await codeOf(takeCover(ada.actor, { requestId: toAda?.id ?? "" }))).toBe("cover_answered");
  expect((await findInbox(staff)).rows.map(({ kind }) => kind)).toEqual(["not-covered"]);
  const stranger = accountActor("practitioner", { practitionerId: ada.id });
  expect(await codeOf(withdrawRequest(stranger, { requestId: toBob?.id ?? "" }))).toBe("not_found");
  await withdrawRequest(staff, { requestId: toBob?.id ?? "" });
  expect(await codeOf(takeCover(bob.actor, { requestId: toBob?.id ?? "" }))).toBe("cover_gone");
  await ask(bob.id);
  await cancelSession(staff, { sessionId, reason: "Ill" });
  expect(await listOwnCoverRequests(bob.actor)).toEqual([]);
});

it("asks four questions however many sessions and colleagues there are", async () => {
  const { colleague, away, leave } = await practice(["08:00", "09:00", "10:00", "11:00", "12:00", "13:00", "14:00"]);
  for (let place = 0; place < 6; place += 1) await colleague();
  await addTimeOff(staff, leave);
  expect(await countingQueries(() => findCover(staff, away.id))).toBe(4);
});
