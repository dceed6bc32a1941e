import { now } from "@/lib/platform/clock";
import { dateColumn } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { addDays, type LocalDate } from "@/lib/values/date";
import { addSeconds } from "@/lib/values/instant";
import { make } from "../factories/make";
import { type Chance, pick } from "./chance";
import { FIRST_NAMES, LAST_NAMES } from "./names";
import type { Organization } from "./organization";
import type { Team } from "./team";

type Setting = { organization: Organization; team: Team; today: LocalDate; chance: Chance };

const NAMES = [
  "Harbor Freight Lines",
  "Juniper & Rye",
  "Stonebridge Masonry",
  "Bluff City Bikes",
  "Nomad Food Truck",
  "Elm Street Dental",
  "Kingfisher Charters",
  "Twin Oaks Senior Care",
  "Copper Kettle Tea House",
  "Vega Electric",
  "Millrace Apartments",
  "Fox River Fencing",
  "Sagebrush Saddlery",
  "Tidewater Staffing",
  "Northern Lights Yoga",
  "Paper Crane Stationery",
  "Redwing Hauling",
  "Gold Coast Alterations",
  "Pine & Thread",
  "Orchard Lane Preschool",
  "Lantern Theater Company",
  "Big Shoulders Moving",
  "Clearwater Pool Service",
  "Maple Leaf Bistro",
] as const;
const SOURCES = ["Web page", "Referral", "Trade fair", "Phone call", "Newsletter", null] as const;
const STEPS = ["Call back", "Send the price list", "Visit the shop", "Ask for last year's figures"] as const;
const NOTES = [
  "Called about a loan for a second van. Wants to decide before spring.",
  "Asked how long the first meeting takes and who should come along.",
  "Left a message; the assistant will call back.",
] as const;
const DAY_SECONDS = 86_400;

/** Two dozen possible clients in several stages, with their people and with what was said. */
export async function seedProspects(setting: Setting): Promise<void> {
  const waiting = await db.prospectStage.create({ data: { name: "Meeting Planned", position: 3 } });
  await db.prospectStage.update({ where: { name: "Converted" }, data: { position: 4 } });
  await db.prospectStage.create({ data: { name: "Not Now", outcome: "LOST", position: 5 } });
  const stages = {
    first: await make.prospectStageId("New"),
    contacted: await make.prospectStageId("Contacted"),
    waiting: waiting.id,
    lost: (await db.prospectStage.findUniqueOrThrow({ where: { name: "Not Now" } })).id,
  };
  // The oldest first, as they would have come in.
  for (const [place, name] of [...NAMES.entries()].reverse()) await seedProspect(name, { ...setting, place, stages });
}

type Stages = Record<"first" | "contacted" | "waiting" | "lost", string>;

function stageAt(place: number, stages: Stages): string {
  if (place % 9 === 8) return stages.lost;
  if (place % 5 === 3) return stages.waiting;
  return place % 2 === 0 ? stages.first : stages.contacted;
}

async function seedProspect(name: string, context: Setting & { place: number; stages: Stages }): Promise<void> {
  const { organization, team, today, chance, place, stages } = context;
  const createdAt = addSeconds(now(), -(place * place * 0.4 + 1) * DAY_SECONDS);
  const step = place % 4 === 3 ? null : pick(STEPS, chance);
  const domain = `${name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
  const prospect = await make.prospect({
    name,
    department: place % 6 === 1 ? "Operations" : null,
    source: pick(SOURCES, chance),
    email: `office@${domain}`,
    phone: `+13125557${String(100 + place)}`,
    stageId: stageAt(place, stages),
    ownerId: place % 5 === 4 ? null : team.staff.id,
    centerId: (organization.centers[place % 3] ?? organization.centers[0]).id,
    nextStep: step,
    nextStepOn: step && place % 4 !== 2 ? dateColumn(addDays(today, (place % 7) - 2)) : null,
    notes: place % 3 === 0 ? "Two employees, open since last year." : null,
    createdAt,
    stagedAt: createdAt,
  });
  for (let person = 0; person <= place % 3; person++) {
    const firstName = pick(FIRST_NAMES, chance);
    await make.prospectContact({
      prospectId: prospect.id,
      firstName,
      lastName: pick(LAST_NAMES, chance),
      title: person === 0 ? "Owner" : "Office manager",
      email: person < 2 ? `${firstName.toLowerCase().replace(/[^a-z]/g, "")}@${domain}` : null,
      isMain: person === 0,
    });
  }
  await seedHistory({ id: prospect.id, name, source: prospect.source, createdAt, place });
}

type Told = { id: string; name: string; source: string | null; createdAt: Date; place: number };

async function seedHistory({ id, name, source, createdAt, place }: Told): Promise<void> {
  const line = { subjectKind: "prospect", subjectId: id, actorName: "Samir Haddad" };
  const added = { ...line, at: createdAt, kind: "prospect.created", data: { name, source } };
  await db.streamEntry.create({ data: added });
  for (const [turn, text] of NOTES.slice(0, place % 4).entries()) {
    const postedAt = addSeconds(createdAt, (turn + 1) * 3_600);
    await db.message.create({
      data: {
        text,
        authorName: "Samir Haddad",
        postedAt,
        links: { create: { subjectKind: "prospect", subjectId: id, postedAt } },
      },
    });
  }
}
