import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("S4-38 S4-39 S4-41 S3-19 a client's defaults, billing and portal have pages of their own", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  const { client, contact } = await make.clientWithOwner();
  const service = await db.service.create({ data: { name: `Coaching ${client.number}`, defaultMinutes: 45 } });
  await page.goto(`/staff/clients/${client.id}/defaults`);
  await page.getByLabel("Service").selectOption({ label: service.name });
  await page.getByLabel("Worker-comp code").fill("8810");
  await page.getByRole("button", { name: "Save Defaults" }).click();
  await expect(page.getByText("The defaults are saved.").first()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto(`/staff/sessions/new?client=${client.id}`);
  await expect(page.locator('input[name="minutes"]')).toHaveValue("45");

  await page.goto(`/staff/clients/${client.id}/billing`);
  await page.getByLabel("Billing cycle").selectOption({ label: "Monthly" });
  await page.getByRole("button", { name: "Save Billing Setup" }).click();
  await expect(page.getByText("Choose who gets the invoices by e-mail.").first()).toBeVisible();
  await page.getByRole("checkbox", { name: `${contact.firstName} ${contact.lastName}` }).check();
  await page.getByRole("button", { name: "Save Billing Setup" }).click();
  await expect(page.getByText("The billing setup is saved.").first()).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "Portal", exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: contact.lastName })).toContainText("agreement");
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
