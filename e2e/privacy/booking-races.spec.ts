import { db } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import { make } from "../../prisma/factories/make";
import { startTwin } from "../support/app";
import { builtActions, callAction, type Fields } from "../support/call-action";
import { signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

// The whole drill: BOOKING_ROUNDS=100 npx playwright test e2e/privacy/booking-races.spec.ts
const ROUNDS = Number(process.env.BOOKING_ROUNDS ?? 1);

test.use({ alone: "booking races" });

const base = { start: "09:00", minutes: "60", type: "Online", reportable: "on" };

const overlaps = () =>
  rows(sql`select 1 from session_practitioners a join session_practitioners b on a.practitioner_id = b.practitioner_id
    and a.session_id < b.session_id join sessions s on s.id = a.session_id join sessions t on t.id = b.session_id
    where s.status in ('REQUESTED', 'BOOKED') and t.status in ('REQUESTED', 'BOOKED') and s.starts_at < t.ends_at
      and t.starts_at < s.ends_at`);

const deadlocks = async () =>
  (
    await rows<{ count: number }>(
      sql`select deadlocks::int as count from pg_stat_database where datname = current_database()`,
    )
  )[0]?.count;

test("BK-01 BK-02 BK-03 of fifty who book one slot on two instances one wins, requests are confirmed once, series are whole or not at all", async ({
  app,
}) => {
  test.setTimeout(60_000 + ROUNDS * 20_000);
  const twin = await startTwin(app);
  try {
    const { id: accountId } = await make.account();
    const { name, value } = await signInCookie({ accountId }, { origin: app.origin });
    const cookie = `${name}=${value}`;
    const practitioner = await make.practitioner();
    const clients: string[] = [];
    for (let place = 0; place < 50; place++) clients.push((await make.client()).id);
    const call = (action: string, fields: Fields, place: number) => {
      const door = builtActions().find((built) => built.name === action);
      if (!door) throw new Error(`There is no ${action}`);
      return callAction(place % 2 ? app.origin : twin.origin, door, { cookie, fields });
    };
    const book = (place: number, fields: Fields) =>
      call(
        "recordSessionAction",
        { ...base, "clientIds[]": [clients[place] ?? ""], "practitionerIds[]": [practitioner.id], ...fields },
        place,
      );
    const before = await deadlocks();

    for (let round = 0; round < ROUNDS; round++) {
      const date = new Date(Date.UTC(2036, 0, 7 + round)).toISOString().slice(0, 10);
      const answers = await Promise.all(clients.map((_, place) => book(place, { date })));
      const codes = answers.map(({ code }) => code).toSorted();
      expect(codes).toEqual(["redirect", ...Array.from({ length: 49 }, () => "slot_taken")]);
    }

    const [asked] = await db.session.findMany({
      where: { practitioners: { some: { practitionerId: practitioner.id } } },
      take: 1,
    });
    await db.session.update({ where: { id: asked?.id ?? "" }, data: { status: "REQUESTED" }, select: { id: true } });
    const yes = clients
      .slice(0, 20)
      .map((_, place) => call("confirmSessionAction", { sessionId: asked?.id ?? "" }, place));
    const confirmed = (await Promise.all(yes)).map(({ code }) => code);
    expect(confirmed.filter((code) => code === "ok")).toHaveLength(1);

    const series = { date: "2037-02-02", "repeat.every": "week", "repeat.count": "10" };
    const wished = clients.slice(0, 20).map((_, place) => book(place, series));
    const codes = (await Promise.all(wished)).map(({ code }) => code).toSorted();
    expect(codes).toEqual(["redirect", ...Array.from({ length: 19 }, () => "slot_taken")]);
    expect(await db.session.count({ where: { seriesId: { not: null } } })).toBe(10);
    expect([await overlaps(), await deadlocks()]).toEqual([[], before]);
  } finally {
    await twin.stop();
  }
});
