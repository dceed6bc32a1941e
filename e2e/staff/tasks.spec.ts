import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function staff(context: BrowserContext, app: App) {
  const account = await make.account({ firstName: "Ada", lastName: "Staff" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  return account;
}

// Whoever presses J means the first of all tasks that wait.
test.use({ alone: "tasks" });

test("S4-36 staff add a task about a client, change it, clear its date, do it by keyboard and take it back", async ({
  page,
  context,
  app,
}) => {
  const { id: assigneeId } = await staff(context, app);
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}`);
  await page.getByRole("link", { name: "New Task" }).click();
  await page.getByLabel("Subject").fill("Ask for the lease");
  await page.getByRole("button", { name: "Add Task" }).click();
  await page.getByRole("link", { name: "Ask for the lease" }).click();
  await page.getByRole("group", { name: "Due" }).getByRole("spinbutton", { name: /month/ }).click();
  await page.keyboard.type("01152026");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/staff\/tasks$/);
  await page.getByRole("link", { name: "Overdue" }).click();
  await expect(page.getByText("Jan 15, 2026")).toBeVisible();
  await page.getByRole("link", { name: "Ask for the lease" }).click();
  await page.getByRole("button", { name: "Clear the date" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Ask for the lease" })).toBeVisible();
  expect(await db.task.findFirst({ where: { assigneeId } })).toMatchObject({ dueOn: null });
  await expectNoAxeViolations(page);

  await page.keyboard.press("j");
  await expect(page.getByRole("link", { name: "Ask for the lease" })).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("link", { name: "Ask for the lease" })).toHaveCount(0);
  await expect(page.getByText("Done. The task is off the list."), "although the row left with its form").toBeVisible();
  await page.getByRole("link", { name: "Done", exact: true }).click();
  await page.getByRole("button", { name: "Reopen: Ask for the lease" }).click();
  await expect(page.getByText("The task is on the list again.")).toBeVisible();
  await page.getByRole("link", { name: "Mine" }).click();
  await expect(page.getByRole("link", { name: "Ask for the lease" })).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("a member of staff says once where they work, and sees what waits there", async ({ page, context, app }) => {
  await staff(context, app);
  const center = await make.center();
  const client = await make.client({ centerId: center.id });
  await db.task.create({
    data: { subject: "Waits at the center", subjectKind: "client", subjectId: client.id, createdAt: new Date() },
  });
  await page.goto("/staff/tasks?view=center");
  await expect(page.getByText("Waits at the center")).toHaveCount(0);
  await page.getByRole("combobox", { name: "Center" }).selectOption({ label: center.name });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Waits at the center" })).toBeVisible();
});
