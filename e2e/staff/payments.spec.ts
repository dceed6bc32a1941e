import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

async function staff(context: BrowserContext, app: App) {
  const account = await make.account({ firstName: "Ada", lastName: "Staff" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
}

async function fillPayment(page: Page, amount: string) {
  await page.getByLabel("Amount").fill(amount);
  await page.getByLabel("Method").selectOption({ label: "Transfer" });
  await page.getByLabel("Reference").fill("INV-7");
}

const recordButton = (page: Page) => page.getByRole("button", { name: "Record Payment" });

test("S3-10 staff record what an active client paid, one payment after another, and the stream says so", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}`);
  await page.getByRole("link", { name: "Payments" }).click();
  await expect(page.getByText("No payments yet")).toBeVisible();
  await expectNoAxeViolations(page);
  await fillPayment(page, "twelve");
  await recordButton(page).click();
  await expect(page.getByRole("link", { name: "Use an amount such as 120.00." })).toBeVisible();
  await expect(page.getByLabel("Amount")).toBeFocused();
  await page.getByLabel("Amount").fill("1,234.50");
  await recordButton(page).click();
  await expect(page.getByRole("row").filter({ hasText: "$1,234.50" })).toContainText("Transfer");
  await expect(page.getByLabel("Amount")).toHaveValue("");
  await fillPayment(page, "1,234.50");
  await recordButton(page).click();
  await expect(page.getByRole("row").filter({ hasText: "$1,234.50" })).toHaveCount(2);
  expect(await db.payment.count({ where: { clientId: client.id, amountCents: 123_450 } })).toBe(2);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByText("Ada Staff recorded a payment of $1,234.50").first()).toBeVisible();
});

for (const standing of ["INACTIVE", "PROSPECT"] as const) {
  test(`S3-11 nobody records a payment of a client of standing ${standing}; active again, they can`, async ({
    page,
    context,
    app,
  }) => {
    await staff(context, app);
    const client = await make.client({ standing });
    await page.goto(`/staff/clients/${client.id}/payments`);
    await expect(page.getByText(/only active records can make payments/)).toBeVisible();
    await expect(recordButton(page)).toHaveCount(0);
    await expectNoAxeViolations(page);
    await page.getByRole("link", { name: "Change Status" }).click();
    await page.getByRole("radio", { name: "Active", exact: true }).check();
    await page.getByRole("button", { name: "Save Status" }).click();
    const saved = () => db.client.count({ where: { id: client.id, status: { standing: "ACTIVE" } } });
    await expect.poll(saved).toBe(1);
    await page.goto(`/staff/clients/${client.id}`);
    await page.getByRole("link", { name: "Payments" }).click();
    await expect(recordButton(page)).toBeVisible();
  });
}

test("S3-11 a client who becomes inactive while the form is open is refused with the reason, and nothing typed is lost", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}/payments`);
  await fillPayment(page, "20");
  await db.client.update({ where: { id: client.id }, data: { statusId: await make.statusId("INACTIVE") } });
  await recordButton(page).click();
  await expect(page.getByText("The status is Inactive: only active records can make payments.").first()).toBeVisible();
  await expect(page.getByLabel("Amount")).toHaveValue("20");
  expect(await db.payment.count({ where: { clientId: client.id } })).toBe(0);
});
