import { paths } from "@/lib/paths";
import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { type Visit, type Visitor, visitors } from "./pages";
import type { Page } from "./test";

const LONG =
  "International Consortium for Sustainable Neighborhood Bakeries of Greater Chicagoland and Lake County LLC";
const UNBROKEN = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft";
const ADDRESS = `${UNBROKEN.toLowerCase()}@mail.example`.slice(-80);

/** A client whose every name is as long as names get, and one name without a place to break. */
async function longClient() {
  const center = await make.center({ name: "Northwestern Great Lakes Regional Small Business Development Center" });
  const practitioner = await make.practitioner({ firstName: "Maximiliana-Alexandrina", lastName: UNBROKEN });
  const { client, contact, login } = await make.clientWithOwner({ name: LONG, centerId: center.id, language: "es" });
  await db.contact.update({
    where: { id: contact.id },
    data: { firstName: "Bartholomew-Fitzgerald", lastName: UNBROKEN, email: ADDRESS },
  });
  await db.client.update({
    where: { id: client.id },
    data: { website: `https://${UNBROKEN}.example/${UNBROKEN}`, legalName: UNBROKEN, industry: LONG },
  });
  await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: center.id, notes: LONG });
  for (const name of [`${UNBROKEN}.txt`, `${LONG}.txt`])
    await make.document({ subjectId: client.id, name, visibility: "CLIENT" });
  await db.task.create({
    data: { subject: `${LONG} ${UNBROKEN}`, subjectKind: "client", subjectId: client.id, createdAt: now() },
  });
  return { client, contact, login, practitioner, center };
}

/** More rows than fit in any list. */
async function manyRows(centerId: string) {
  const statusId = await make.statusId("ACTIVE");
  const stageId = await make.prospectStageId();
  const numbers = Array.from({ length: 3000 }, (_, index) => index + 1);
  await db.client.createMany({
    data: numbers.map((number) => ({ number: `7${number}`, name: `Bakery ${number}`, statusId, centerId })),
  });
  await db.prospect.createMany({
    data: numbers.map((number) => ({ name: `Shop ${number}`, stageId, stagedAt: now(), createdAt: now() })),
  });
}

const press = (name: string) => (page: Page) => page.getByRole("button", { name, exact: true }).first().click();
const submit = async (page: Page) => {
  await page.locator("main form button[type=submit]").last().click();
  await page.locator('[aria-invalid="true"], [data-form-problem]').first().waitFor({ timeout: 5000 });
};

async function world() {
  const known = await longClient();
  await manyRows(known.center.id);
  const prospect = await make.prospect({ name: LONG, department: UNBROKEN, email: ADDRESS, nextStep: LONG });
  const title = `${LONG} ${UNBROKEN}`;
  const event = await make.trainingEvent({ title, centerId: known.center.id, audience: "PUBLIC" });
  const gone = await make.contact({ lastName: UNBROKEN });
  const spanish: Visitor = { name: "long-es", person: { portalLoginId: known.login.id } };
  return {
    ...known,
    prospect,
    event,
    gone,
    own: paths.staff.client(known.client.id),
    who: { ...(await visitors()), spanish },
  };
}

type World = Awaited<ReturnType<typeof world>>;

function longAndMany({ own, contact, practitioner, prospect, event }: World): string[] {
  const tabs = ["edit", "details", "contacts", "sessions", "documents", "portal", "payments", "status", "history"];
  const { staff } = paths;
  return [
    ...[own, ...tabs.map((tab) => `${own}/${tab}`)],
    ...[staff.contact(contact.id), staff.contacts, staff.practitioner(practitioner.id), staff.practitioners],
    ...[staff.prospect(prospect.id), staff.prospects, staff.prospectBoard, staff.prospectSales],
    ...[staff.event(event.id), staff.events, staff.tasks, staff.home],
    ...[staff.clients, `${staff.clients}?q=Consortium`, `${staff.clients}?edit=filter`],
  ];
}

function portalPages(): string[] {
  const { home, myInformation, signAgreement, trainingEvents, availability, documents, account } = paths.portal;
  return [home, myInformation, signAgreement, trainingEvents, availability, documents, account];
}

type Pose = NonNullable<Visit["pose"]>;
const posed = (as: Visitor, address: string, [called, pose]: [string, Pose]): Visit => ({ as, address, called, pose });

/** Each important form, sent empty. */
function refusals({ client, event, who }: World): Visit[] {
  const { staff, portal } = paths;
  const { newClient, newContact, newProspect, newPractitioner, newEvent, newTask } = staff;
  const of: [Visitor, string[]][] = [
    [who.staff, [newClient, newContact, newProspect, newPractitioner, newEvent, newTask]],
    [who.staff, [staff.recordSession(client.id), staff.newMessage({ kind: "client", id: client.id })]],
    [who.administrator, [staff.admin.newAccount, staff.admin.newCenter]],
    [who.nobody, [portal.signIn, staff.signIn, portal.inquire("chicago-center"), portal.trainingEvent(event.id)]],
    [who.owner, [portal.signAgreement]],
  ];
  const name = (address: string) => `refused${address.replace(/[0-9a-f-]{36}/g, "id").replace(/\W+/g, "-")}`;
  return of.flatMap(([as, addresses]) => addresses.map((address) => posed(as, address, [name(address), submit])));
}

/** What opens over a page. */
function overlays({ own, who: { staff } }: World): Visit[] {
  const { clients, prospects } = paths.staff;
  const opens =
    (act: Pose): Pose =>
    async (page) => {
      await act(page);
      await page.locator('[role="dialog"], [role="menu"]').last().waitFor();
    };
  const overlay = (address: string, name: string, act: Pose) => posed(staff, address, [name, opens(act)]);
  return [
    overlay(own, "open-more", press("More")),
    overlay(own, "open-pin", press("Pin a Note")),
    overlay(clients, "open-palette", (page) => page.keyboard.press("Control+k")),
    overlay(clients, "open-help", (page) => page.keyboard.press("?")),
    overlay(clients, "open-filter", press("Filter")),
    overlay(prospects, "open-new-prospect", press("New Prospect")),
    posed(staff, clients, ["open-bulk", (page) => page.getByRole("checkbox").nth(1).check()]),
  ];
}

/** Pages as they are when things go wrong, are long, are many, or stand open. */
export async function roughVisits(): Promise<Visit[]> {
  const made = await world();
  const { client, own, event, gone, who } = made;
  const remove: Pose = async (page) => {
    // Gone already when the second picture is taken.
    const button = page.getByRole("button", { name: /^Delete / });
    if (await button.isVisible()) {
      await button.click();
      await page.waitForURL(`**${paths.staff.recycleBin}`);
    }
    await page.goto(paths.staff.recycleBin);
  };
  const collide: Pose = async (page) => {
    await db.client.update({ where: { id: client.id }, data: { city: "Elgin", version: { increment: 1 } } });
    await page.getByLabel("City").fill("Cicero");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Save with These Choices" }).waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
  };
  return [
    ...refusals(made),
    ...overlays(made),
    posed(who.staff, `${own}/edit`, ["conflict", collide]),
    posed(who.administrator, paths.staff.deleteRecord("contact", gone.id), ["deleted", remove]),
    ...longAndMany(made).map((address) => ({ address, as: who.staff })),
    ...portalPages().map((address) => ({ address, as: who.spanish })),
    { address: paths.portal.trainingEvent(event.id), as: who.nobody },
  ];
}
