import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { make } from "../factories/make";
import { agreementTexts } from "./agreement-texts";

/** The organisation itself: settings, three centers in two time zones, funding sources, the agreement. */
export async function seedOrganization() {
  // Real exports often count from 1001; the demonstration leaves those numbers to whoever tries an import.
  await db.$executeRaw`SELECT setval('client_number_seq', 5000)`;
  await setting("organization", { name: "Lakes & Prairie Business Centers", timeZone: "America/Chicago" });
  await setting("mail", {
    fromName: "Lakes & Prairie Business Centers",
    postalAddress: "401 N Wabash Ave, Chicago, IL 60611",
  });
  const centers = [
    await make.center({
      name: "Chicago Center",
      addressLine1: "401 N Wabash Ave",
      city: "Chicago",
      postalCode: "60611",
      phone: "+13125550110",
      email: "chicago@lakesprairie.example",
      website: "https://chicago.lakesprairie.example",
    }),
    await make.center({
      name: "Peoria Center",
      addressLine1: "100 SW Water St",
      city: "Peoria",
      postalCode: "61602",
      phone: "+13095550120",
      email: "peoria@lakesprairie.example",
    }),
    await make.center({
      name: "Grand Rapids Center",
      addressLine1: "168 Louis Campau Promenade NW",
      city: "Grand Rapids",
      state: "MI",
      postalCode: "49503",
      timeZone: "America/Detroit",
      phone: "+16165550130",
      email: "grandrapids@lakesprairie.example",
    }),
  ] as const;
  await setting("booking", { mode: "REQUEST", waiting: "ONE_BY_ONE" });
  for (const { id } of centers) await openOnWorkdays(id);
  const funding = [
    await make.fundingSource({ identifier: "SBA", name: "Small Business Administration" }),
    await make.fundingSource({ identifier: "State", name: "State program" }),
    await make.fundingSource({ identifier: "Local match", name: "Local matching funds" }),
  ] as const;
  for (const text of agreementTexts()) await db.agreementVersion.create({ data: { ...text, publishedAt: now() } });
  const hold = await db.clientStatus.create({
    data: { name: "Hold for Credit Check", standing: "ACTIVE", blocksSessions: true, position: 4 },
  });
  return { centers, funding, hold };
}

export type Organization = Awaited<ReturnType<typeof seedOrganization>>;

/** Nine to five, Monday to Friday. */
async function openOnWorkdays(centerId: string) {
  const data = [1, 2, 3, 4, 5].map((weekday) => ({ centerId, weekday, startMinute: 540, endMinute: 1_020 }));
  await db.centerHours.createMany({ data });
  await db.center.update({ where: { id: centerId }, data: { hoursVersion: 1 }, select: { id: true } });
}

async function setting(key: string, value: object) {
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
