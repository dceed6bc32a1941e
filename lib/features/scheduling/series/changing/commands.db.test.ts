import { beforeAll, describe, expect, it } from "vitest";
import { recordSeries } from "@/lib/features/scheduling/series/commands";
import type { SeriesScope } from "@/lib/features/scheduling/series/schema";
import { moveSession } from "@/lib/features/scheduling/sessions/changing/commands";
import { recordSession } from "@/lib/features/scheduling/sessions/commands";
import { recordSessionInput } from "@/lib/features/scheduling/sessions/schema";
import { db } from "@/lib/platform/db/db";
import { RefusalError } from "@/lib/platform/refusal";
import { newId } from "@/lib/values/id";
import { accountActor } from "@/prisma/factories/actors";
import { make } from "@/prisma/factories/make";
import { cancelSeries, changeSeries } from "./commands";
import { findSeriesChange } from "./queries";
import { shiftedRule } from "./rules";
import { changeSeriesInput } from "./schema";

let staff: ReturnType<typeof accountActor>;
let dana: { id: string };
beforeAll(async () => {
  staff = accountActor("staff", { accountId: (await make.account()).id });
  dana = await make.practitioner({ firstName: "Dana", lastName: "Whitfield" });
});

const base = { start: "09:00", minutes: "60", type: "Online", reportable: "on" };
type Fields = Record<string, unknown>;
const planned = (date: string, fields: Fields) => recordSessionInput.parse({ ...base, date, ...fields });

/** Six Mondays at nine in Chicago across the clock change of March, with a client of their own. */
async function series(date = "2034-02-27", practitionerId?: string) {
  const client = await make.client();
  const by = practitionerId ?? (await make.practitioner()).id;
  const repeat = { every: "week", count: "6" };
  await recordSeries(staff, planned(date, { clientIds: [client.id], practitionerIds: [by], repeat }));
  return { client, by, made: await sessionsOf(client.id) };
}
const sessionsOf = (clientId: string) =>
  db.session.findMany({
    where: { attendances: { some: { clientId } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    include: { practitioners: true, room: true },
  });
type Made = Awaited<ReturnType<typeof sessionsOf>>[number];
const wallOf = ({ wallStartsAt }: Made) => wallStartsAt?.toISOString().slice(0, 16) ?? "";
const walls = async (clientId: string) => (await sessionsOf(clientId)).map(wallOf);

function asked(of: Made | undefined, scope: SeriesScope, fields: Fields = {}) {
  if (!of) throw new Error("no such session");
  const [date, start] = wallOf(of).split("T");
  const practitionerIds = of.practitioners.map(({ practitionerId }) => practitionerId);
  const same = { sessionId: of.id, version: of.version, date, start, minutes: "60", practitionerIds };
  return changeSeriesInput.parse({ ...same, room: of.room?.name ?? "", location: of.location ?? "", scope, ...fields });
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error.code : Promise.reject(error)),
  );

describe("a change of a series", () => {
  it("BK-05 reaches this one and those after it at the new hour on the wall, across a clock change, as a series of its own", async () => {
    const { client, made } = await series();
    const input = asked(made[1], "following", { date: "2034-03-07", start: "10:30" });
    const preview = await findSeriesChange(staff, input);
    expect(preview.map(({ label, problems }) => [label.slice(0, 12), problems.length])).toEqual(
      ["Mar 7, 2034,", "Mar 14, 2034", "Mar 21, 2034", "Mar 28, 2034", "Apr 4, 2034,"].map((day) => [day, 0]),
    );
    await changeSeries(staff, input);
    const after = await sessionsOf(client.id);
    expect(after.map(({ startsAt }) => startsAt.toISOString().slice(0, 16))).toEqual([
      "2034-02-27T15:00",
      "2034-03-07T16:30",
      "2034-03-14T15:30",
      "2034-03-21T15:30",
      "2034-03-28T15:30",
      "2034-04-04T15:30",
    ]);
    expect(after.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    const [first, second] = after;
    const split = await db.sessionSeries.findUniqueOrThrow({ where: { id: second?.seriesId ?? newId() } });
    expect(split).toMatchObject({ splitFromId: first?.seriesId, firstKey: "2034-03-07T10:30" });
    expect(split.rule).toBe("FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=5");
    expect(new Set(after.slice(1).map(({ seriesId }) => seriesId))).toEqual(new Set([split.id]));
    const told = await db.$queryRaw<{ count: bigint }[]>`select count(*) from sessions where tell_at is not null
      and series_id = ${split.id}::uuid`;
    expect(Number(told[0]?.count)).toBe(5);
    const entry = await db.historyEntry.findFirstOrThrow({
      where: { kind: "session.series-edited", subjectId: input.sessionId },
    });
    expect(entry.data).toMatchObject({ count: 5, scope: "following" });
  });

  it("is all or nothing: one date that is taken is shown before and leaves every date as it was", async () => {
    const { client, by, made } = await series("2034-05-01");
    const other = await make.client({ name: "Prairie Bakery" });
    const taken = { clientIds: [other.id], practitionerIds: [by], start: "13:30" };
    await recordSession(staff, planned("2034-05-22", taken));
    const input = asked(made[0], "all", { start: "13:00" });
    const preview = await findSeriesChange(staff, input);
    expect(preview.map(({ blocked }) => blocked)).toEqual([false, false, false, true, false, false]);
    expect(preview[3]?.problems[0]).toContain("Prairie Bakery");
    expect(await codeOf(changeSeries(staff, input))).toBe("slot_taken");
    expect(new Set((await walls(client.id)).map((wall) => wall.slice(11)))).toEqual(new Set(["09:00"]));
  });

  it("changes only what was changed: a date that was moved by itself keeps its day, and what was held stays", async () => {
    const { client, made } = await series("2034-07-03");
    const [held, second, moved] = made;
    await moveSession(staff, { sessionId: moved?.id ?? "", date: "2034-07-19", start: "15:00", minutes: 60 });
    await db.session.update({ where: { id: held?.id ?? "" }, data: { status: "HELD" }, select: { id: true } });
    const next = await make.practitioner();
    await changeSeries(
      staff,
      asked(second, "all", { practitionerIds: [next.id], location: "At the client's", room: "Blue" }),
    );
    const after = await sessionsOf(client.id);
    expect(after.map(wallOf)).toContain("2034-07-19T15:00");
    expect(after[0]).toMatchObject({ status: "HELD", location: null, room: null });
    expect(after[0]?.practitioners[0]?.practitionerId).not.toBe(next.id);
    for (const one of after.slice(1)) {
      expect(one).toMatchObject({ location: "At the client's", room: { name: "Blue" } });
      expect(one.practitioners.map(({ practitionerId }) => practitionerId)).toEqual([next.id]);
    }
    expect(new Set(after.map(({ seriesId }) => seriesId)).size).toBe(1);
  });

  it("moves a series onto its own former dates, or one alone", async () => {
    const { client, made } = await series("2034-09-04");
    await changeSeries(staff, asked(made[0], "all", { date: "2034-09-11" }));
    expect((await walls(client.id)).at(-1)).toBe("2034-10-16T09:00");
    const [first] = await sessionsOf(client.id);
    await changeSeries(staff, asked(first, "one", { start: "08:00" }));
    expect((await walls(client.id)).map((wall) => wall.slice(11))).toEqual(["08:00", ...Array(5).fill("09:00")]);
  });

  it("BK-10 refuses what somebody changed meanwhile, and two at once end in one of the two", async () => {
    const { client, made } = await series("2034-11-06");
    const both = [asked(made[0], "all", { start: "11:00" }), asked(made[0], "all", { start: "12:00" })];
    const codes = await Promise.all(both.map((input) => codeOf(changeSeries(staff, input))));
    expect(codes.toSorted()).toEqual(["changed_meanwhile", null].toSorted());
    expect(new Set((await walls(client.id)).map((wall) => wall.slice(11))).size).toBe(1);
  });

  it("S3-47 lets practitioners change their own dates only, and hand none to others", async () => {
    const account = await make.account({ role: "PRACTITIONER" });
    const mine = await make.practitioner({ accountId: account.id });
    const { client, made } = await series("2035-01-08", mine.id);
    const actor = accountActor("practitioner", { accountId: account.id, practitionerId: mine.id });
    const next = await make.practitioner();
    expect(await codeOf(changeSeries(actor, asked(made[0], "all", { practitionerIds: [next.id] })))).toBe(
      "own_sessions_only",
    );
    await changeSeries(staff, asked(made[3], "following", { practitionerIds: [next.id] }));
    const [first] = await sessionsOf(client.id);
    await changeSeries(actor, asked(first, "all", { start: "07:00" }));
    const hours = (await walls(client.id)).map((wall) => wall.slice(11));
    expect(hours).toEqual(["07:00", "07:00", "07:00", "09:00", "09:00", "09:00"]);
    const stranger = accountActor("practitioner", { practitionerId: newId() });
    expect(await codeOf(changeSeries(stranger, asked(first, "all")))).not.toBeNull();
  });
});

describe("a series that is called off", () => {
  it("frees this one and those after it, or all to come, and keeps what was held", async () => {
    const { client, made } = await series("2035-03-05");
    await cancelSeries(staff, { sessionId: made[4]?.id ?? "", scope: "following", reason: "Moved away" });
    const states = async () => (await sessionsOf(client.id)).map(({ status }) => status.slice(0, 1)).join("");
    expect(await states()).toBe("BBBBCC");
    await db.session.update({ where: { id: made[0]?.id ?? "" }, data: { status: "HELD" }, select: { id: true } });
    await cancelSeries(staff, { sessionId: made[2]?.id ?? "", scope: "all", reason: "Moved away" });
    expect(await states()).toBe("HCCCCC");
    expect(await codeOf(cancelSeries(staff, { sessionId: made[2]?.id ?? "", scope: "all", reason: "x" }))).toBe(
      "session_over",
    );
    const slots = { clientIds: [client.id], practitionerIds: [dana.id] };
    await recordSession(staff, planned("2035-03-12", slots));
  });
});

describe("the rule of a part of a series", () => {
  it("follows the shift of its days", () => {
    const at = (first: string, days: number) => ({ first, days, count: 4 });
    expect(shiftedRule("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=9", at("2034-03-07", 1))).toBe(
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;COUNT=4",
    );
    expect(shiftedRule("FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=5;UNTIL=20350101T235959Z", at("2034-03-07", 2))).toBe(
      "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=7;COUNT=4",
    );
    expect(shiftedRule("FREQ=MONTHLY;INTERVAL=1;BYDAY=1MO;COUNT=9", at("2034-03-14", 8))).toBe(
      "FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU;COUNT=4",
    );
  });
});
