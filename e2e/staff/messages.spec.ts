import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function staff(context: BrowserContext, app: App, options: { admin?: boolean } = {}) {
  const account = await make.account({
    firstName: "Ada",
    lastName: "Staff",
    ...(options.admin && { role: "ADMINISTRATOR" as const }),
  });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: options.admin });
  return account;
}

test("S4-31 S4-32 S4-33 S4-34 S4-35 S4-36 staff write a message on a client from its main page, with a task for a colleague", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const colleague = await make.account({ firstName: "Cora", lastName: "Colleague" });
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}`);
  await page.getByRole("link", { name: "New Message" }).click();
  await expect(page.getByRole("button", { name: "Save as Draft" })).toBeVisible();
  await page.getByLabel("Message").fill("Wants the lease read before Friday");
  await page.getByLabel("Action code").selectOption({ label: "Phone Call" });
  await page.getByLabel("Create a Task").check();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByLabel("Subject")).toBeFocused();
  await page.getByLabel("Subject").fill("Read the lease");
  await page.getByLabel("Priority").selectOption({ label: "High" });
  await page.getByLabel("Assigned to").selectOption({ label: "Cora Colleague" });
  const due = page.getByRole("group", { name: "Due" });
  await due.getByRole("spinbutton", { name: /month/ }).click();
  await page.keyboard.type("12312026");
  await page.getByRole("button", { name: "Clear the date" }).click();
  await expect(page.getByRole("button", { name: "Clear the date" })).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Submit" }).click();
  const card = page.getByRole("list", { name: "Messages" });
  await expect(card.getByRole("listitem")).toContainText(["Wants the lease read before Friday"]);
  await expect(card).toContainText("Phone Call");
  await expect(page.getByText("Ada Staff posted a message").first()).toBeVisible();
  const task = await db.task.findFirstOrThrow({ where: { assigneeId: colleague.id } });
  expect(task).toMatchObject({ subject: "Read the lease", priority: "HIGH", dueOn: null, subjectId: client.id });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test("AZ-06 a practitioner reads what is shared with practitioners and nothing else", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const client = await make.client({ practitionerId: practitioner.id });
  const post = (text: string, visibility: "STAFF" | "PRACTITIONERS") =>
    db.message.create({
      data: {
        text,
        visibility,
        authorName: "Ada",
        postedAt: new Date(),
        links: { create: { subjectKind: "client", subjectId: client.id, postedAt: new Date() } },
      },
    });
  await post("For staff alone", "STAFF");
  await post("For everybody who works with them", "PRACTITIONERS");
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  for (const address of [`/staff/clients/${client.id}`, `/staff/clients/${client.id}/messages`]) {
    await page.goto(address);
    await expect(page.getByText("For everybody who works with them")).toBeVisible();
    await expect(page.getByText("For staff alone")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "New Message" })).toHaveCount(0);
  }
});

test("S4-32 an administrator adds, renames and archives action codes", async ({ page, context, app }) => {
  await staff(context, app, { admin: true });
  await page.goto("/staff/admin/configuration/action-codes");
  await page.getByRole("textbox", { name: "Name" }).first().fill("Text Message");
  await page.getByRole("button", { name: "Add Code" }).click();
  const list = page.getByRole("list", { name: "Action codes" });
  await expect(list.getByText("Text Message")).toBeVisible();
  await page.getByRole("button", { name: "Move Text Message up" }).click();
  await expect(list.getByRole("listitem").last()).not.toContainText("Text Message");
  await page.getByRole("button", { name: "Edit Text Message" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("SMS");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Archive SMS" }).click();
  await expect(page.getByRole("button", { name: "Restore SMS" })).toBeVisible();
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}/messages/new`);
  await expect(page.getByLabel("Action code").getByRole("option", { name: "SMS" })).toHaveCount(0);
});
