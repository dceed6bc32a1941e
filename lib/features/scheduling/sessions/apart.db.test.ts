import { beforeAll, describe, expect, it } from "vitest";
import { db, inTransaction } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import { newId } from "@/lib/values/id";
import { addMinutes } from "@/lib/values/instant";
import { sql } from "@/lib/values/sql";
import { make } from "@/prisma/factories/make";

const NOON = new Date("2031-05-05T17:00:00Z");
let centerId: string;
beforeAll(async () => {
  centerId = (await make.center()).id;
});

type Wish = {
  practitionerId?: string;
  clientId?: string;
  roomId?: string;
  startsAt?: Date;
  minutes?: number;
  status?: "REQUESTED" | "BOOKED" | "HELD" | "CANCELLED" | "NO_SHOW";
  places?: number;
};

async function session({ startsAt = NOON, minutes = 60, status = "BOOKED", ...wish }: Wish) {
  const id = newId();
  const when = { startsAt, endsAt: addMinutes(startsAt, minutes), timeZone: "America/Chicago" };
  await inTransaction(async (tx) => {
    await tx.session.create({
      data: { id, ...when, status, centerId, type: "Online", roomId: wish.roomId ?? null, places: wish.places ?? null },
      select: { id: true },
    });
    if (wish.practitionerId)
      await tx.sessionPractitioner.create({
        data: { sessionId: id, practitionerId: wish.practitionerId },
        select: { sessionId: true },
      });
    if (wish.clientId)
      await tx.attendance.create({ data: { sessionId: id, clientId: wish.clientId, startsAt }, select: { id: true } });
  });
  return id;
}

describe("the database keeps people and rooms apart", () => {
  const someone = {
    practitioner: async (): Promise<Wish> => ({ practitionerId: (await make.practitioner()).id }),
    client: async (): Promise<Wish> => ({ clientId: (await make.client()).id }),
    room: async (): Promise<Wish> => ({
      roomId: (await db.room.create({ data: { centerId, name: newId() }, select: { id: true } })).id,
    }),
  };

  it.each(["practitioner", "client", "room"] as const)(
    "BK-01 of 20 who take the same hour of a %s at once, one gets it",
    async (who) => {
      const wish = await someone[who]();
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, place) => session({ ...wish, startsAt: addMinutes(NOON, (place % 4) * 10) })),
      );
      expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    },
  );

  it("what was requested holds its slot; what was held, cancelled or missed does not", async () => {
    const wish = await someone.practitioner();
    await session({ ...wish, status: "REQUESTED" });
    await expect(session(wish)).rejects.toThrow("session_practitioners_apart");
    for (const status of ["HELD", "CANCELLED", "NO_SHOW"] as const) await session({ ...wish, status });
    await session({ ...wish, startsAt: addMinutes(NOON, 60) });
  });

  it("moving, resizing and taking up again are held to it whoever writes the row", async () => {
    const wish = { ...(await someone.practitioner()), ...(await someone.client()) };
    const first = await session(wish);
    const second = await session({ ...wish, startsAt: addMinutes(NOON, 60) });
    const to = (id: string, endsAt: Date) =>
      db.session.update({ where: { id }, data: { endsAt }, select: { id: true } });
    await expect(to(first, addMinutes(NOON, 61))).rejects.toThrow("_apart");
    await db.session.update({ where: { id: second }, data: { status: "CANCELLED" }, select: { id: true } });
    await to(first, addMinutes(NOON, 90));
    await expect(
      db.session.update({ where: { id: second }, data: { status: "BOOKED" }, select: { id: true } }),
    ).rejects.toThrow("_apart");
    await execute(sql`update session_practitioners set busy = null where session_id = ${first}::uuid`);
    await execute(sql`update attendances set busy = null where session_id = ${first}::uuid`);
    const [left] = await rows<{ free: number }>(sql`select
      (select count(*) from session_practitioners where session_id = ${first}::uuid and busy is null)::int
      + (select count(*) from attendances where session_id = ${first}::uuid and busy is null)::int as free`);
    expect(left?.free).toBe(0);
  });

  it("whoever joins a session that is being moved takes the time it moved to", async () => {
    const { practitionerId } = await someone.practitioner();
    const id = await session({});
    const later = addMinutes(NOON, 300);
    await Promise.all([
      db.session.update({
        where: { id },
        data: { startsAt: later, endsAt: addMinutes(later, 60) },
        select: { id: true },
      }),
      db.sessionPractitioner.create({
        data: { sessionId: id, practitionerId: practitionerId ?? "" },
        select: { sessionId: true },
      }),
    ]);
    const [found] = await rows<{ same: boolean }>(sql`select bool_and(busy = tstzrange(s.starts_at, s.ends_at)) as same
      from session_practitioners sp join sessions s on s.id = sp.session_id where s.id = ${id}::uuid`);
    expect(found?.same).toBe(true);
  });

  it("a group session takes as many clients as it has places, however many come at once", async () => {
    const id = await session({ places: 3 });
    const clients = [];
    for (let place = 0; place < 8; place++) clients.push(await make.client());
    const outcomes = await Promise.allSettled(
      clients.map(({ id: clientId }) =>
        db.attendance.create({ data: { sessionId: id, clientId, startsAt: NOON }, select: { id: true } }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    await expect(db.session.update({ where: { id }, data: { places: 2 }, select: { id: true } })).rejects.toThrow(
      "no place left",
    );
  });

  it("keeps the local time that was meant, and counts changes up", async () => {
    const id = await session({});
    const moved = await db.session.update({
      where: { id },
      data: { startsAt: addMinutes(NOON, 1440), endsAt: addMinutes(NOON, 1500) },
    });
    expect(moved).toMatchObject({ version: 2, wallStartsAt: new Date("2031-05-06T12:00:00Z") });
    const told = await db.session.update({ where: { id }, data: { told: {} } });
    expect(told.version).toBe(2);
  });
});
