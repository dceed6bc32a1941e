import { readFile } from "node:fs/promises";
import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

async function staff(context: BrowserContext, app: App) {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
}

const names = (page: Page) => page.locator("tbody tr [data-row-link]").allInnerTexts();
const unique = () => Math.random().toString(36).slice(2, 8);

test("S0-01 S0-02 S0-08 S0-09 staff add a pre-client company and a single person; the system gives the numbers", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const center = await make.center();
  await page.goto("/staff/clients");
  await page.getByRole("link", { name: "New Client" }).first().click();
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await page.getByRole("radio", { name: "Pre-client" }).check();
  await page.getByLabel("Purpose").selectOption({ label: "Resource organization" });
  await page.getByLabel("Name", { exact: true }).fill("Lakeside Chamber of Commerce");
  await page.getByLabel("Center").selectOption(center.id);
  await page.getByLabel("City").fill("Evanston");
  const contact = page.getByRole("group", { name: "Contact 1" });
  await contact.getByLabel("First name").fill("Ines");
  await contact.getByLabel("Last name").fill("Moreau");
  await contact.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Add Client" }).click();
  // What was typed stays, and the next press saves.
  await expect(contact.getByLabel("E-mail")).toBeFocused();
  await expect(page.getByLabel("City")).toHaveValue("Evanston");
  await contact.getByLabel("E-mail").fill("ines@lakeside.example");
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByRole("heading", { name: "Lakeside Chamber of Commerce", level: 1 })).toBeVisible();
  await expect(page.getByText(/^@\d+$/).first()).toBeVisible();
  await expect(page.getByText("Pre-client · Resource organization")).toBeVisible();
  await expect(page.getByRole("link", { name: "Ines Moreau" })).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).first().click();
  await expect(page.getByLabel("Number")).toBeDisabled();

  await page.goto("/staff/clients/new");
  await page.getByRole("radio", { name: "Single person" }).check();
  await page.getByLabel("Name", { exact: true }).fill("Noor van Dijk");
  await page.getByLabel("Center").selectOption(center.id);
  await page.getByRole("button", { name: "Add Client" }).click();
  await expect(page.getByRole("heading", { name: "Noor van Dijk", level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: "Noor van Dijk" })).toBeVisible();
  await page.reload();
  await expectNoAxeViolations(page);
});

test("S0-11 S0-12 the Open Clients link of the home page lists active pre-clients and leaves out inactive ones", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const tag = unique();
  await make.client({ name: `Open Lead ${tag}`, kind: "PRE_CLIENT", purpose: "LEAD" });
  await make.client({ name: `Closed Lead ${tag}`, kind: "PRE_CLIENT", standing: "INACTIVE" });
  await page.goto("/staff");
  await page.getByRole("link", { name: "Open Clients" }).click();
  await expect(page.getByRole("heading", { name: "Open Clients", level: 1 })).toBeVisible();
  await page.getByRole("searchbox", { name: "Name, number, e-mail or phone" }).fill(tag);
  await page.getByRole("button", { name: "Search" }).last().click();
  await expect(page).toHaveURL(new RegExp(`q=${tag}`));
  expect(await names(page)).toEqual([`Open Lead ${tag}`]);
});

test("S2-47 S2-48 S2-49 a filter is built by keyboard, read in words, copied, and gone back from", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const tag = unique();
  const [center, practitioner] = await Promise.all([make.center({ name: `Center ${tag}` }), make.practitioner()]);
  const busy = await make.client({ name: `Busy ${tag}`, centerId: center.id });
  await make.client({ name: `Idle ${tag}`, centerId: center.id });
  const startsAt = new Date("2026-02-10T18:00:00Z");
  await make.session({ clientId: busy.id, practitionerId: practitioner.id, centerId: center.id, startsAt });

  await page.goto("/staff/clients");
  await page.getByRole("button", { name: "Filter" }).press("Enter");
  await page.getByRole("menuitem", { name: "New" }).press("Enter");
  const first = page.getByRole("group", { name: "Condition 1" });
  await first.getByLabel("What").selectOption({ label: "Center" });
  await page.getByRole("button", { name: "Apply Filter" }).press("Enter");
  await expect(page.getByText("Give a value, or remove the condition.")).toBeVisible();
  await first.getByRole("checkbox", { name: `Center ${tag}` }).press("Space");
  await page.getByRole("button", { name: "Add Condition" }).press("Enter");
  const second = page.getByRole("group", { name: "Condition 2" });
  await second.getByLabel("What").selectOption({ label: "Activity" });
  await second.getByRole("spinbutton", { name: /month.*From/ }).pressSequentially("02012026");
  await second.getByRole("spinbutton", { name: /month.*Until/ }).pressSequentially("02282026");
  await page.getByRole("button", { name: "Apply Filter" }).press("Enter");
  await expect(
    page.getByText(`Center is Center ${tag} and had activity between Feb 1, 2026 and Feb 28, 2026`),
  ).toBeVisible();
  expect(await names(page)).toEqual([`Busy ${tag}`]);
  await expectNoAxeViolations(page);

  const other = await context.newPage();
  await other.goto(page.url());
  expect(await names(other)).toEqual([`Busy ${tag}`]);
  await other.close();

  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("menuitem", { name: "Edit this filter" }).click();
  await page.getByRole("group", { name: "Condition 2" }).getByLabel("How").selectOption({ label: "had none" });
  await page.getByRole("button", { name: "Apply Filter" }).click();
  await expect(page.getByText(/and no activity between Feb 1/)).toBeVisible();
  expect(await names(page)).toEqual([`Idle ${tag}`]);
  await page.goBack();
  await page.goBack();
  await expect(page.getByText(/and had activity between Feb 1/)).toBeVisible();
  expect(await names(page)).toEqual([`Busy ${tag}`]);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(`${app.origin}/staff/clients`);
});

test("S2-50 S2-51 a filter is saved, shared, found by a colleague with the same rows, changed and deleted", async ({
  page,
  context,
  browser,
  app,
}) => {
  await staff(context, app);
  const tag = unique();
  const center = await make.center();
  await make.client({ name: `Kept ${tag}`, centerId: center.id });
  await page.goto(`/staff/clients?q=${tag}`);
  expect(await names(page)).toEqual([`Kept ${tag}`]);
  await page.getByRole("button", { name: "Save As…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(`My ${tag}`);
  await page.getByRole("dialog").getByLabel("Share with everybody on the team").check();
  await page.getByRole("dialog").getByRole("button", { name: "Save Filter" }).click();
  await expect(page).toHaveURL(/saved=/);
  await expect(page.getByText(`My ${tag}`)).toBeVisible();

  const colleague = await browser.newContext({ baseURL: app.origin });
  await staff(colleague, app);
  const theirs = await colleague.newPage();
  await theirs.goto("/staff/clients");
  await theirs.getByRole("button", { name: "Filter" }).click();
  await theirs.getByRole("menuitem", { name: `My ${tag}` }).click();
  await expect(theirs).toHaveURL(/saved=/);
  expect(await names(theirs)).toEqual([`Kept ${tag}`]);
  await expect(theirs.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await colleague.close();

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(`${app.origin}/staff/clients`);
  expect(await db.savedFilter.count({ where: { name: `My ${tag}` } })).toBe(0);
});

test("S2-22 S2-46 S2-52 staff list clients with no practitioner or an inactive one and email the listed set", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const tag = unique();
  const gone = await make.practitioner({ firstName: "Gone", lastName: tag, status: "INACTIVE" });
  await make.client({ name: `Left Behind ${tag}`, practitionerId: gone.id });
  await make.client({ name: `Served ${tag}`, practitionerId: (await make.practitioner()).id });
  await page.goto("/staff/practitioners");
  await page.getByRole("link", { name: /with no Counselor or an inactive one/ }).click();
  await page.getByRole("searchbox", { name: "Name, number, e-mail or phone" }).fill(tag);
  await page.getByRole("button", { name: "Search" }).last().click();
  await expect(page).toHaveURL(new RegExp(`q=${tag}`));
  expect(await names(page)).toEqual([`Left Behind ${tag}`]);
  await expect(page.getByRole("row").filter({ hasText: `Gone ${tag}` })).toContainText("inactive");
  const email = page.getByRole("link", { name: "Email" });
  await expect(email).toHaveAttribute("href", new RegExp(`/staff/mailings/new\\?all=true&filter=.+&q=${tag}`));
});

test("S3-06 staff tick all that match, untick some, and change the status of the rest", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const tag = unique();
  const [centerId, statusId] = await Promise.all([make.center().then(({ id }) => id), make.statusId("ACTIVE")]);
  await db.client.createMany({
    data: Array.from({ length: 53 }, (_, index) => ({
      number: `${tag}${index}`,
      name: `Many ${tag} ${String(index).padStart(2, "0")}`,
      centerId,
      statusId,
    })),
  });
  await page.goto(`/staff/clients?q=${tag}`);
  await page.getByRole("checkbox", { name: "Select all rows on this page" }).check();
  await page.getByRole("button", { name: "Select all 53" }).click();
  await page.getByRole("checkbox", { name: `Select Many ${tag} 00` }).uncheck();
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.locator("tbody tr")).toHaveCount(3);
  await page.getByRole("checkbox", { name: `Select Many ${tag} 52` }).uncheck();
  await expect(page.getByText("51 selected")).toBeVisible();
  await page.getByRole("link", { name: "Update Clients" }).click();
  await page.getByLabel("Field").selectOption("Status");
  await page.getByLabel("New value").selectOption("Inactive");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Update 51 Records" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible({ timeout: 20_000 });
  const left = await db.client.findMany({
    where: { name: { startsWith: `Many ${tag}` }, statusId },
    orderBy: { name: "asc" },
    select: { name: true },
  });
  expect(left.map(({ name }) => name)).toEqual([`Many ${tag} 00`, `Many ${tag} 52`]);
});

test("a list filtered to nothing says so, and an address that was tampered with lists nobody", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  await page.goto("/staff/clients?q=nobodyiscalledthis");
  await expect(page.getByRole("heading", { name: "Nothing matches" })).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).last().click();
  await expect(page).toHaveURL(`${app.origin}/staff/clients`);
  await page.goto("/staff/clients?filter=tampered");
  await expect(page.getByText("The filter in this address cannot be read, so nothing is listed.")).toBeVisible();
  await expect(page.locator("tbody tr")).toHaveCount(0);
});

test("a record is found from anywhere by a few letters with a typing error, and opened with Enter", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { client, contact } = await make.clientWithOwner();
  await db.contact.update({ where: { id: contact.id }, data: { firstName: "Wilhelmina", lastName: "Zuckerberg" } });
  await page.goto("/staff/tasks");
  await page.keyboard.press("/");
  await page.getByRole("dialog").getByRole("searchbox").pressSequentially("zuckerbreg");
  const hit = page.getByRole("menuitem", { name: /Wilhelmina Zuckerberg/ }).first();
  await expect(hit).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/staff/contacts/${contact.id}`));
  const answer = await page.request.get(`/api/live/search?q=${encodeURIComponent(client.name)}`);
  expect(JSON.stringify(await answer.json())).toContain(client.id);
});

test("a practitioner lists only those they serve and is offered nothing to change", async ({ page, context, app }) => {
  const tag = unique();
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const mine = await make.client({ name: `Mine ${tag}`, practitionerId: practitioner.id });
  const foreign = await make.client({ name: `Foreign ${tag}` });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto(`/staff/clients?q=${tag}`);
  expect(await names(page)).toEqual([`Mine ${tag}`]);
  await expect(page.getByRole("link", { name: /New Client|Email/ })).toHaveCount(0);
  await page.goto(`/staff/clients/${mine.id}`);
  await expect(page.getByRole("button", { name: "More" })).toHaveCount(0);
  expect((await page.goto(`/staff/clients/${foreign.id}`))?.status()).toBe(404);
});

test("every column of the list fits a desk, however long the names are", async ({ page, context, app }) => {
  await staff(context, app);
  const tag = unique();
  const center = await make.center({ name: `Upper Peninsula and Northern Lakes Center ${tag}` });
  const practitioner = await make.practitioner({ firstName: "Maximiliana", lastName: "Featherstonehaugh" });
  const { client, contact } = await make.clientWithOwner({
    name: `Consolidated Manufacturing and Distribution ${tag}`,
    centerId: center.id,
    practitionerId: practitioner.id,
  });
  await db.contact.update({
    where: { id: contact.id },
    data: { email: `an.unusually.long.address.${tag}@example.org` },
  });
  await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: center.id });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/staff/clients?q=${tag}`);
  await expect(page.getByRole("link", { name: client.name })).toBeVisible();
  const beyond = await page
    .getByRole("region", { name: "Clients" })
    .evaluate((region) => region.scrollWidth - region.clientWidth);
  expect(beyond).toBe(0);
});

test("a list leaves as a sheet once the password was confirmed a moment ago, and the door leads back to the list", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { name } = await make.client({ name: `Taken Out ${unique()}` });
  const list = `/staff/clients?q=${encodeURIComponent(name)}`;
  await page.goto(list);
  const take = async () => {
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Export as a Sheet" }).click();
  };
  await take();
  await expect(page).toHaveURL(/\/staff\/confirm/);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name })).toBeVisible();
  const download = page.waitForEvent("download");
  await take();
  expect(await readFile(await (await download).path(), "utf8")).toContain(name);
  expect(
    await db.historyEntry.count({
      where: { kind: "list.exported", data: { path: ["address"], string_contains: name.slice(-6) } },
    }),
  ).toBe(1);
});
