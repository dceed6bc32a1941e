import { now } from "@/lib/platform/clock";
import { db, type Prisma } from "@/lib/platform/db/db";
import { addMinutes } from "@/lib/values/instant";
import { center } from "./clients";
import { nextNumber } from "./sequence";

export async function fundingSource(options: Partial<Prisma.FundingSourceUncheckedCreateInput> = {}) {
  const number = nextNumber();
  return db.fundingSource.create({ data: { identifier: `F${number}`, name: `Funding source ${number}`, ...options } });
}

type SessionOptions = {
  clientId: string;
  practitionerId: string;
  centerId: string;
  startsAt?: Date;
  minutes?: number;
  reportable?: boolean;
  fundingSource?: { id: string; identifier: string };
  type?: string;
  area?: string;
  notes?: string;
  timeZone?: string;
  status?: "BOOKED" | "HELD";
  ofSeries?: boolean;
};

/** The only one left of a weekly series. */
function inSeries(startsAt: Date, timeZone: string) {
  const key = startsAt.toISOString().slice(0, 16);
  const rule = "FREQ=WEEKLY;INTERVAL=1;COUNT=1";
  return { occurrenceKey: key, series: { create: { rule, firstKey: key, timeZone } } };
}

/** A held session of one client with one practitioner, with its line in the data stream. */
export async function session(options: SessionOptions) {
  const { clientId, practitionerId, centerId, minutes = 60, fundingSource: source } = options;
  const {
    startsAt = now(),
    type = "Online",
    area = "Business Plan",
    notes = null,
    timeZone = "America/Chicago",
  } = options;
  const held = await db.session.create({
    data: {
      startsAt,
      endsAt: addMinutes(startsAt, minutes),
      timeZone,
      center: { connect: { id: centerId } },
      type,
      area,
      notes,
      status: options.status ?? "HELD",
      ...(options.ofSeries ? inSeries(startsAt, timeZone) : {}),
      practitioners: { create: { practitionerId } },
      attendances: {
        create: {
          clientId,
          reportable: options.reportable ?? true,
          fundingSourceId: source?.id ?? null,
          contactMinutes: minutes,
          startsAt,
        },
      },
    },
    include: { attendances: true, practitioners: { include: { practitioner: true } } },
  });
  await db.clientPractitioner.upsert({
    where: { clientId_practitionerId: { clientId, practitionerId } },
    create: { clientId, practitionerId },
    update: {},
  });
  const [by] = held.practitioners;
  const name = by ? `${by.practitioner.firstName} ${by.practitioner.lastName}` : "";
  await db.streamEntry.create({
    data: {
      at: startsAt,
      clientId,
      kind: "session.recorded",
      subjectKind: "session",
      subjectId: held.id,
      actorName: name,
      data: {
        practitionerName: name,
        type,
        area,
        minutes,
        fundingSource: source?.identifier ?? "",
        reportable: held.attendances[0]?.reportable ?? false,
      },
    },
  });
  return held;
}

/** An hour of that day at which no event of two hours crosses midnight anywhere in America. */
const byDaylight = (day: Date) => new Date(`${day.toISOString().slice(0, 10)}T17:00:00Z`);

export async function trainingEvent(options: Partial<Prisma.TrainingEventUncheckedCreateInput> = {}) {
  const startsAt = options.startsAt ?? byDaylight(addMinutes(now(), 7 * 24 * 60));
  return db.trainingEvent.create({
    data: {
      title: `Workshop ${nextNumber()}`,
      description: "What to bring: questions.",
      centerId: options.centerId ?? (await center()).id,
      startsAt,
      endsAt: addMinutes(new Date(startsAt), 120),
      timeZone: "America/Chicago",
      location: "100 Main Street, Chicago",
      capacity: 20,
      audience: "CLIENTS",
      status: "PUBLISHED",
      ...options,
    },
  });
}
