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

/** A framed part of the page by its heading. */
const card = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** Fills in the form of a session that took place in March, and comes back to the client's page. */
async function recordSession(page: Page, { practitioner, source }: { practitioner: string; source: string }) {
  const form = new URL(page.url());
  await page.goto(`${form.pathname}${form.search}&startsAt=2026-03-10T19:30:00Z`);
  await page.getByRole("combobox", { name: "Counselors" }).fill(practitioner);
  await page.getByRole("option", { name: practitioner }).click();
  await page.getByLabel("Funding source").selectOption({ label: source });
  await page.getByRole("button", { name: "Add Session" }).click();
  await expect(page.getByText("Held", { exact: true })).toBeVisible();
  await page.goto(`/staff/clients/${form.searchParams.get("client")}`);
}

test("S0-03 S0-04 S0-05 a session with a pre-client is not reportable, says why, and is struck through in the stream", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const preClient = await make.client({ kind: "PRE_CLIENT", purpose: "LEAD" });
  const practitioner = await make.practitioner({ firstName: "Dana", lastName: "Whitfield" });
  const source = await make.fundingSource();
  await page.goto(`/staff/clients/${preClient.id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Add Session" }).click();
  await expect(page.getByLabel("Reportable")).toBeDisabled();
  await expect(page.getByText(/Sessions with a Pre-client are never reportable/)).toBeVisible();
  await expectNoAxeViolations(page);
  await recordSession(page, {
    practitioner: `${practitioner.firstName} ${practitioner.lastName}`,
    source: `${source.identifier} – ${source.name}`,
  });
  const attendance = await db.attendance.findFirstOrThrow({ where: { clientId: preClient.id } });
  expect(attendance.reportable).toBe(false);
  const mark = card(page, "Data stream").locator("s", { hasText: source.identifier });
  await expect(mark).toHaveCSS("text-decoration-line", "line-through");
  await expect(mark).toHaveClass(/text-danger/);
  await expect(card(page, "Data stream")).toContainText("(not reportable)");
});

test("S0-06 S3-28 S3-29 a reportable session shows its funding source plainly and assigns its practitioner", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const [before, holder] = await Promise.all([
    make.practitioner({ firstName: "Pre", lastName: "Assigned" }),
    make.practitioner({ firstName: "Really", lastName: "There" }),
  ]);
  const client = await make.client();
  const source = await make.fundingSource();
  await page.goto(`/staff/clients/${client.id}/edit`);
  await page.getByLabel("Counselor", { exact: true }).selectOption(before.id);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Counselors").getByRole("link", { name: "Pre Assigned" })).toBeVisible();
  await page.getByRole("link", { name: "Add Session" }).click();
  await expect(page.getByLabel("Reportable")).toBeChecked();
  await recordSession(page, { practitioner: "Really There", source: `${source.identifier} – ${source.name}` });
  await expect(card(page, "Counselors").getByRole("link", { name: "Really There" })).toBeVisible();
  const stream = card(page, "Data stream");
  await expect(stream.getByText(source.identifier)).toBeVisible();
  await expect(stream.locator("s")).toHaveCount(0);
  await expect(stream).toContainText("(reportable)");
  expect(await db.clientPractitioner.count({ where: { clientId: client.id, practitionerId: holder.id } })).toBe(1);
});

test("S3-09 S3-11 nobody records a session with an inactive client; active again, they can", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const client = await make.client({ standing: "INACTIVE" });
  await page.goto(`/staff/clients/${client.id}`);
  await expect(page.getByRole("link", { name: "Add Session" })).toHaveCount(0);
  await page.getByRole("button", { name: "More" }).click();
  await expect(page.getByRole("menuitem", { name: /Add Session/ })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("menuitem", { name: "Change Status" }).click();
  await page.getByRole("radio", { name: "Active", exact: true }).check();
  await page.getByRole("button", { name: "Save Status" }).click();
  await expect(page.getByRole("link", { name: "Add Session" })).toBeVisible();
  await expect(card(page, "Data stream")).toContainText("changed the status from Inactive to Active");
});

test("S3-31 S3-32 S3-33 S3-34 S3-36 staff set the weekly hours, several a day, and clear a day", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}/edit`);
  await page.getByRole("link", { name: "Availability" }).click();
  await page.getByRole("button", { name: "Exact Times" }).click();
  const monday = page.getByRole("group", { name: "Monday" });
  await monday.getByLabel("From", { exact: true }).selectOption({ label: "12:00 PM" });
  await monday.getByLabel("To", { exact: true }).selectOption({ label: "9:00 AM" });
  await page.getByRole("button", { name: "Save Availability" }).click();
  await expect(monday.getByText("The end must come after the start.")).toBeVisible();
  await expect(monday.getByLabel("To", { exact: true })).toBeFocused();
  await monday.getByLabel("To", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "Save Availability" }).click();
  await expect(monday.getByText("Give an end time too, or clear the start.")).toBeVisible();
  await monday.getByLabel("To", { exact: true }).selectOption({ label: "2:00 PM" });
  await monday.getByRole("button", { name: "Add Hours" }).press("Enter");
  await monday.getByLabel("From, row 2").selectOption({ label: "8:00 PM" });
  await monday.getByLabel("To, row 2").selectOption({ label: "12:00 AM (midnight)" });
  await monday.getByRole("button", { name: "Copy to All Days" }).click();
  await page.getByRole("group", { name: "Sunday" }).getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Save Availability" }).click();
  await expect(page.getByText("The availability is saved.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Exact Times" }).click();
  await expect(page.getByRole("group", { name: "Saturday" }).getByLabel("To, row 2")).toHaveValue("24:00");
  await expect(page.getByRole("group", { name: "Sunday" }).getByLabel("From", { exact: true })).toHaveValue("");
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(360);
});

test("S2-60 More, Email of one client leads to the same screens for that client only", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { client } = await make.clientWithOwner();
  await page.goto(`/staff/clients/${client.id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Email" }).click();
  await expect(page).toHaveURL(/\/staff\/mailings\//);
});

test("S3-57 S3-39 notes under Additional Information are staff's, and no practitioner sees them", async ({
  page,
  context,
  browser,
  app,
}) => {
  await staff(context, app);
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const client = await make.client({ practitionerId: practitioner.id });
  await page.goto(`/staff/clients/${client.id}/edit`);
  const notes = card(page, "Additional Information");
  await notes.getByLabel("Notes").fill("Pays late, be kind");
  await notes.getByRole("button", { name: "Save Notes" }).click();
  await expect(page.getByText("The notes are saved.")).toBeVisible();
  await page.goto(`/staff/clients/${client.id}`);
  await expect(card(page, "Additional Information").getByLabel("Notes")).toHaveValue("Pays late, be kind");

  const theirs = await browser.newContext({ baseURL: app.origin });
  await signInAs(theirs, { accountId: account.id }, { origin: app.origin });
  const seen = await theirs.newPage();
  await seen.goto(`/staff/clients/${client.id}`);
  await expect(seen.getByRole("heading", { name: client.name, level: 1 })).toBeVisible();
  expect(await seen.content()).not.toContain("Pays late");
  await theirs.close();
});

test("S4-37 S2-10 S2-20 a client has one primary contact, more are added later with what they are to it, and an address is taken off a duplicate", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const { client, contact } = await make.clientWithOwner();
  await page.goto(`/staff/clients/${client.id}/contacts`);
  const add = card(page, "Add a new contact");
  await add.getByLabel("First name").fill("Second");
  await add.getByLabel("Last name").fill("Person");
  await add.getByLabel("E-mail").fill(contact.email ?? "");
  await add.getByRole("button", { name: "Add Contact" }).click();
  const change = page.getByRole("button", { name: "Change", exact: true });
  const second = page.getByRole("listitem").filter({ hasText: "Second Person" }).filter({ has: change });
  await expect(second).toBeVisible();
  await second.getByRole("button", { name: "Make Primary" }).click();
  await expect(second.getByText("Primary contact")).toBeVisible();
  expect(await db.relationship.count({ where: { clientId: client.id, isPrimary: true } })).toBe(1);
  await second.getByRole("button", { name: "Change", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Supervisor").check();
  await dialog.getByLabel("Accounts payable").check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Supervisor")).toBeVisible();
  await expect(second.getByText("Accounts payable")).toBeVisible();
  await page.reload();
  await expectNoAxeViolations(page);

  await second.getByRole("link", { name: "Second Person" }).click();
  await page.getByRole("button", { name: "Remove E-mail" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove E-mail" }).click();
  await expect(page.getByText("No first address")).toBeVisible();
  expect(await db.contact.count({ where: { email: contact.email } })).toBe(1);
});

test("S2-21 practitioners and centers show which contact details letters would miss", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  const practitioner = await make.practitioner({ firstName: "Bare", lastName: "Bones", email: null, phone: null });
  const center = await make.center({ email: null, website: null });
  await page.goto("/staff/practitioners");
  const row = page.getByRole("row").filter({ hasText: "Bare Bones" });
  await expect(row).toContainText("Missing: e-mail and phone");
  await page.goto(`/staff/practitioners/${practitioner.id}/edit`);
  await page.getByLabel("E-mail").fill("bare@bones.example");
  await page.getByLabel("Phone").fill("312-555-0199");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Complete", { exact: true })).toBeVisible();
  await page.goto("/staff/admin/centers");
  await expect(page.getByRole("row").filter({ hasText: center.name })).toContainText("Missing: e-mail and website");
  await page.goto("/staff/mailings/completeness");
  const gaps = page.getByRole("row").filter({ hasText: center.name });
  await expect(gaps).toContainText("Center: website");
  await gaps.getByRole("link").click();
  await expect(page.getByLabel("Website")).toHaveValue("");
  await expectNoAxeViolations(page);
});

test("S1-09 S1-10 S1-11 S1-12 S1-14 S1-15 S1-16 an administrator finds a practitioner by the center and the clients by their number, and makes the record inactive: offered nowhere, still named everywhere", async ({
  page,
  context,
  app,
}) => {
  const { id: accountId } = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId }, { origin: app.origin, confirmed: true });
  const center = await make.center({ name: "Center of Wanda" });
  const own = await make.account({ role: "PRACTITIONER" });
  const known = { firstName: "Wanda", lastName: "Wane" };
  const wanda = await make.practitioner({ ...known, centerId: center.id, accountId: own.id });
  await make.practitioner({ firstName: "Will", lastName: "Wax", centerId: center.id });
  await make.practitioner({ firstName: "Elsewhere", lastName: "Entirely" });
  const theirs = { centerId: center.id, practitionerId: wanda.id };
  const client = await make.client({ ...theirs, name: "Theirs Alone" });
  await make.client({ ...theirs, name: "Theirs Too" });
  await make.client({ centerId: center.id, name: "Not Theirs" });
  await make.session({ ...theirs, clientId: client.id, startsAt: new Date(Date.now() - 20 * 86_400_000) });
  const listed = page.locator("tbody tr [data-row-link]");

  await page.goto("/staff/admin/centers");
  await page.getByRole("link", { name: center.name }).click();
  await page.getByRole("link", { name: "2 active Counselors" }).click();
  await expect(page.getByText("At Center of Wanda")).toBeVisible();
  await expect(listed).toContainText(["Wanda Wane", "Will Wax"]);
  await expect(listed).toHaveCount(2);
  await page.getByRole("link", { name: "Wanda Wane" }).click();
  await page.getByRole("link", { name: "2 Clients", exact: true }).click();
  await expect(listed).toHaveText(["Theirs Alone", "Theirs Too"]);

  await page.goto(`/staff/practitioners/${wanda.id}`);
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByLabel("Status").selectOption("Inactive");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The account of Wanda Wane is still active")).toBeVisible();
  await page.goto("/staff/clients/new");
  await expect(page.locator("option", { hasText: "Will Wax" })).not.toHaveCount(0);
  await expect(page.locator("option", { hasText: "Wanda Wane" })).toHaveCount(0);
  await page.goto("/staff/sessions/new");
  await page.getByRole("combobox", { name: "Counselors" }).fill("Wa");
  await expect(page.getByRole("option", { name: "Will Wax" })).toBeVisible();
  await expect(page.getByRole("option", { name: "Wanda Wane" })).toHaveCount(0);
  await page.goto(`/staff/practitioners?center=${center.id}`);
  await expect(listed).toContainText(["Will Wax"]);
  await page.getByRole("link", { name: "Inactive" }).click();
  await expect(listed).toContainText(["Wanda Wane"]);
  await page.goto(`/staff/clients/${client.id}/sessions`);
  await expect(page.getByText("Wanda Wane").first()).toBeVisible();
});
