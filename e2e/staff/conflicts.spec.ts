import type { Browser } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function openAs(browser: Browser, app: App, { name, address }: { name: string; address: string }) {
  const context = await browser.newContext();
  const account = await make.account({ firstName: name, lastName: "Staff" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  const page = await context.newPage();
  await page.goto(app.origin + address);
  await expect(page.getByRole("button", { name: "Save as Draft" })).toBeEnabled();
  return page;
}

test("BK-10 two people edit one client: the second chooses field by field, and nothing of either is lost", async ({
  browser,
  app,
}) => {
  const client = await make.client({ city: "Joliet", industry: "Bakery" });
  const address = `/staff/clients/${client.id}/edit`;
  const ben = await openAs(browser, app, { name: "Ben", address });
  const ana = await openAs(browser, app, { name: "Ana", address });
  await expect(async () => {
    await ana.getByLabel("City").fill("Elgin");
    await ana.getByLabel("Website").fill("https://example.org");
    await ana.getByRole("button", { name: "Save", exact: true }).click();
    await expect(ana).toHaveURL(new RegExp(`/staff/clients/${client.id}$`), { timeout: 5_000 });
  }).toPass();

  await ben.getByLabel("City").fill("Cicero");
  await ben.getByLabel("Industry").fill("Toys");
  await ben.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ben.getByRole("heading", { name: /Ana Staff saved this record/ })).toBeVisible();
  await expect(ben.getByLabel("City").first()).toHaveValue("Cicero");
  const city = ben.getByRole("group", { name: "City" });
  await expect(city).toContainText("Before: Joliet");
  await expect(city).toContainText("Elgin");
  await expect(ben.getByRole("group", { name: "Website" }).getByRole("radio").nth(1)).toBeChecked();
  await expect(ben.getByRole("group", { name: "Industry" })).toHaveCount(0);
  await expectNoAxeViolations(ben);
  await ben.getByRole("button", { name: "Save with These Choices" }).click();
  await expect(ben.getByText("Choose one for each field first.")).toBeVisible();
  await city.getByRole("radio").first().check();
  await ben.getByRole("button", { name: "Save with These Choices" }).click();
  await expect(ben).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  expect(await db.client.findUniqueOrThrow({ where: { id: client.id } })).toMatchObject({
    city: "Cicero",
    website: "https://example.org",
    industry: "Toys",
    version: 3,
  });
  for (const page of [ben, ana]) await page.context().close();
});

test("BK-10 a draft that was begun before somebody else saved does not overwrite what they saved", async ({
  browser,
  app,
}) => {
  const contact = await make.contact({ firstName: "Wanda", lastName: "Weaver" });
  const page = await openAs(browser, app, { name: "Ben", address: `/staff/contacts/${contact.id}/edit` });
  await expect(async () => {
    await page.getByLabel("First name").fill("Vanda");
    await expect(page.getByText(/^Saved \d/)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await db.contact.update({ where: { id: contact.id }, data: { lastName: "Webster", version: { increment: 1 } } });
  await page.reload();
  await expect(page.getByText(/The record was changed since/)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("group", { name: "Last name" })).toContainText("Webster");
  await page.getByRole("button", { name: "Save with These Choices" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/contacts/${contact.id}$`));
  expect(await db.contact.findUniqueOrThrow({ where: { id: contact.id } })).toMatchObject({
    firstName: "Vanda",
    lastName: "Webster",
  });
  await page.context().close();
});
