import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function staff(context: BrowserContext, app: App, { confirmed = false } = {}) {
  const account = await make.account({ firstName: "Ada", lastName: "Staff" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed });
}

/** A prospect with two people, a message and a document. */
async function richProspect(name: string) {
  const prospect = await make.prospect({ name });
  const { id: prospectId } = prospect;
  await make.prospectContact({ prospectId, firstName: "Walter", lastName: "Weaver", title: "Owner", isMain: true });
  await make.prospectContact({ prospectId, firstName: "Wilma", lastName: "Weaver", email: null });
  const postedAt = new Date();
  const links = { create: { subjectKind: "prospect", subjectId: prospectId, postedAt } };
  await db.message.create({ data: { text: "Called", authorName: "Ada", postedAt, links } });
  await make.document({ subjectKind: "prospect", subjectId: prospectId, name: "Price list.txt" });
  return prospect;
}

test("S4-08 S4-09 S4-15 S4-16 S4-17 S4-18 S4-19 S4-24 a prospect is converted by keyboard alone; it stays, with a link to the client", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const center = await make.center();
  const prospect = await richProspect("Weaver & Daughters");
  await page.goto(`/staff/prospects/${prospect.id}`);
  await page.getByRole("link", { name: "Convert to Client" }).press("Enter");
  await expect(page.getByRole("heading", { name: "Convert Weaver & Daughters to Client" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Submit" }).press("Enter");
  await expect(page.getByLabel("Center")).toBeFocused();
  await page.getByLabel("Center").selectOption({ label: center.name });
  await page.getByLabel("What becomes of Wilma Weaver").selectOption({ label: "Stays here only" });
  await page.getByRole("button", { name: "Submit" }).press("Enter");
  await expect(page).toHaveURL(/\/staff\/clients\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1, name: "Weaver & Daughters" })).toBeVisible();
  await expect(page.getByText("Prospect", { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/converted the prospect Weaver & Daughters/)).toBeVisible();
  await page.goto(`/staff/prospects/${prospect.id}`);
  await expect(page.getByRole("link", { name: "Convert to Client" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Open Weaver & Daughters/ })).toBeVisible();
  await expect(page.getByText("The stage is still New.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Set Converted" }).click();
  await expect(page.getByText("The stage is still New.")).toHaveCount(0);
  await page.goto(`/staff/prospects/${prospect.id}/convert`);
  await expect(page).toHaveURL(/\/staff\/clients\/[0-9a-f-]{36}$/);
  expect(await db.client.count({ where: { name: "Weaver & Daughters" } })).toBe(1);
});

test("S4-10 S4-11 S4-13 the receipt says what was linked, copied, created and left, and the conversion can be undone", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app, { confirmed: true });
  const center = await make.center();
  const prospect = await richProspect("Undone Industries");
  await page.goto(`/staff/prospects/${prospect.id}/convert`);
  await page.getByLabel("Center").selectOption({ label: center.name });
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page).toHaveURL(/\/staff\/clients\/[0-9a-f-]{36}$/);
  await page.goto(`/staff/prospects/${prospect.id}/conversion`);
  await expect(page.getByText("1 linked")).toBeVisible();
  await expect(page.getByText("1 copied")).toBeVisible();
  await expect(page.getByRole("link", { name: "Walter Weaver" })).toBeVisible();
  await expect(page.getByText("Wilma Weaver stays a contact of the prospect only")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Undo Conversion" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo Conversion" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/prospects/${prospect.id}$`));
  await expect(page.getByRole("link", { name: "Convert to Client" })).toBeVisible();
  expect(await db.client.count({ where: { name: "Undone Industries" } })).toBe(0);
});

test("S4-12 S4-13 with both boxes off nothing is copied; a known contact is proposed; an existing client takes it all", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { client, contact } = await make.clientWithOwner({ name: "Known Company 4711" });
  const prospect = await richProspect("Known Company");
  await db.prospectContact.updateMany({
    where: { prospectId: prospect.id, isMain: true },
    data: { email: contact.email },
  });
  await page.goto(`/staff/prospects/${prospect.id}/convert`);
  await page.getByRole("link", { name: /Use Known Company 4711/ }).click();
  await expect(page.getByText(/Goes into Known Company 4711/)).toBeVisible();
  await page.getByLabel("Copy Messages").uncheck();
  await page.getByLabel("Copy Documents").uncheck();
  await expect(page.getByLabel("What becomes of Walter Weaver")).toHaveValue(contact.id);
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  expect(await db.relationship.count({ where: { clientId: client.id } })).toBe(1);
  expect(await db.messageLink.count({ where: { subjectId: client.id } })).toBe(0);
  expect(await db.document.count({ where: { subjectId: client.id } })).toBe(0);
});
