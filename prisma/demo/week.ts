import { REMINDER_LEADS } from "@/lib/features/settings/schema";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addDays, type LocalDate, weekdayOf } from "@/lib/values/date";
import { addMinutes, isoOf } from "@/lib/values/instant";
import type { LocalTime } from "@/lib/values/time";
import { toInstant } from "@/lib/values/wall-clock";
import { type Chance, pick } from "./chance";
import type { DemoClient } from "./clients";

type Context = { clients: DemoClient[]; today: LocalDate; chance: Chance };

const HOURS: readonly LocalTime[] = ["09:00", "10:30", "13:00", "14:30", "16:00"];
const TYPES = ["Face-to-face", "Online", "Telephone", "Online"] as const;
const COLOURS = ["teal", "blue", "violet", "pink", "amber", "lime"] as const;
const SERVICES = ["Business advice", "Bookkeeping coaching", "Loan preparation"];
const DAYS_AHEAD = 18;

/** What today and the coming weeks hold: each practitioner's days, some hours free, nobody in two places. */
export async function seedPlannedSessions({ clients, today, chance }: Context) {
  const services = await db.service.createManyAndReturn({
    data: SERVICES.map((name, position) => ({ name, position })),
    select: { id: true },
  });
  const active = await db.client.findMany({ where: { status: { standing: "ACTIVE" } }, select: { id: true } });
  const known = new Set(active.map(({ id }) => id));
  const served = clients.filter(({ id }) => known.has(id));
  const working = await db.practitioner.findMany({ where: { status: "ACTIVE" }, select: { id: true } });
  for (const { id: practitionerId } of working) {
    const theirs = served.filter((client) => client.practitionerId === practitionerId);
    for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
      const day = addDays(today, ahead);
      if (weekdayOf(day) > 5) continue;
      for (const [place, hour] of HOURS.slice(0, theirs.length).entries()) {
        const client = theirs[(ahead + place) % theirs.length];
        if (!client || chance() < 0.3) continue;
        const serviceId = pick(services, chance)?.id ?? null;
        await plan({ client, practitionerId, startsAt: toInstant(day, hour, client.timeZone), serviceId, chance });
      }
    }
  }
  await seedColours(active);
}

type Planned = { client: DemoClient; practitionerId: string; startsAt: Date; serviceId: string | null; chance: Chance };

async function plan({ client, practitionerId, startsAt, serviceId, chance }: Planned) {
  const { centerId, timeZone } = client;
  const endsAt = addMinutes(startsAt, pick([45, 60, 60, 90], chance));
  // Nobody is reminded of what never happens.
  const told = {
    at: isoOf(now()),
    startsAt: isoOf(startsAt),
    endsAt: isoOf(endsAt),
    to: {},
    reminded: [...REMINDER_LEADS],
  };
  await db.session.create({
    data: {
      ...{ startsAt, endsAt, centerId, timeZone, serviceId, told },
      type: pick(TYPES, chance),
      status: chance() < 0.12 ? "REQUESTED" : "BOOKED",
      createdAt: now(),
      practitioners: { create: { practitionerId } },
      attendances: { create: { clientId: client.id, startsAt } },
    },
    select: { id: true },
  });
}

/** Colours that some of the office gave to clients in their own calendar. */
async function seedColours(active: { id: string }[]) {
  const accounts = await db.account.findMany({ select: { id: true } });
  const coloured = active.filter((_, place) => place % 2 === 0);
  const data = accounts.flatMap(({ id: accountId }) =>
    coloured.map(({ id: clientId }, place) => ({
      accountId,
      clientId,
      colour: COLOURS[place % COLOURS.length] ?? "teal",
    })),
  );
  await db.clientColour.createMany({ data });
}
