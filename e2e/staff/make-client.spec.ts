import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

async function staff(context: BrowserContext, app: App) {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
}

async function more(page: Page, entry: string) {
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

/** The administrator asks for these of every client; what was asked before comes back afterwards. */
async function mandatory(fields: readonly string[]) {
  const value = { mandatory: [...fields] };
  await db.setting.upsert({
    where: { key: "clientFields" },
    create: { key: "clientFields", value },
    update: { value },
  });
}

test.afterEach(() => mandatory([]));

test("S0-16 S0-17 S0-18 S0-25 S0-26 a pre-client is made a client today, and its old number still finds it", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const center = await make.center({ timeZone: "Pacific/Kiritimati" });
  const { id, number, name } = await make.client({ kind: "PRE_CLIENT", purpose: "LEAD", centerId: center.id });
  await page.goto(`/staff/clients/${id}`);
  await more(page, "Make Client");
  await expect(page.getByRole("heading", { name: "Make Client" })).toBeVisible();
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Kiritimati" }).format(new Date());
  await expect(page.locator('input[name="signedOn"]').first()).toHaveValue(today);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Make Client" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${id}$`));
  const made = await db.client.findUniqueOrThrow({ where: { id } });
  expect(made).toMatchObject({ kind: "CLIENT", number: number.slice(1) });
  await expect(page.getByText(`made ${name} a client: ${number} became ${made.number}`)).toBeVisible();
  await expect(page.getByText(`Made a client: the number is ${made.number} now.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: "Change Status" })).toBeVisible();
  await expect(page.getByRole("menuitem", { name: "Make Client", exact: true })).toHaveCount(0);

  await page.goto(`/staff/clients/${id}/history`);
  await expect(page.getByRole("row", { name: `Number ${number} ${made.number} Ada Account` })).toBeVisible();
  const entry = await db.historyEntry.findFirstOrThrow({ where: { subjectId: id, kind: "client.made" } });
  expect(entry.data).toMatchObject({ oldNumber: number, newNumber: made.number, signedOn: today });

  await page.goto(`/staff/clients/${number}`);
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await page.goto(`/staff/clients?q=${encodeURIComponent(number)}`);
  await expect(page.locator("tbody tr [data-row-link]")).toHaveText([name]);

  await page.goto(`/staff/clients/${id}`);
  await more(page, "Undo Make Client");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Undo Make Client" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${id}$`));
  await expect(page.getByText(`took Make Client back: ${made.number} is ${number} again`)).toBeVisible();
});

test("S0-17 a practitioner is not offered Make Client", async ({ page, context, app }) => {
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const { id } = await make.client({ kind: "PRE_CLIENT", practitionerId: practitioner.id });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto(`/staff/clients/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: "More" })).toHaveCount(0);
  const answer = await page.goto(`/staff/clients/${id}/make-client`);
  expect(answer?.status()).toBe(404);
});

test("S0-19 S0-21 S4-40 what is missing is named, the first is focused, and the record says it, too", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  await mandatory(["phone", "city"]);
  const { id } = await make.client({ kind: "PRE_CLIENT", purpose: "LEAD" });
  await page.goto(`/staff/clients/${id}/make-client`);
  await page.getByRole("button", { name: "Make Client" }).click();
  const problem = page.getByRole("alert").filter({ hasText: "A Client needs more than this." });
  await expect(problem).toContainText("City is missing.");
  await expect(problem).toContainText("Phone is missing.");
  await expect(page.getByLabel("City")).toBeFocused();
  await page.getByLabel("City").fill("Peoria");
  await page.getByLabel("Phone").fill("309-555-0100");
  await page.getByRole("button", { name: "Make Client" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${id}$`));
  expect(await db.client.findUniqueOrThrow({ where: { id } })).toMatchObject({ kind: "CLIENT", city: "Peoria" });

  await mandatory(["website"]);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Must have" })).toBeVisible();
  await page.getByRole("link", { name: "Website" }).click();
  await expect(page.getByLabel("Website")).toBeFocused();
  await page.getByLabel("Website").fill("looms.example");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Must have" })).toHaveCount(0);
});

test("S0-20 an administrator chooses which fields are mandatory", async ({ page, context, app }) => {
  const account = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/admin/configuration/fields");
  await page.getByLabel("Industry").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto("/staff/clients/new");
  await page.getByLabel("Name", { exact: true }).fill("Without Industry");
  await page.getByLabel("Center").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByLabel("Industry")).toBeFocused();
  await page.getByLabel("Pre-client", { exact: true }).check();
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByRole("heading", { name: "Without Industry", level: 1 })).toBeVisible();
});

test("S0-22 S0-23 S0-24 S0-07 earlier sessions stay as they were and are made reportable one by one, later ones are so from the start", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const practitioner = await make.practitioner();
  const { id, centerId } = await make.client({ kind: "PRE_CLIENT", purpose: "LEAD" });
  const source = await make.fundingSource();
  for (const hour of ["09", "11"]) {
    const startsAt = new Date(`2026-03-02T${hour}:00:00-06:00`);
    await make.session({ clientId: id, practitionerId: practitioner.id, centerId, startsAt, fundingSource: source });
  }
  const [earlier, later] = await db.attendance.findMany({ where: { clientId: id }, orderBy: { startsAt: "asc" } });
  await db.attendance.update({ where: { id: later?.id ?? "" }, data: { noShow: true } });
  await page.goto(`/staff/clients/${id}/make-client`);
  await expect(page.getByText("The 2 earlier sessions stay as they are.")).toBeVisible();
  await page.getByRole("button", { name: "Make Client" }).click();
  await expect(page.getByRole("heading", { name: "Sessions from before it was a Client" })).toBeVisible();
  await expect(page.getByText("The client did not come.")).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await db.attendance.count({ where: { clientId: id, reportable: true } })).toBe(0);
  await page.getByRole("button", { name: /^Make Reportable/ }).click();
  await expect(page.getByRole("button", { name: /^Take back/ })).toBeVisible();
  expect(await db.attendance.findUniqueOrThrow({ where: { id: earlier?.id ?? "" } })).toMatchObject({
    reportable: true,
  });
  expect(await db.attendance.count({ where: { clientId: id, reportable: true } })).toBe(1);
  await more(page, "Undo Make Client");
  await expect(page.getByRole("heading", { name: "This cannot be undone any more" })).toBeVisible();
  await expect(page.getByText("1 earlier Session was made reportable.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto(`/staff/sessions/new?client=${id}&practitioner=${practitioner.id}&startsAt=2032-03-10T19:30:00Z`);
  await expect(page.getByLabel("Reportable")).toBeChecked();
  await page.getByRole("button", { name: "Add Session" }).click();
  await expect(page.getByText("Booked", { exact: true })).toBeVisible();
  expect(await db.attendance.count({ where: { clientId: id, reportable: true } })).toBe(2);
});

test("S0-10 S0-13 S0-14 S0-15 pre-clients are marked as leads or resources, listed apart, and switched inactive", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { id } = await make.client({ kind: "PRE_CLIENT", purpose: "LEAD", name: "First Savings of Peoria" });
  await page.goto(`/staff/clients/${id}/edit`);
  await page.getByLabel("Purpose").selectOption("Resource organization");
  await page.getByLabel("Kind of resource").selectOption("Bank");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Pre-client · Bank")).toBeVisible();
  const listed = page.getByRole("row").filter({ hasText: "First Savings of Peoria" });
  await page.goto("/staff/clients");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("menuitem", { name: "Resource organizations" }).click();
  await expect(listed).toBeVisible();
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("menuitem", { name: "Leads" }).click();
  await expect(page).toHaveURL(/filter=/);
  await expect(listed).toHaveCount(0);
  await page.goto(`/staff/clients/${id}/status`);
  await page.getByLabel("Inactive").check();
  await page.getByRole("button", { name: "Save Status" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${id}$`));
  await page.goto("/staff/clients?view=open&q=First+Savings+of+Peoria");
  await expect(listed).toHaveCount(0);
});
