import { authenticatorCode } from "@/lib/platform/access/one-time-codes";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { expectNoAxeViolations } from "../support/accessibility";
import { startApp } from "../support/app";
import { linkIn } from "../support/mailbox";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const OWN_PASSWORD = "seven grey herons waited";

async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign In" }).click();
}

test("a deep link survives signing in, and signing out ends a copied cookie", async ({
  page,
  context,
  browser,
  app,
}) => {
  const { email } = await make.account();
  await page.goto("/staff/tasks?view=everyone");
  await signIn(page, email);
  await expect(page).toHaveURL(`${app.origin}/staff/tasks?view=everyone`);
  const copied = await context.cookies();
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Sign Out" }).click();
  await expect(page).toHaveURL(/\/staff\/sign-in/);
  const thief = await browser.newContext({ baseURL: app.origin });
  await thief.addCookies(copied);
  const stolen = await thief.newPage();
  await stolen.goto("/staff");
  await expect(stolen).toHaveURL(/\/staff\/sign-in/);
  await thief.close();
});

test("AU-03 a wrong password, an inactive account and an unknown address get one answer", async ({ page }) => {
  const active = await make.account();
  const inactive = await make.account({ status: "INACTIVE" });
  await page.goto("/staff/sign-in");
  for (const [email, password] of [
    [active.email, "wrong wrong wrong"],
    [inactive.email, PASSWORD],
    ["nobody@example.org", PASSWORD],
  ] as const) {
    await signIn(page, email, password);
    await expect(page.getByText("The email address or the password is not right.")).toBeVisible();
    await page.reload();
  }
});

test("an administrator enters administrator mode with the password, and leaves it", async ({ page, context, app }) => {
  const { id } = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: id }, { origin: app.origin });
  await page.goto("/staff/admin/accounts");
  await expect(page.getByRole("heading", { name: "Confirm your password" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel("Password", { exact: true }).fill("wrong wrong wrong");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("link", { name: "This is not your current password." })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("heading", { name: "Accounts" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Leave Administrator Mode" }).click();
  await expect(page.getByRole("heading", { name: "Confirm your password" })).toBeVisible();
});

test("AU-11 a person turns the second step on, is asked for it, and a recovery code stands in once", async ({
  page,
  context,
  browser,
  app,
}) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/account");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Set Up Authenticator" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Current password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Set Up Authenticator" }).click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const key = (await page.locator("code").innerText()).replace(/\s/g, "");
  await page.getByLabel("Code", { exact: true }).fill(authenticatorCode(key, new Date()));
  await page.getByRole("button", { name: "Turn On" }).click();
  const codes = page.getByRole("status").getByRole("listitem");
  await expect(codes).toHaveCount(10);
  const [recovery = ""] = await codes.allInnerTexts();
  await page.getByRole("button", { name: "I Have Saved Them" }).click();
  await expect(page.getByText("The second step is on.")).toBeVisible();

  const elsewhere = await browser.newContext({ baseURL: app.origin });
  const other = await elsewhere.newPage();
  await other.goto("/staff/account");
  await signIn(other, account.email);
  await expect(other.getByRole("heading", { name: "Second step" })).toBeVisible();
  await expectNoAxeViolations(other);
  await other.goto("/staff/tasks");
  await expect(other.getByRole("heading", { name: "Second step" })).toBeVisible();
  await other.getByLabel("Code").fill(recovery);
  await other.getByRole("button", { name: "Continue" }).click();
  await expect(other).toHaveURL(`${app.origin}/staff/tasks`);
  await elsewhere.close();

  await page.reload();
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();
});

test("S3-48 S3-49 S3-51 a new colleague is welcomed by mail, chooses a password, and an old link offers a new one", async ({
  page,
  context,
  browser,
  app,
}) => {
  const { id } = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: id }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/admin/accounts/new");
  await page.getByLabel("First name").fill("Noor");
  await page.getByLabel("Last name").fill("Haddad");
  await page.getByLabel("Email", { exact: true }).fill("noor@example.org");
  await page.getByRole("button", { name: "Create Account" }).click();
  await expect(page.getByRole("heading", { name: "Noor Haddad" })).toBeVisible();
  const mail = await app.mailTo("noor@example.org");
  expect(mail.text).toContain("noor@example.org");
  const link = linkIn(mail, /\/staff\/set-password\//);

  const guest = await browser.newContext({ baseURL: app.origin });
  for (let opened = 0; opened < 5; opened += 1)
    await guest.request.fetch(link, { method: opened % 2 ? "HEAD" : "GET" });
  const noor = await guest.newPage();
  await noor.goto(link);
  await expectNoAxeViolations(noor);
  await noor.getByLabel("New password").fill(OWN_PASSWORD);
  await noor.getByRole("button", { name: "Save Password" }).click();
  await expect(noor).toHaveURL(`${app.origin}/staff`);
  await noor.goto(link);
  await expect(noor.getByRole("heading", { name: "This link was used or is too old" })).toBeVisible();
  const before = app.mailbox().length;
  await noor.getByRole("button", { name: "Send a New Link" }).click();
  await expect(noor.getByText("a new link is on its way").first()).toBeVisible();
  await expect.poll(() => app.mailbox().length).toBeGreaterThan(before);
  expect(JSON.stringify(app.mailbox())).not.toContain(OWN_PASSWORD);
  await guest.close();
});

test("S3-52 S3-53 an inactive account gets no welcome, the screen says why, and once active it does", async ({
  page,
  context,
  app,
}) => {
  const { id } = await make.account({ role: "ADMINISTRATOR" });
  const colleague = await make.account({ status: "INACTIVE", firstName: "Ina", lastName: "Active" });
  await signInAs(context, { accountId: id }, { origin: app.origin, confirmed: true });
  await page.goto(`/staff/admin/accounts/${colleague.id}`);
  await expect(page.getByText("Nothing can be sent while the account is inactive.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Send Welcome Email" })).toBeDisabled();
  expect(app.mailbox().filter(({ to }) => to.includes(colleague.email))).toEqual([]);
  await page.getByRole("button", { name: "Reactivate" }).click();
  await page.getByRole("button", { name: "Send Welcome Email" }).click();
  await app.mailTo(colleague.email);
});

test("CF-01 the first person sets the app up; nobody can do it again", async ({ browser }) => {
  const environment = { ...process.env };
  const fresh = await startApp("empty");
  // What this file's other tests make goes into their own app's database.
  Object.assign(process.env, environment);
  try {
    const context = await browser.newContext({ baseURL: fresh.origin });
    const page = await context.newPage();
    await page.goto("/staff");
    await expect(page.getByRole("heading", { name: "Set up Caseload" })).toBeVisible();
    await expectNoAxeViolations(page);
    await page.getByLabel("Organization").fill("Harbor Point Advising");
    await page.getByLabel("First name").fill("Alma");
    await page.getByLabel("Last name").fill("Reyes");
    await page.getByLabel("Email address").fill("alma@harborpoint.example");
    await page.getByLabel("Password", { exact: true }).fill("harborpoint2026");
    await page.getByRole("button", { name: "Set Up" }).click();
    await expect(page.getByRole("link", { name: "too close to your name" })).toBeVisible();
    await page.getByLabel("Password", { exact: true }).fill(OWN_PASSWORD);
    await page.getByRole("button", { name: "Set Up" }).click();
    await expect(page).toHaveURL(`${fresh.origin}/staff`);
    await expect(page.getByRole("link", { name: "Harbor Point Advising" }).first()).toBeVisible();
    expect((await page.request.get("/staff/set-up")).status()).toBe(404);
    await context.close();
  } finally {
    await fresh.stop();
  }
});

test("S3-17 S3-27 AZ-10 staff delete a username: the client is out at once, and everything else stays", async ({
  page,
  context,
  browser,
  app,
}) => {
  const { contact, client, login } = await make.clientWithOwner();
  await db.portalLogin.update({ where: { id: login.id }, data: { username: "carla.contact" } });
  const portal = await browser.newContext({ baseURL: app.origin });
  await signInAs(portal, { portalLoginId: login.id }, { origin: app.origin });
  const guest = await portal.newPage();
  await guest.goto("/account");
  await expect(guest.getByText("carla.contact")).toBeVisible();

  const { id } = await make.account();
  await signInAs(context, { accountId: id }, { origin: app.origin });
  const before = await db.client.findUniqueOrThrow({ where: { id: client.id } });
  await page.goto(`/staff/contacts/${contact.id}`);
  await page.getByRole("button", { name: "Delete Username" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete Username" }).click();
  await expect(page.getByRole("button", { name: "Allow Sign-in Again" })).toBeVisible();
  await guest.reload();
  await expect(guest).toHaveURL(/\/sign-in/);
  expect(await db.client.findUniqueOrThrow({ where: { id: client.id } })).toEqual(before);
  await portal.close();
});

test("S2-11 S3-18 staff give a temporary password; the client signs in with it and must choose an own one", async ({
  page,
  context,
  browser,
  app,
}) => {
  const { contact, login } = await make.clientWithOwner();
  await db.portalLogin.delete({ where: { id: login.id } });
  await make.contact({ email: contact.email });
  const { id } = await make.account();
  await signInAs(context, { accountId: id }, { origin: app.origin });
  await page.goto(`/staff/contacts/${contact.id}`);
  await page.getByRole("button", { name: "Give Temporary Password" }).click();
  const dialog = page.getByRole("dialog");
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: "Give Password" }).click();
  const shown = dialog.getByRole("status").getByText(/^\w{5}-\w{5}-\w{5}$/);
  const password = await shown.innerText();
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Has a temporary password")).toBeVisible();

  const portal = await browser.newContext({ baseURL: app.origin });
  const guest = await portal.newPage();
  await guest.goto("/my-information");
  await guest.getByLabel("Email address or username").fill(contact.email ?? "");
  await guest.getByLabel("Password", { exact: true }).fill(password);
  await guest.getByRole("button", { name: "Sign In" }).click();
  await expect(guest.getByText("You signed in with a temporary password.")).toBeVisible();
  await guest.goto("/account");
  await expect(guest).toHaveURL(/\/set-password/);
  await guest.goto("/set-password?return=%2Fmy-information");
  await guest.getByLabel("New password").fill(OWN_PASSWORD);
  await guest.getByRole("button", { name: "Save Password" }).click();
  await expect(guest).toHaveURL(`${app.origin}/my-information`);
  expect(JSON.stringify(app.mailbox()) + app.log()).not.toContain(password);
  await portal.close();
});
