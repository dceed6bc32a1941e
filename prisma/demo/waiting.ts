import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addMinutes } from "@/lib/values/instant";

const WAITING = 4;
const MINUTES_IN_DAY = 1_440;

/** Clients who wait for a time with their practitioner to get free, the longest for some days. */
export async function seedWaiting(): Promise<void> {
  const clients = await db.client.findMany({
    where: { status: { standing: "ACTIVE", blocksSessions: false }, practitionerId: { not: null }, deletedAt: null },
    select: { id: true, practitionerId: true },
    orderBy: { id: "asc" },
    take: WAITING,
  });
  const data = clients.map(({ id: clientId, practitionerId }, place) => ({
    clientId,
    practitionerId: place % 2 === 0 ? practitionerId : null,
    createdAt: addMinutes(now(), -(WAITING - place) * MINUTES_IN_DAY),
  }));
  await db.sessionWait.createMany({ data });
}
