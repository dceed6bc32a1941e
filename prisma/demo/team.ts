import { db } from "@/lib/platform/db/db";
import { make } from "../factories/make";
import type { Organization } from "./organization";

const DOMAIN = "lakesprairie.example";

/** Administrator, staff, and six practitioners at the three centers, of whom one has left. */
export async function seedTeam({ centers: [chicago, peoria, rapids] }: Organization) {
  await make.account({ firstName: "Alma", lastName: "Reyes", email: `admin@${DOMAIN}`, role: "ADMINISTRATOR" });
  const staff = await make.account({ firstName: "Samir", lastName: "Haddad", email: `staff@${DOMAIN}` });
  const dana = await make.account({
    firstName: "Dana",
    lastName: "Whitfield",
    email: `practitioner@${DOMAIN}`,
    role: "PRACTITIONER",
  });
  const people = [
    ["Dana", "Whitfield", chicago.id, "+13125550141", dana.id, ["en"]],
    ["Maria", "López", chicago.id, "+13125550142", null, ["en", "es"]],
    ["Robert", "Hale", peoria.id, "+13095550143", null, ["en", "vi"]],
    ["Chloé", "Zhou", peoria.id, "+13095550144", null, ["en", "fr", "zh"]],
    ["Pat", "Smith", rapids.id, "+16165550145", null, ["en", "es"]],
  ] as const;
  const practitioners = [];
  for (const [firstName, lastName, centerId, phone, accountId, languages] of people) {
    const email = `${firstName}.${lastName}@${DOMAIN}`
      .toLowerCase()
      .normalize("NFD")
      .replace(/[^a-z.@]/g, "");
    practitioners.push(
      await make.practitioner({
        ...{ firstName, lastName, centerId, phone, email, accountId },
        languages: [...languages],
        title: "Business counselor",
      }),
    );
  }
  for (const [place, { id, centerId }] of practitioners.entries()) {
    const { timeZone } = [chicago, peoria, rapids].find((center) => center.id === centerId) ?? chicago;
    await db.availabilitySchedule.create({
      data: { practitionerId: id, timeZone, intervals: { create: officeHours(place) } },
      select: { id: true },
    });
  }
  const left = { firstName: "Ernest", lastName: "Boyd", centerId: rapids.id, status: "INACTIVE", phone: null } as const;
  practitioners.push(await make.practitioner({ ...left, email: `ernest.boyd@${DOMAIN}` }));
  return { staff, practitioners };
}

/** Four days a week with a break at noon, everybody with another day off. */
function officeHours(place: number) {
  const days = [1, 2, 3, 4, 5].filter((weekday) => weekday !== 1 + ((place + 2) % 5));
  return days.flatMap((weekday) => [
    { weekday, startMinute: 480 + 30 * (place % 3), endMinute: 720 },
    { weekday, startMinute: 780, endMinute: 1020 },
  ]);
}

export type Team = Awaited<ReturnType<typeof seedTeam>>;
