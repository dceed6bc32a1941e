import { beforeAll, describe, expect, it } from "vitest";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { explainSlot } from "@/lib/features/scheduling/slots/queries";
import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import type { RefusalError } from "@/lib/platform/refusal";
import { sql } from "@/lib/values/sql";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { recordSeries } from "./commands";
import { findSeriesPlan } from "./queries";

let staff: ReturnType<typeof accountActor>;
let dana: { id: string };
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
  dana = await make.practitioner({ firstName: "Dana", lastName: "Whitfield" });
});

const base = { date: "2033-03-07", start: "09:00", minutes: "60", type: "Online", reportable: "on" };
type Fields = Record<string, unknown>;
const input = (clientIds: string[], fields: Fields = {}) =>
  recordSessionInput.parse({
    ...base,
    clientIds,
    practitionerIds: [dana.id],
    repeat: { every: "week", count: "4" },
    ...fields,
  });
const sessionsOf = (clientId: string) =>
  db.session.findMany({ where: { attendances: { some: { clientId } } }, orderBy: { startsAt: "asc" } });

describe("a series of sessions", () => {
  it("BK-05 keeps its hour on the wall across a clock change, every date under a key of its own", async () => {
    const client = await make.client();
    await recordSeries(staff, input([client.id]));
    const made = await sessionsOf(client.id);
    expect(made.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      "2033-03-07T15:00:00.000Z",
      "2033-03-14T14:00:00.000Z",
      "2033-03-21T14:00:00.000Z",
      "2033-03-28T14:00:00.000Z",
    ]);
    expect(made[1]).toMatchObject({ occurrenceKey: "2033-03-14T09:00", status: "BOOKED" });
    const series = await db.sessionSeries.findUnique({ where: { id: made[0]?.seriesId ?? "" } });
    expect(series).toMatchObject({ rule: "FREQ=WEEKLY;INTERVAL=1;BYDAY=MO;COUNT=4", firstKey: "2033-03-07T09:00" });
  });

  it("S3-37 names time off and hours of seasons and single days that stand against a date, as the search for times does", async () => {
    const client = await make.client({ name: "Harbor Books" });
    const mara = await make.practitioner({ firstName: "Mara", lastName: "Lund" });
    const day = (date: string) => ({ firstDay: new Date(date), lastDay: new Date(date) });
    const timeZone = "America/Chicago";
    const monday = { create: [{ weekday: 1, startMinute: 540, endMinute: 720 }] };
    await db.availabilitySchedule.create({ data: { clientId: client.id, timeZone, intervals: monday } });
    await db.availabilitySchedule.create({
      data: { clientId: client.id, timeZone, kind: "DAY", ...day("2033-06-13") },
    });
    await db.availabilitySchedule.create({ data: { practitionerId: mara.id, timeZone, intervals: monday } });
    await db.availabilitySchedule.create({
      data: {
        ...{ practitionerId: mara.id, timeZone, kind: "RANGE", label: "Summer" },
        ...{ firstDay: new Date("2033-06-20"), lastDay: new Date("2033-06-24") },
      },
    });
    await db.timeOff.create({ data: { practitionerId: mara.id, timeZone, ...day("2033-06-27") } });
    const plan = await findSeriesPlan(staff, input([client.id], { date: "2033-06-06", practitionerIds: [mara.id] }));
    expect(plan.map(({ problems }) => problems)).toEqual([
      [],
      ["Harbor Books is not available then"],
      ["Mara Lund is not available then"],
      ["Mara Lund has time off then"],
    ]);
  });

  it("holidays of everybody, of the session's center and of the practitioner's count, as in the search for times", async () => {
    const [here, theirs, elsewhere] = [await make.center(), await make.center(), await make.center()];
    const client = await make.client({ centerId: here.id });
    const visitor = await make.practitioner({ centerId: theirs.id });
    const dates = { "2034-01-02": here.id, "2034-01-09": theirs.id, "2034-01-16": null, "2034-01-23": elsewhere.id };
    for (const [date, centerId] of Object.entries(dates)) {
      const day = new Date(date);
      await db.centerHoliday.create({ data: { name: `Day of ${date}`, centerId, firstDay: day, lastDay: day } });
    }
    const asked = { date: "2034-01-02", centerId: here.id, practitionerIds: [visitor.id] };
    const plan = await findSeriesPlan(staff, input([client.id], asked));
    expect(plan.map(({ problems }) => problems.length)).toEqual([1, 1, 1, 0]);
    const limits = { bufferMinutes: 0, noticeMinutes: 0, horizonDays: 366, mostPerDay: null };
    const now = new Date("2033-12-01T00:00:00Z");
    const reasons: string[][] = [];
    for (const date of Object.keys(dates)) {
      const range = { start: new Date(`${date}T15:00:00Z`), end: new Date(`${date}T16:00:00Z`) };
      const people = { clientIds: [client.id], practitionerIds: [visitor.id] };
      const [answer] = await explainSlot(staff, people, { range, minutes: 60, limits, now });
      reasons.push((answer?.reasons ?? []).map(({ reason }) => reason));
    }
    expect(reasons).toEqual([["holiday"], ["holiday"], ["holiday"], []]);
  });

  it("shows every date with what stands in its way, and takes a move, a skip and another practitioner", async () => {
    const [client, other] = [await make.client(), await make.client({ name: "Prairie Bakery" })];
    const single = { date: "2033-05-09", repeat: undefined };
    await recordSession(staff, input([other.id], single));
    await db.centerHoliday.create({
      data: { name: "Founders' Day", firstDay: new Date("2033-05-16"), lastDay: new Date("2033-05-16") },
    });
    const asked = { date: "2033-05-02" };
    const plan = await findSeriesPlan(staff, input([client.id], asked));
    expect(plan.map(({ blocked, problems }) => [blocked, problems.length])).toEqual([
      [false, 0],
      [true, 1],
      [false, 1],
      [false, 0],
    ]);
    expect(plan[1]?.problems[0]).toContain("Prairie Bakery");
    expect(plan[2]?.problems).toEqual(["Holiday: Founders' Day"]);
    const refused = await recordSeries(staff, input([client.id], asked)).catch((error: RefusalError) => error);
    expect(refused).toMatchObject({ code: "slot_taken" });
    expect(await sessionsOf(client.id)).toEqual([]);
    const another = await make.practitioner({ firstName: "Ora", lastName: "Other" });
    const lines = {
      "2033-05-09T09:00": { choice: "hand", practitionerId: another.id },
      "2033-05-16T09:00": { choice: "skip" },
      "2033-05-23T09:00": { choice: "move", date: "2033-05-24", start: "10:30" },
    };
    await recordSeries(staff, input([client.id], { ...asked, lines }));
    const made = await sessionsOf(client.id);
    expect(made.map(({ occurrenceKey, startsAt }) => [occurrenceKey, startsAt.toISOString()])).toEqual([
      ["2033-05-02T09:00", "2033-05-02T14:00:00.000Z"],
      ["2033-05-09T09:00", "2033-05-09T14:00:00.000Z"],
      ["2033-05-23T09:00", "2033-05-24T15:30:00.000Z"],
    ]);
  });

  it("BK-03 of twenty that want the same ten hours one is booked whole and nineteen not at all, without a deadlock", async () => {
    const practitioners = [await make.practitioner(), await make.practitioner(), await make.practitioner()];
    const clients = [];
    for (let place = 0; place < 20; place++) clients.push(await make.client());
    const deadlocks = async () => {
      const [found] = await rows<{ count: number }>(
        sql`select deadlocks::int as count from pg_stat_database where datname = current_database()`,
      );
      return found?.count;
    };
    const before = await deadlocks();
    const ids = practitioners.map(({ id }) => id);
    const outcomes = await Promise.allSettled(
      clients.map(({ id }, place) =>
        recordSeries(
          staff,
          input([id], {
            date: "2034-01-02",
            practitionerIds: place % 2 ? ids : ids.toReversed(),
            repeat: { every: "week", count: "10" },
          }),
        ),
      ),
    );
    const codes = outcomes.map((one) => (one.status === "fulfilled" ? "booked" : (one.reason as RefusalError).code));
    expect(codes.toSorted()).toEqual(["booked", ...Array.from({ length: 19 }, () => "slot_taken")]);
    const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from session_practitioners
      where practitioner_id = ${ids[0] ?? null}::uuid`);
    expect([found?.count, await deadlocks()]).toEqual([10, before]);
  });
});
