import { now } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db/db";
import { addSeconds, isoOf } from "@/lib/values/instant";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { linkIn } from "../support/mailbox";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const OWN_PASSWORD = "seven grey herons waited";

/** A client's owner who never had a password. */
async function newcomer(standing: "ACTIVE" | "INACTIVE" | "PROSPECT" = "ACTIVE") {
  const client = await make.client({ standing });
  const contact = await make.contact();
  await make.relationship({ clientId: client.id, contactId: contact.id, isOwner: true, isPrimary: true });
  return { client, contact, email: contact.email ?? "" };
}

async function signIn(page: Page, name: string, password: string) {
  await page.getByLabel("Email address or username").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign In" }).click();
}

async function askForPasscode(page: Page, email: string) {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot Password" }).click();
  await page.getByLabel("Email address", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Send Passcode" }).click();
  await expect(page.getByRole("heading", { name: "Enter your passcode" })).toBeVisible();
}

/** Sends a passcode and waits for the answer: what the last one left on the page looks the same. */
async function givePasscode(page: Page, code: string) {
  await page.getByLabel("Passcode").fill(code);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Continue" }).click();
  await answered;
}

async function passcodeFor(app: App, email: string) {
  const mail = await app.mailTo(email, /passcode/i);
  return { mail, code: /(?<!\d)\d{8}(?!\d)/.exec(mail.text)?.[0] ?? "" };
}

test("S2-37 S2-38 S2-39 S2-40 a client asks for a passcode, chooses a password and is in", async ({ page, app }) => {
  const { email, contact } = await newcomer();
  await page.goto("/sign-in");
  const link = page.getByRole("link", { name: "Forgot Password" });
  const box = await link.boundingBox();
  const width = page.viewportSize()?.width ?? 0;
  expect(box?.y).toBeLessThan(120);
  expect(box?.x).toBeGreaterThan(width / 2);
  await askForPasscode(page, email);
  const { code } = await passcodeFor(app, email);
  await page.getByLabel("Passcode").fill(`${code.slice(0, 4)} ${code.slice(4)}`);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("New password").fill(OWN_PASSWORD);
  await page.getByRole("button", { name: "Save Password" }).click();
  await expect(page).toHaveURL(`${app.origin}/`);

  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Account", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Sign Out Everywhere" }).click();
  await signIn(page, email, OWN_PASSWORD);
  await expect(page).toHaveURL(`${app.origin}/`);
  await app.mailTo(email, /password was changed/i);
  expect(await db.portalLogin.count({ where: { contactId: contact.id } })).toBe(1);
});

test("S2-39 the link of the mail fills the passcode in, and opening it elsewhere spends nothing", async ({
  page,
  browser,
  app,
}) => {
  const { email } = await newcomer();
  await askForPasscode(page, email);
  const { mail } = await passcodeFor(app, email);
  const link = linkIn(mail, /forgot-password\/passcode#/);
  const stranger = await browser.newPage({ baseURL: app.origin });
  for (let opened = 0; opened < 3; opened += 1) await stranger.request.get(link.split("#")[0] ?? "");
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { name: "Ask for a passcode here first" })).toBeVisible();
  await stranger.close();
  const tab = await page.context().newPage();
  await tab.goto(link);
  await expect(tab.getByLabel("Passcode")).toHaveValue(/^\d{8}$/);
  expect(tab.url()).not.toContain("#");
  await tab.getByRole("button", { name: "Continue" }).click();
  await expect(tab.getByRole("heading", { name: "Choose your password" })).toBeVisible();
});

test("S2-41 a passcode ends after five guesses, and after ten minutes", async ({ page, app }) => {
  // Every guess is hashed as slowly as a password.
  test.slow();
  const { email, contact } = await newcomer();
  const passcode = () => db.passcode.findFirstOrThrow({ where: { contactId: contact.id } });
  await askForPasscode(page, email);
  const { code } = await passcodeFor(app, email);
  const wrong = code === "00000000" ? "00000001" : "00000000";
  for (let guess = 0; guess < 5; guess += 1) {
    await givePasscode(page, wrong);
    await expect.poll(async () => (await passcode()).tries).toBe(guess + 1);
    await expect(page.getByRole("link", { name: "This passcode is not right" })).toBeVisible();
  }
  await givePasscode(page, code);
  await expect(page.getByRole("link", { name: "This passcode is not right" })).toBeVisible();
  expect(await passcode()).toMatchObject({ usedAt: null, grantedUntil: null });

  const other = await newcomer();
  const asked = now();
  app.setTime(isoOf(asked));
  await askForPasscode(page, other.email);
  const { code: fresh } = await passcodeFor(app, other.email);
  app.setTime(isoOf(addSeconds(asked, 601)));
  await givePasscode(page, fresh);
  await expect(page.getByRole("link", { name: "This passcode is not right" })).toBeVisible();
});

test("S2-04 S2-05 asking looks the same for a shared, an inactive and an unknown address, and mails nobody", async ({
  page,
  app,
}) => {
  const shared = await newcomer();
  await make.contact({ email: shared.email.toUpperCase() });
  const inactive = await newcomer("INACTIVE");
  const known = await newcomer();
  const pages = [];
  for (const email of [known.email, shared.email, inactive.email, "nobody@nowhere.example"]) {
    await askForPasscode(page, email);
    pages.push(await page.locator("main").innerText());
  }
  expect(new Set(pages).size).toBe(1);
  await passcodeFor(app, known.email);
  await expect
    .poll(() => db.task.count({ where: { subject: { contains: shared.email, mode: "insensitive" } } }))
    .toBe(1);
  const mailed = app.mailbox().map(({ to }) => to.toLowerCase());
  expect(mailed.filter((to) => to.includes(shared.email) || to.includes(inactive.email))).toEqual([]);
});

test("S3-08 S3-11 S3-13 only people of active clients get in, and everybody else is told the same", async ({
  page,
  app,
}) => {
  const active = await make.clientWithOwner();
  const refused = [
    await make.clientWithOwner({ standing: "INACTIVE" }),
    await make.clientWithOwner({ standing: "PROSPECT" }),
  ];
  await page.goto("/sign-in");
  for (const { contact } of refused) {
    await signIn(page, contact.email ?? "", PASSWORD);
    await expect(page.getByText("We could not sign you in.")).toBeVisible();
    await page.reload();
  }
  await signIn(page, active.contact.email ?? "", PASSWORD);
  await expect(page).toHaveURL(`${app.origin}/`);
});

test("S3-14 leaving the standing Active ends the visit at the next click", async ({ page, context, app }) => {
  const { client, login } = await make.clientWithOwner();
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Account", level: 1 })).toBeVisible();
  await db.client.update({ where: { id: client.id }, data: { statusId: await make.statusId("INACTIVE") } });
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?return=%2Faccount$/);
});

test("SE-04 a visit rests for 59 minutes and 59 seconds and has ended at 60:01", async ({ page, context, app }) => {
  const { login } = await make.clientWithOwner();
  const at = now();
  app.setTime(isoOf(at));
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin, at });
  app.setTime(isoOf(addSeconds(at, 3599)));
  await page.goto("/account");
  await expect(page).toHaveURL(/\/account$/);
  app.setTime(isoOf(addSeconds(at, 7200)));
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("SE-03 next-auth's session endpoint takes nothing a browser sends", async ({ context, app }) => {
  const { login, contact } = await make.clientWithOwner();
  const other = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
  const forged = { role: "ADMINISTRATOR", email: other.email, sid: "x", sub: other.id, accountId: other.id };
  const answer = await context.request.post("/api/auth/session", {
    headers: { origin: app.origin },
    data: { csrfToken, data: { ...forged, user: forged } },
  });
  expect(answer.status()).toBeLessThan(500);
  const session = await (await context.request.get("/api/auth/session")).json();
  expect(session.user).toEqual({ name: `${contact.firstName} ${contact.lastName}` });
  const page = await context.newPage();
  await page.goto("/staff");
  await expect(page.getByRole("heading", { name: "We cannot find this page" })).toBeVisible();
});

test("WB-05 a sign-in page never leads off the site", async ({ page, app }) => {
  const { contact } = await make.clientWithOwner();
  await page.goto("/sign-in?return=https%3A%2F%2Fevil.example%2F");
  await signIn(page, contact.email ?? "", PASSWORD);
  await expect(page).toHaveURL(`${app.origin}/`);
});

test("S2-37 the way in works on a phone, in Spanish, in the dark and for everybody", async ({ browser, app }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      baseURL: app.origin,
      viewport: { width: 360, height: 740 },
      locale: "es-US",
      colorScheme,
    });
    const page = await context.newPage();
    for (const path of ["/sign-in", "/forgot-password", "/forgot-password/passcode", "/set-password", "/welcome/x"]) {
      await page.goto(path);
      await expect(page.getByRole("link", { name: "Olvidé mi contraseña" })).toBeVisible();
      await expectNoAxeViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    }
    await context.close();
  }
});
