import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const OWN_PASSWORD = "seven grey herons waited";
const unique = () => Math.random().toString(36).slice(2, 8);

async function staff(context: BrowserContext, app: App) {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
}

/** Two contacts of one client who are one person, with the same address. */
async function twins() {
  const mark = unique();
  const email = `katherine.${mark}@mail.example`;
  const client = await make.client({ name: `Twin Bakery ${mark}` });
  const first = await make.contact({ firstName: "Katherine", lastName: `Twin${mark}`, email, phone: null });
  const second = await make.contact({
    firstName: "Catherine",
    lastName: `Twin${mark}`,
    email: email.toUpperCase(),
    phone: "+13125550177",
  });
  await make.relationship({ clientId: client.id, contactId: first.id, isPrimary: true, title: "Manager" });
  await make.relationship({ clientId: client.id, contactId: second.id, isOwner: true });
  return { client, first, second, email };
}

const groupOf = (page: Page, email: string) => page.getByRole("region", { name: new RegExp(`^${email}$`, "i") });

async function askForPasscode(page: Page, email: string) {
  await page.goto("/forgot-password");
  await page.getByLabel("Email address", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Send Passcode" }).click();
  await expect(page.getByRole("heading", { name: "Enter your passcode" })).toBeVisible();
}

async function signIn(page: Page, name: string, password: string) {
  await page.goto("/sign-in");
  await page.getByLabel("Email address or username").fill(name);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign In" }).click();
}

test("S2-04 S2-07 S2-08 S2-09 a blocked person is found in the report, merged by keyboard, and gets in straight after", async ({
  page,
  context,
  browser,
  app,
}) => {
  await staff(context, app);
  const { first, second, email, client } = await twins();
  const visitor = await browser.newPage({ baseURL: app.origin });
  const blocked = () => db.task.count({ where: { dedupeKey: { startsWith: "blocked-sign-in:" }, doneAt: null } });
  const before = await blocked();
  await askForPasscode(visitor, email);
  await expect.poll(blocked).toBeGreaterThan(before);

  await page.goto("/staff/admin/duplicates");
  const group = groupOf(page, email);
  await expect(group.getByText("2 people")).toBeVisible();
  await expect(group.getByText("Blocked sign-in")).toBeVisible();
  await expect(group.getByText(`${client.name} (Manager)`)).toBeVisible();
  await expectNoAxeViolations(page);
  await group.getByRole("link", { name: "Compare and Merge" }).press("Enter");

  await page
    .getByRole("radio", { name: /^Katherine Twin/ })
    .first()
    .check();
  const firstName = page.getByRole("radiogroup", { name: "First name" });
  await firstName.getByRole("radio", { checked: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(firstName.getByRole("radio", { name: /: Catherine$/ })).toBeChecked();
  // What the kept record lacks comes from the other one.
  await expect(
    page.getByRole("radiogroup", { name: "Phone" }).getByRole("radio", { checked: true }),
  ).toHaveAccessibleName(/555-0177/);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Merge" }).press("Enter");
  await expect(page.getByRole("heading", { name: /^Merged into Catherine/, level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo Merge" })).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await db.contact.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({ mergedIntoId: first.id });
  expect(await db.relationship.findMany({ where: { clientId: client.id } })).toMatchObject([
    { contactId: first.id, isPrimary: true, isOwner: true, title: "Manager" },
  ]);
  await page.goto(`/staff/contacts/${second.id}`);
  await expect(page).toHaveURL(`${app.origin}/staff/contacts/${first.id}`);
  await page.goto("/staff/admin/duplicates");
  await expect(groupOf(page, email)).toHaveCount(0);

  // The same passcode question as before is answered now; a minute has to pass between two of them.
  app.setTime(new Date(Date.now() + 5 * 60_000).toISOString());
  await askForPasscode(visitor, email);
  const mail = await app.mailTo(email, /passcode/i);
  await visitor.getByLabel("Passcode").fill(/(?<!\d)\d{8}(?!\d)/.exec(mail.text)?.[0] ?? "");
  await visitor.getByRole("button", { name: "Continue" }).click();
  await visitor.getByLabel("New password").fill(OWN_PASSWORD);
  await visitor.getByRole("button", { name: "Save Password" }).click();
  await expect(visitor).toHaveURL(`${app.origin}/`);
  await visitor.close();
});

test("a merge is taken back from its page, on a phone", async ({ page, context, app }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await staff(context, app);
  const { first, second } = await twins();
  await page.goto(`/staff/admin/duplicates/compare?id=${first.id}&id=${second.id}`);
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Merge" }).click();
  await page.getByRole("button", { name: "Undo Merge" }).click();
  await expect(page.getByText("until it was taken back")).toBeVisible();
  expect(await db.contact.count({ where: { id: { in: [first.id, second.id] }, deletedAt: null } })).toBe(2);
  expect(await db.relationship.count({ where: { contactId: { in: [first.id, second.id] } } })).toBe(2);
});

test("BK-11 two records of one client are found, become one field by field, and old link and number lead there", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const mark = unique();
  const place = { addressLine1: `${mark} Ohio Street`, postalCode: "62914", city: "Cairo" };
  const kept = await make.client({ name: `Ferry Bakery ${mark}`, phone: null, ...place });
  const gone = await make.client({ name: `Ferry Bakery ${mark} LLC`, phone: "+16185550144", ...place });
  await page.goto("/staff/admin/duplicates/clients");
  const group = page.getByRole("region", { name: new RegExp(mark) });
  await expect(group.getByText("2 records")).toBeVisible();
  await expectNoAxeViolations(page);
  await group.getByRole("link", { name: "Compare and Merge" }).click();
  const whose = page.getByRole("radiogroup", { name: "Whose record stays" });
  await whose.getByRole("radio", { name: new RegExp(kept.number) }).check();
  await page.getByRole("radiogroup", { name: "Name", exact: true }).getByRole("radio", { name: /LLC$/ }).check();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Merge" }).click();
  await expect(page.getByRole("heading", { name: `Merged into ${gone.name}`, level: 1 })).toBeVisible();
  await page.goto(`/staff/clients/${gone.number}`);
  await expect(page.getByRole("heading", { name: new RegExp(gone.name), level: 1 })).toBeVisible();
  expect(await db.client.findUniqueOrThrow({ where: { id: kept.id } })).toMatchObject({
    name: gone.name,
    phone: "+16185550144",
    number: kept.number,
  });
});

test("S2-11 S2-12 after a temporary password the duplicate is still reported, until the address is taken off it", async ({
  page,
  context,
  browser,
  app,
}) => {
  await staff(context, app);
  const { first, second, email } = await twins();
  await page.goto(`/staff/contacts/${first.id}`);
  await page.getByRole("button", { name: "Give Temporary Password" }).click();
  await page.getByRole("dialog").getByLabel("Password", { exact: true }).fill("marble window 1972");
  await page.getByRole("button", { name: "Give Password" }).click();
  await expect(page.getByRole("dialog").getByText("Tell Katherine")).toBeVisible();

  const visitor = await browser.newPage({ baseURL: app.origin });
  await signIn(visitor, email, "marble window 1972");
  await visitor.getByLabel("New password").fill(OWN_PASSWORD);
  await visitor.getByRole("button", { name: "Save Password" }).click();
  await expect(visitor).toHaveURL(`${app.origin}/`);
  await visitor.close();

  await page.goto("/staff/admin/duplicates");
  await expect(groupOf(page, email).getByText("2 people")).toBeVisible();

  // S2-10: the address stays with one of them.
  await page.goto(`/staff/contacts/${second.id}`);
  await page.getByRole("button", { name: "Remove E-mail" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove E-mail" }).click();
  await expect.poll(async () => (await db.contact.findUniqueOrThrow({ where: { id: second.id } })).email).toBeNull();
  await page.goto("/staff/admin/duplicates");
  await expect(groupOf(page, email)).toHaveCount(0);
});

test("people who are not duplicates are told apart, at once taken back, and found in the list of decisions", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { email } = await twins();
  await page.goto("/staff/admin/duplicates");
  await groupOf(page, email).getByRole("button", { name: "Not a Duplicate" }).click();
  await expect(groupOf(page, email)).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(groupOf(page, email)).toBeVisible();
  await groupOf(page, email).getByRole("button", { name: "Not a Duplicate" }).click();
  await expect(groupOf(page, email)).toHaveCount(0);
  await page.getByRole("link", { name: "Not Duplicates" }).click();
  await expect(page.getByRole("heading", { name: "Not Duplicates", level: 1 })).toBeVisible();
  await expectNoAxeViolations(page);
  await page
    .getByRole("row", { name: new RegExp(email, "i") })
    .getByRole("button", { name: /^Show .* as duplicates again$/ })
    .click();
  await expect(page.getByText("They are shown as duplicates again").first()).toBeVisible();
  await page.goto("/staff/admin/duplicates?reason=name");
  await expect(page.getByRole("region", { name: /Twin Bakery/ }).first()).toBeVisible();
});
