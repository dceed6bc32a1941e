import type { BrowserContext } from "@playwright/test";
import { encodeFilter } from "@/lib/features/filters/encoding/rules";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function administrator(context: BrowserContext, app: App) {
  const account = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
}

test("S3-12 S4-22 S4-23 S4-24 S4-25 S4-26 S4-27 S4-28 a new client's snapshot leads to Change Status, with a message and a task", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  const client = await make.client({ standing: "PROSPECT" });
  // Who has never used services: found by that standing.
  const prospects = encodeFilter({ field: "standing", operator: "one_of", value: ["PROSPECT"] });
  await page.goto(`/staff/clients?q=${client.number}&filter=${prospects}`);
  await page.getByRole("link", { name: client.name }).click();
  const snapshot = page.getByRole("region", { name: "Snapshot" }).or(page.locator("section", { hasText: "Snapshot" }));
  await expect(snapshot.last()).toContainText("Last payment—");
  await expect(snapshot.last().getByText("$0.00")).toHaveCount(3);
  await page.locator(`section a[href$="/status"]`).click();
  await expect(page.getByRole("heading", { name: `Change Status: ${client.name} (${client.number})` })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("radio", { name: "Active", exact: true }).check();
  await page.getByRole("checkbox", { name: "Create Message" }).check();
  await page.getByRole("checkbox", { name: "Create Task" }).check();
  await page.getByRole("textbox", { name: "Subject" }).fill("Send papers");
  await page.getByRole("button", { name: "Save Status" }).click();
  await expect(page.getByRole("textbox", { name: "Message" })).toBeFocused();
  await page.getByRole("textbox", { name: "Message" }).fill("Credit is fine.");
  await page.getByRole("button", { name: "Save Status" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  expect(await db.task.count({ where: { subjectId: client.id, subject: "Send papers" } })).toBe(1);
  expect(await db.messageLink.count({ where: { subjectId: client.id } })).toBe(1);
  expect(await db.client.count({ where: { id: client.id, status: { standing: "ACTIVE" } } })).toBe(1);
});

test("S3-07 S4-29 S4-30 an administrator adds a status with rules, tries them, and they hold", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app);
  const client = await make.client({ name: "Riverbend Bakery" });
  await page.goto("/staff/admin/configuration/statuses");
  await page.getByRole("textbox", { name: "Name" }).fill("Credit Check");
  await expect(page.getByLabel("Standing").getByRole("option")).toHaveText([
    "Choose…",
    "Active",
    "Inactive",
    "Prospect",
  ]);
  await page.getByLabel("Standing").selectOption({ label: "Active" });
  await page.getByRole("button", { name: "Add Status" }).click();
  await expect(page.getByRole("heading", { name: "Rules of Credit Check" })).toBeVisible();
  await page
    .getByRole("checkbox", { name: "No new Sessions" })
    .or(page.getByRole("checkbox", { name: "No new sessions" }))
    .check();
  await page.getByRole("checkbox", { name: "A reason must be given" }).check();
  await page.getByRole("button", { name: "Add a Task" }).click();
  await page.getByRole("textbox", { name: "Subject" }).fill("Check the credit");
  await page.getByRole("button", { name: "Save Rules" }).click();
  await expect(page.getByText("The rules of this status are saved.").first()).toBeVisible();
  const { id } = await db.clientStatus.findUniqueOrThrow({ where: { name: "Credit Check" } });
  await page.goto(`/staff/admin/configuration/statuses/${id}?client=${client.id}`);
  await expect(page.getByText("Task: Check the credit")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto(`/staff/clients/${client.id}/status`);
  await page.getByRole("radio", { name: "Credit Check" }).check();
  await expect(page.getByText("Task: Check the credit")).toBeVisible();
  await page.getByRole("button", { name: "Save Status" }).click();
  await expect(page.getByRole("textbox", { name: "Reason" })).toBeFocused();
  await page.getByRole("textbox", { name: "Reason" }).fill("New credit line");
  await page.getByRole("button", { name: "Save Status" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  await expect(page.getByRole("link", { name: "Add Session" })).toHaveCount(0);
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByRole("row").filter({ hasText: "New credit line" })).toBeVisible();
});
