import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { expectNoAxeViolations } from "../support/accessibility";
import { linkIn } from "../support/mailbox";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const SETTING = "Allow the business owner(s) to edit client record?";

const section = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** A contact of this client who can sign in, of the kind that the relationship says. */
async function contactOf(clientId: string, role: { isOwner?: boolean; isPrimary?: boolean; isGuardian?: boolean }) {
  const contact = await make.contact();
  await make.relationship({ clientId, contactId: contact.id, ...role });
  return { contact, login: await make.portalLogin({ contactId: contact.id }) };
}

async function enter(context: BrowserContext, portalLoginId: string, origin: string) {
  await context.clearCookies();
  await signInAs(context, { portalLoginId }, { origin });
}

test("S2-01 S2-14 S2-15 S2-42 S2-43 an owner finds My Information in the menu, corrects the company, and staff see old and new", async ({
  page,
  context,
  app,
}) => {
  const { client, login } = await make.clientWithOwner({ name: "Blue Heron Coffee", phone: "+13125550142" });
  await enter(context, login.id, app.origin);
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Main menu" })
    .getByRole("link", { name: "My Information" })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "My Information" })).toBeVisible();
  const company = section(page, "About Blue Heron Coffee");
  await company.getByLabel("Company name").fill("Blue Heron Roasters");
  await company.getByLabel("City").fill("Evanston");
  await company.getByRole("button", { name: "Save Company Details" }).click();
  await expect(page.getByText("Your changes are saved.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "About Blue Heron Roasters" })).toBeVisible();
  await expectNoAxeViolations(page);

  const staff = await make.account();
  await context.clearCookies();
  await signInAs(context, { accountId: staff.id }, { origin: app.origin });
  await page.goto(`/staff/clients/${client.id}`);
  const line = page.getByText(/changed .*Name.* in the portal/).first();
  await expect(line).toBeVisible();
  await expect(page.getByText("Blue Heron Roasters").first()).toBeVisible();
});

test("a wrong web address keeps everything that was typed, and the next single click saves", async ({
  page,
  context,
  app,
}) => {
  const { login } = await make.clientWithOwner({ name: "Cedar Yoga" });
  await enter(context, login.id, app.origin);
  await page.goto("/my-information");
  const company = section(page, "About Cedar Yoga");
  await company.getByLabel("Website").fill("javascript:alert(1)");
  await company.getByLabel("City").fill("Peoria");
  await company.getByRole("button", { name: "Save Company Details" }).click();
  await expect(company.getByLabel("Website")).toBeFocused();
  await expect(company.getByText("Use an address such as www.example.org.").first()).toBeVisible();
  await expect(company.getByLabel("City")).toHaveValue("Peoria");
  await company.getByLabel("Website").fill("www.cedaryoga.example");
  await company.getByRole("button", { name: "Save Company Details" }).click();
  await expect(page.getByText("Your changes are saved.")).toBeVisible();
});

test("S2-13 S2-16 S2-17 the setting closes and opens the company for owners, never for other contacts", async ({
  page,
  context,
  app,
}) => {
  const { client, login: owner } = await make.clientWithOwner({ name: "Maple Bakery", addressLine1: "77 Elm St" });
  const { login: other } = await contactOf(client.id, {});
  const administrator = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: administrator.id }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/admin/configuration");
  await page.getByRole("searchbox", { name: "Find a setting" }).fill("portal own");
  await page.getByRole("link", { name: "Client portal" }).press("Enter");
  const setting = page.getByRole("switch", { name: SETTING });
  await expect(setting).toBeChecked();
  await setting.click();
  await page.getByRole("main").getByRole("button", { name: "Save" }).click();
  await expect(section(page, "Last changes").getByText(SETTING).first()).toBeVisible();

  await enter(context, owner.id, app.origin);
  await page.goto("/my-information");
  const company = section(page, "About Maple Bakery");
  await expect(company.getByText("These details are kept by our staff.")).toBeVisible();
  await expect(company.getByText("77 Elm St")).toBeVisible();
  await expect(company.getByRole("textbox")).toHaveCount(0);

  await enter(context, other.id, app.origin);
  for (const ownersMayEdit of [false, true]) {
    await db.setting.update({ where: { key: "portal" }, data: { value: { ownersMayEdit } } });
    await page.goto("/my-information");
    await expect(company.getByText("Only the business owner or the primary contact")).toBeVisible();
    await expect(page.getByText("77 Elm St")).toHaveCount(0);
    await expect(company.getByRole("textbox")).toHaveCount(0);
  }
  await section(page, "About you").getByLabel("Phone").fill("773-555-0199");
  await section(page, "About you").getByRole("button", { name: "Save My Details" }).click();
  await expect(page.getByText("Your changes are saved.")).toBeVisible();
});

test("S2-16 AZ-04 a form that was open when the right ended is refused, and changes nothing", async ({
  page,
  context,
  app,
}) => {
  const { client, contact, login } = await make.clientWithOwner({ name: "Prairie Tools" });
  await enter(context, login.id, app.origin);
  await page.goto("/my-information");
  const company = section(page, "About Prairie Tools");
  await company.getByLabel("Company name").fill("Taken Over");
  await db.relationship.updateMany({
    where: { clientId: client.id, contactId: contact.id },
    data: { isOwner: false, isPrimary: false },
  });
  await company.getByRole("button", { name: "Save Company Details" }).click();
  await expect(
    page.getByText("Only the business owner or the primary contact can change these details."),
  ).toBeVisible();
  expect((await db.client.findUniqueOrThrow({ where: { id: client.id } })).name).toBe("Prairie Tools");
});

test("AZ-04 another client's id in the address is answered like one that does not exist", async ({
  page,
  context,
  app,
}) => {
  const { login } = await make.clientWithOwner();
  const stranger = await make.client({ name: "Stranger Inc" });
  await enter(context, login.id, app.origin);
  for (const id of [stranger.id, "0198c0de-0000-7000-8000-000000000000", "nonsense"]) {
    const answer = await page.goto(`/my-information?client=${id}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByText("Stranger Inc")).toHaveCount(0);
  }
});

test("a second person's older form is refused with a clear sentence", async ({ page, context, app }) => {
  const { client, login } = await make.clientWithOwner({ name: "Lake Films" });
  await enter(context, login.id, app.origin);
  await page.goto("/my-information");
  await db.client.update({ where: { id: client.id }, data: { city: "Joliet", version: { increment: 1 } } });
  const company = section(page, "About Lake Films");
  await company.getByLabel("City").fill("Aurora");
  await company.getByRole("button", { name: "Save Company Details" }).click();
  await expect(page.getByText("Somebody changed this meanwhile.")).toBeVisible();
  await expect(company.getByLabel("City")).toHaveValue("Aurora");
});

test("a new address counts once its mailbox has confirmed it, and both mailboxes hear of it", async ({
  page,
  context,
  app,
}) => {
  const { contact, login } = await make.clientWithOwner();
  await enter(context, login.id, app.origin);
  await page.goto("/my-information");
  await page.getByText("Change E-mail Address").click();
  await page.getByLabel("New e-mail address").fill("moved@example.org");
  await page.getByLabel("Your password").fill(PASSWORD);
  await page.getByRole("button", { name: "Send Confirmation" }).click();
  await expect(page.getByText("Waiting for confirmation: moved@example.org.")).toBeVisible();
  const link = linkIn(await app.mailTo("moved@example.org", /Confirm your new address/), /\/my-information\/email\//);
  for (let time = 0; time < 3; time += 1) await context.request.get(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Use This Address" }).click();
  await expect(page.getByText("moved@example.org")).toBeVisible();
  await app.mailTo(contact.email ?? "", /was changed/);
  await app.mailTo("moved@example.org", /was changed/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();
});

test("a guardian corrects the details of the child in their care, in Spanish on a narrow phone", async ({
  page,
  context,
  app,
}) => {
  const child = await make.client({ name: "Mateo Rivera", isPerson: true });
  const { contact, login } = await contactOf(child.id, { isGuardian: true });
  await db.contact.update({ where: { id: contact.id }, data: { language: "es" } });
  await enter(context, login.id, app.origin);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/my-information");
  await expect(page.getByRole("heading", { name: "Mi información" })).toBeVisible();
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  const details = section(page, "Datos de Mateo Rivera");
  await expect(details.getByLabel("Sector")).toHaveCount(0);
  await details.getByLabel("Teléfono").fill("773 555 0123");
  await details.getByRole("button", { name: "Guardar" }).click();
  await expect(page.getByText("Sus cambios se guardaron.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "My Information" })).toBeVisible();
  expect((await db.contact.findUniqueOrThrow({ where: { id: contact.id } })).language).toBe("en");
});
