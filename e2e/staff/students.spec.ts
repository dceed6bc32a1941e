import { dateColumn } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("S3-44 S3-45 staff add a student who is a minor, with a parent who signs in, until the relationship ends", async ({
  page,
  context,
  app,
  browser,
}) => {
  const account = await make.account();
  const center = await make.center();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/clients");
  await page.getByRole("link", { name: "New Client" }).first().click();
  await page.getByLabel("Single person").check();
  await page.getByLabel("Name", { exact: true }).fill("Mia Okafor");
  await page.getByLabel("Center").selectOption(center.id);
  await page.getByLabel("A minor: parents or guardians act for them").check();
  const guardian = page.getByRole("group", { name: "Parent or guardian 1" });
  await guardian.getByLabel("First name").fill("Grace");
  await guardian.getByLabel("Last name").fill("Okafor");
  await guardian.getByLabel("E-mail").fill("grace.e2e@example.org");
  await page.getByLabel("Username").fill("grace-e2e");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByRole("heading", { name: "Mia Okafor", level: 1 })).toBeVisible();
  await expect(page.getByText("Guardian", { exact: true })).toBeVisible();

  const login = await db.portalLogin.findFirstOrThrow({ where: { username: "grace-e2e" } });
  const theirs = await browser.newContext({ baseURL: app.origin });
  await signInAs(theirs, { portalLoginId: login.id }, { origin: app.origin });
  const portal = await theirs.newPage();
  await portal.goto("/my-information");
  await expect(portal.getByText("Mia Okafor").first()).toBeVisible();
  await db.relationship.updateMany({
    where: { contactId: login.contactId },
    data: { validFrom: null, validTo: dateColumn("2020-01-01") },
  });
  await portal.goto("/my-information");
  await expect(portal.getByText("Mia Okafor")).toHaveCount(0);
  await theirs.close();
});

test("S3-46 an adult's name, contact and sign-in are their own", async ({ page, context, app }) => {
  const account = await make.account();
  const center = await make.center();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/clients/new");
  await page.getByLabel("Single person").check();
  await page.getByLabel("Name", { exact: true }).fill("Sam Ortiz");
  await page.getByLabel("Center").selectOption(center.id);
  const own = page.getByRole("group", { name: "Address and contact" });
  await own.getByLabel("E-mail").fill("sam.e2e@example.org");
  await page.getByLabel("Username").fill("sam-e2e");
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByRole("heading", { name: "Sam Ortiz", level: 1 })).toBeVisible();
  const login = await db.portalLogin.findFirstOrThrow({
    where: { username: "sam-e2e" },
    select: { contact: { select: { firstName: true, email: true } } },
  });
  expect(login.contact).toEqual({ firstName: "Sam", email: "sam.e2e@example.org" });
});
