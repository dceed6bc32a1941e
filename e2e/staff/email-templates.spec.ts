import type { BrowserContext } from "@playwright/test";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const templates = "/staff/admin/email-templates";

async function administrator(context: BrowserContext, origin: string, { confirmed = true } = {}) {
  const account = await make.account({ role: "ADMINISTRATOR", firstName: "Ada", lastName: "Adams" });
  await signInAs(context, { accountId: account.id }, { origin, confirmed });
  return account;
}

const bodyOf = (page: Page) => page.getByRole("textbox", { name: "Body", exact: true });
const section = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("S2-27 S2-28 S2-29 S2-30 S2-31 S2-32 S2-33 an administrator adds a template for clients, tries it and gets a test", async ({
  page,
  context,
  app,
}) => {
  const account = await administrator(context, app.origin);
  const center = await make.center({ name: "Riverside Center" });
  const practitioner = await make.practitioner({ firstName: "Paula", lastName: "Price" });
  const { contact } = await make.clientWithOwner({
    name: "Juniper Lane Bakery",
    centerId: center.id,
    practitionerId: practitioner.id,
  });

  await page.goto(templates);
  await section(page, "Clients").getByRole("link", { name: "Add", exact: true }).click();
  await page.getByLabel("Template name").fill("Portal introduction");
  await page.getByLabel("Language").selectOption("English");
  await page.getByLabel("Subject", { exact: true }).fill("Your portal at [CENTER_NAME]");
  const body = bodyOf(page);
  await body.click();
  await body.pressSequentially("Dear [contact first");
  await page.keyboard.press("Enter");
  await body.pressSequentially(", sign in at [ECENTER_URL] or ask [PRACTITIONER_NAME].");
  await expect(body.locator("[data-variable]")).toHaveText(["Contact: first name", "Portal address", "Counselor"]);

  await page.getByLabel("Client to try it with").pressSequentially("Juniper");
  await page.getByRole("option", { name: /Juniper Lane Bakery/ }).click();
  await page.getByRole("button", { name: "Show Preview" }).click();
  await expect(page.getByText("Your portal at Riverside Center")).toBeVisible();
  const letter = page.frameLocator("iframe[title='The letter as it arrives']");
  await expect(letter.getByText(`Dear ${contact.firstName}, sign in at`)).toBeVisible();
  await expect(letter.getByRole("link", { name: `${app.origin}/` })).toBeVisible();

  await page.getByRole("button", { name: "Send Test to Me" }).click();
  const mail = await app.mailTo(account.email, /^\[Test\] Your portal at Riverside Center$/);
  expect(mail.text).toContain("or ask Paula Price.");
  expect(app.mailbox().filter(({ to }) => to === contact.email)).toEqual([]);

  await page.getByRole("button", { name: "Add Template" }).click();
  await expect(page.getByRole("heading", { name: "Portal introduction" })).toBeVisible();
  await page.goto(templates);
  await expect(section(page, "Clients").getByRole("link", { name: "Portal introduction" })).toBeVisible();
});

test("S2-36 an unknown variable is reported at its field and nothing that was written is lost", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app.origin);
  await page.goto(`${templates}/new?for=client`);
  await page.getByLabel("Template name").fill("With a typo");
  await page.getByLabel("Subject", { exact: true }).fill("Hello [FRIST_NAME]");
  await bodyOf(page).click();
  await bodyOf(page).pressSequentially("Kept words ");
  await page.getByRole("button", { name: "Add Template" }).click();
  const subject = page.getByLabel("Subject", { exact: true });
  await expect(subject).toHaveAttribute("aria-invalid", "true");
  await expect(subject).toHaveAccessibleDescription(/no variable \[FRIST_NAME\]/);
  await expect(subject).toHaveValue("Hello [FRIST_NAME]");
  await expect(bodyOf(page)).toContainText("Kept words");

  await subject.fill("Hello");
  await bodyOf(page).pressSequentially("[XYZ] there");
  await page.getByRole("button", { name: "Add Template" }).click();
  await expect(bodyOf(page)).toHaveAttribute("aria-invalid", "true");
  await expect(bodyOf(page)).toHaveAccessibleDescription(/no variable \[XYZ\]/);
  await expect(bodyOf(page)).toContainText("Kept words");
});

test("a variable is one piece: chosen by keyboard or menu, removed as a whole", async ({ page, context, app }) => {
  await administrator(context, app.origin);
  await page.goto(`${templates}/new?for=client`);
  const body = bodyOf(page);
  await body.click();
  await body.pressSequentially("A[");
  await expect(page.getByRole("listbox", { name: "Variables" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox", { name: "Variables" })).toBeHidden();
  await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Insert Variable" }).last().click();
  await page.getByRole("menuitem", { name: "Center: phone" }).click();
  await expect(body.locator("[data-variable]")).toHaveText("Center: phone");
  await body.press("End");
  await body.press("Backspace");
  await expect(body.locator("[data-variable]")).toHaveCount(0);
  await expect(body).toHaveText("A");
});

test("S3-50 the welcome text of one kind of user is changed under Notification, and goes back to the original", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app.origin);
  await page.goto(`${templates}#notification`);
  const row = page.getByRole("row", { name: /Welcome: contacts in the portal/ });
  await row.getByRole("link", { name: "Spanish" }).click();
  const subject = page.getByLabel("Subject", { exact: true });
  const original = await subject.inputValue();
  await subject.fill("Bienvenida, [CONTACT_FIRST_NAME]");
  await page.getByRole("button", { name: "Save Letter" }).click();
  await expect(page.getByText("Changed", { exact: true })).toBeVisible();
  await page.goto(templates);
  await expect(row.getByRole("link", { name: "Spanish (changed)" })).toBeVisible();
  await row.getByRole("link", { name: "Spanish (changed)" }).click();
  await page.getByRole("button", { name: "Use Original Words" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Use Original Words" }).click();
  await expect(page.getByText("Original words", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Subject", { exact: true })).toHaveValue(original);
});

test("S2-27 without administrator mode the password is asked first, and practitioners see no such page", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app.origin, { confirmed: false });
  await page.goto(templates);
  expect(new URL(page.url()).pathname).toBe("/staff/confirm");
  const practitioner = await make.account({ role: "PRACTITIONER" });
  await context.clearCookies();
  await signInAs(context, { accountId: practitioner.id }, { origin: app.origin, confirmed: true });
  expect((await page.goto(templates))?.status()).toBe(404);
});

test("list and editor are accessible and fit a phone", async ({ page, context, app }) => {
  await administrator(context, app.origin);
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of [templates, `${templates}/new?for=client`, `${templates}/system/passcode/es`]) {
    await page.goto(path);
    if (path !== templates) await bodyOf(page).waitFor();
    await expectNoAxeViolations(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
