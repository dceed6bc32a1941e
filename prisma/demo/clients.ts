import { dateColumn } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { addDays, type LocalDate } from "@/lib/values/date";
import { make } from "../factories/make";
import { passwordHash } from "../factories/people";
import { type Chance, pick } from "./chance";
import { BUSINESSES, FIRST_NAMES, LAST_NAMES, LEADS, RESOURCE_ORGANISATIONS } from "./names";
import type { Organization } from "./organization";
import type { Team } from "./team";

export type DemoClient = {
  id: string;
  name: string;
  centerId: string;
  timeZone: string;
  practitionerId: string | null;
  contactId: string;
  reportable: boolean;
};

type Plan = {
  name: string;
  industry: string | null;
  kind: "CLIENT" | "PRE_CLIENT";
  purpose: "LEAD" | "RESOURCE_ORGANISATION" | null;
};

const clientsToBe: Plan[] = [
  ...BUSINESSES.map(([name, industry]) => ({ name, industry, kind: "CLIENT", purpose: null }) as const),
  ...RESOURCE_ORGANISATIONS.map(
    (name) => ({ name, industry: null, kind: "PRE_CLIENT", purpose: "RESOURCE_ORGANISATION" }) as const,
  ),
  ...LEADS.map((name) => ({ name, industry: null, kind: "PRE_CLIENT", purpose: "LEAD" }) as const),
];

type Setting = { organization: Organization; team: Team; today: LocalDate; chance: Chance };

/** Sixty clients and pre-clients with their people, some of them shared, some of them twice in the books. */
export async function seedClients(setting: Setting): Promise<DemoClient[]> {
  const statuses = {
    active: await make.statusId("ACTIVE"),
    inactive: await make.statusId("INACTIVE"),
    prospect: await make.statusId("PROSPECT"),
    hold: setting.organization.hold.id,
  };
  const made: DemoClient[] = [];
  for (const [place, plan] of clientsToBe.entries()) {
    made.push(await seedClient(plan, { ...setting, place, statusId: statuses[standingAt(place)] }));
  }
  await seedPortalPeople(made);
  return made;
}

function standingAt(place: number) {
  if (place === 7) return "hold";
  if (place % 13 === 12) return "inactive";
  return place % 17 === 16 ? "prospect" : "active";
}

async function nextClientNumber(): Promise<string> {
  const [row] = await db.$queryRaw<{ number: string }[]>`SELECT nextval('client_number_seq')::text AS number`;
  return row?.number ?? "";
}

async function seedClient(plan: Plan, context: Setting & { place: number; statusId: string }): Promise<DemoClient> {
  const { organization, team, today, chance, place, statusId } = context;
  const center = organization.centers[place % 3] ?? organization.centers[0];
  const local = team.practitioners.filter((person) => person.centerId === center.id);
  const practitioner = place % 11 === 10 ? null : pick(local, chance);
  const isClient = plan.kind === "CLIENT";
  const number = await nextClientNumber();
  const client = await make.client({
    ...plan,
    number: isClient ? number : `@${number}`,
    legalName: isClient && place % 3 === 0 ? `${plan.name} LLC` : null,
    statusId,
    centerId: center.id,
    practitionerId: practitioner?.id ?? null,
    addressLine1: `${120 + place * 7} ${place % 2 ? "Madison" : "Lincoln"} Ave`,
    city: center.city,
    state: center.state,
    postalCode: center.postalCode,
    phone: `+13125556${String(100 + place).padStart(3, "0")}`,
    startedOn: isClient ? dateColumn(addDays(today, -30 - place * 19)) : null,
    language: place % 7 === 3 ? "es" : "en",
  });
  if (practitioner) {
    await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: practitioner.id } });
  }
  const contactId = await seedPeople(client.id, { place, chance, language: client.language });
  return {
    id: client.id,
    name: client.name,
    centerId: center.id,
    timeZone: center.timeZone,
    practitionerId: practitioner?.id ?? null,
    contactId,
    reportable: isClient,
  };
}

async function seedPeople(
  clientId: string,
  { place, chance, language }: { place: number; chance: Chance; language: string },
): Promise<string> {
  const person = () => ({ firstName: pick(FIRST_NAMES, chance), lastName: pick(LAST_NAMES, chance) });
  const owner = person();
  // Every fifteenth business is run by a couple that shares one address: the duplicates a real export brings.
  const email = place % 15 === 14 ? `family${place}@mail.example` : addressOf(owner, place);
  const first = await make.contact({
    ...owner,
    email,
    language,
    phone: `+13125557${String(100 + place).padStart(3, "0")}`,
  });
  await make.relationship({ clientId, contactId: first.id, isOwner: true, isPrimary: true, title: "Owner" });
  if (place % 2 === 0) {
    const helper = person();
    const second = await make.contact({
      ...helper,
      email: place % 15 === 14 ? email : addressOf(helper, place + 500),
      language,
      phone: null,
    });
    await make.relationship({
      clientId,
      contactId: second.id,
      title: pick(["Manager", "Bookkeeper", "Partner"], chance),
    });
  }
  return first.id;
}

function addressOf({ firstName, lastName }: { firstName: string; lastName: string }, place: number): string {
  const plain = `${firstName}.${lastName}`
    .normalize("NFD")
    .replace(/[^a-zA-Z.]/g, "")
    .toLowerCase();
  return `${plain}${place}@mail.example`;
}

/** The people the demonstration names: an owner, another contact of the same client, and a guardian. */
async function seedPortalPeople(clients: DemoClient[]) {
  const [coffee, , , bakery] = clients;
  if (!coffee || !bakery) return;
  const owner = await db.contact.update({
    where: { id: coffee.contactId },
    data: { firstName: "Olivia", lastName: "Brooks", email: "owner@mail.example" },
  });
  await make.portalLogin({ contactId: owner.id, username: "olivia" });
  const spanish = await db.contact.update({
    where: { id: bakery.contactId },
    data: { firstName: "Carmen", lastName: "Flores", email: "carmen@mail.example", language: "es" },
  });
  await make.portalLogin({ contactId: spanish.id });
  const other = await make.contact({ firstName: "Theo", lastName: "Nguyen", email: "contact@mail.example" });
  await make.relationship({ clientId: coffee.id, contactId: other.id, title: "Shift manager" });
  await make.portalLogin({ contactId: other.id });
  await seedStudent(coffee);
}

/** A minor who is the client, with the parent as guardian: the parent's address and sign-in. */
async function seedStudent({ centerId }: DemoClient) {
  const number = await nextClientNumber();
  const student = await make.client({ number, name: "Mateo Rivera", isPerson: true, centerId });
  const parent = await make.contact({ firstName: "Lucía", lastName: "Rivera", email: "guardian@mail.example" });
  await make.relationship({
    clientId: student.id,
    contactId: parent.id,
    isGuardian: true,
    isPrimary: true,
    title: "Parent",
  });
  await db.portalLogin.create({ data: { contactId: parent.id, passwordHash: await passwordHash() } });
}
