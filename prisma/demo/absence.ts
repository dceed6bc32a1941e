import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { addMinutes } from "@/lib/values/instant";
import { dayIn } from "@/lib/values/wall-clock";

const MINUTES_IN_DAY = 1_440;
const LOOKED_AT = 200;

/** One of the team is away on a day with planned sessions, and whoever signs in as practitioner is asked for the first. */
export async function seedAbsence(): Promise<void> {
  const asked = await db.practitioner.findFirstOrThrow({
    where: { account: { email: "practitioner@lakesprairie.example" } },
    select: { id: true },
  });
  const ahead = await db.session.findMany({
    where: { status: "BOOKED", startsAt: { gte: addMinutes(now(), 2 * MINUTES_IN_DAY) } },
    select: { id: true, startsAt: true, endsAt: true, timeZone: true, practitioners: true },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: LOOKED_AT,
  });
  const isTheirs = ({ practitioners }: (typeof ahead)[number]) =>
    practitioners.some(({ practitionerId }) => practitionerId === asked.id);
  const own = ahead.filter(isTheirs);
  const planned = ahead.find(
    (one) => !isTheirs(one) && own.every(({ startsAt, endsAt }) => endsAt <= one.startsAt || startsAt >= one.endsAt),
  );
  const awayId = planned?.practitioners[0]?.practitionerId;
  if (!planned || !awayId) return;
  const { id: sessionId, startsAt, timeZone } = planned;
  const day = dateColumn(dayIn(timeZone, startsAt));
  const staff = await db.account.findFirstOrThrow({ where: { role: "STAFF" }, orderBy: { id: "asc" } });
  await db.timeOff.create({
    data: { practitionerId: awayId, firstDay: day, lastDay: day, timeZone, reason: "Training" },
  });
  const createdAt = addMinutes(now(), -90);
  const request = { sessionId, awayId, practitionerId: asked.id, askedByAccountId: staff.id, createdAt };
  await db.coverRequest.create({ data: request });
}
