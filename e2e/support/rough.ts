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

/** Pages as they are when things go wrong, are long, are many, or stand open. */
export async function roughVisits(): Promise<Visit[]> {
  const who = await visitors();
  const { client, contact, login, practitioner, center } = await longClient();
  await manyRows(center.id);
  const prospect = await make.prospect({ name: LONG, department: UNBROKEN, email: ADDRESS, nextStep: LONG });
  const event = await make.trainingEvent({ title: `${LONG} ${UNBROKEN}`, centerId: center.id, audience: "PUBLIC" });
  const gone = await make.contact({ lastName: UNBROKEN });
  const own = paths.staff.client(client.id);
  const spanish: Visitor = { name: "long-es", person: { portalLoginId: login.id } };
  const { staff, administrator, owner, nobody } = who;
  const { admin } = paths.staff;
  const long = [
    own,
    ...["edit", "details", "contacts", "sessions", "documents", "portal", "payments", "status", "history"].map(
      (tab) => `${own}/${tab}`,
    ),
    paths.staff.contact(contact.id),
    paths.staff.practitioner(practitioner.id),
    paths.staff.practitioners,
    paths.staff.prospect(prospect.id),
    paths.staff.event(event.id),
    paths.staff.events,
    paths.staff.tasks,
    paths.staff.home,
    paths.staff.clients,
    `${paths.staff.clients}?q=Consortium`,
    paths.staff.contacts,
    paths.staff.prospects,
    paths.staff.prospectBoard,
    paths.staff.prospectSales,
    `${paths.staff.clients}?edit=filter`,
  ];
  const { home, myInformation, signAgreement, trainingEvents, availability, documents, account } = paths.portal;
  const portal = [home, myInformation, signAgreement, trainingEvents, availability, documents, account];
  const refused = [
    paths.staff.newClient,
    paths.staff.newContact,
    paths.staff.newProspect,
    paths.staff.newPractitioner,
    paths.staff.newEvent,
    paths.staff.newTask,
    paths.staff.recordSession(client.id),
    paths.staff.newMessage({ kind: "client", id: client.id }),
  ];
  const posed = (as: Visitor, address: string, called: string, pose: NonNullable<Visit["pose"]>): Visit => ({
    as,
    address,
    called,
    pose,
  });
  return [
    ...long.map((address) => ({ address, as: staff })),
    ...portal.map((address) => ({ address, as: spanish })),
    { address: paths.portal.trainingEvent(event.id), as: nobody },
    ...refused.map((address, index) => posed(staff, address, `refused-${index}`, submit)),
    posed(administrator, admin.newAccount, "refused-account", submit),
    posed(administrator, admin.newCenter, "refused-center", submit),
    posed(nobody, paths.portal.signIn, "refused-sign-in", submit),
    posed(nobody, paths.staff.signIn, "refused-staff-sign-in", submit),
    posed(nobody, paths.portal.inquire("chicago-center"), "refused-inquiry", submit),
    posed(nobody, paths.portal.trainingEvent(event.id), "refused-sign-up", submit),
    posed(owner, paths.portal.signAgreement, "refused-signature", submit),
    posed(staff, own, "open-more", press("More")),
    posed(staff, own, "open-pin", press("Pin a Note")),
    posed(staff, paths.staff.clients, "open-palette", (page) => page.keyboard.press("Control+k")),
    posed(staff, paths.staff.clients, "open-help", (page) => page.keyboard.press("?")),
    posed(staff, paths.staff.clients, "open-filter", press("Filter")),
    posed(staff, paths.staff.clients, "open-bulk", (page) => page.getByRole("checkbox").nth(1).check()),
    posed(staff, paths.staff.prospects, "open-new-prospect", press("New Prospect")),
    posed(administrator, paths.staff.deleteRecord("contact", gone.id), "deleted", async (page) => {
      await page
        .locator("main form button[type=submit]")
        .last()
        .click({ timeout: 3000 })
        .catch(() => null);
      await page.goto(paths.staff.recycleBin);
    }),
    posed(staff, `${own}/edit`, "conflict", async (page) => {
      await db.client.update({ where: { id: client.id }, data: { city: "Elgin", version: { increment: 1 } } });
      await page.getByLabel("City").fill("Cicero");
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByRole("button", { name: "Save with These Choices" }).waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
    }),
  ];
}
