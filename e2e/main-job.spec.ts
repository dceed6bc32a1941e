import path from "node:path";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { PASSWORD } from "@/prisma/factories/people";
import { ROOT } from "../lib/tools/project.mjs";
import type { App } from "./support/app";
import { expect, type Page, test } from "./support/test";

test.use({ alone: "main job" });

// The job the product exists for, once through every room, in the real pages: an old system's export becomes clients who
// look after themselves, and staff see all of it.

const FIXTURES = path.join(ROOT, "lib/features/imports/fixtures");
const OWN_PASSWORD = "seven grey herons waited";

async function signInToBackOffice(page: Page, email: string) {
  await page.goto("/staff/sign-in");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign In" }).click();
  await expect(page.getByRole("heading", { name: "Home", level: 1 })).toBeVisible();
}

async function confirmPassword(page: Page) {
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Import", level: 1 })).toBeVisible();
}

async function importFile(page: Page, file: string, { imported }: { imported: RegExp }) {
  await page.goto("/staff/admin/import");
  await page.getByLabel("CSV file").setInputFiles(path.join(FIXTURES, file));
  await page.getByRole("button", { name: "Upload File" }).click();
  await page.getByRole("button", { name: "Preview Import" }).click();
  const submit = page.getByRole("button", { name: imported });
  await expect(submit).toBeVisible({ timeout: 60_000 });
  await submit.click();
  await expect(page.getByText(/^Imported: |records were created or filled in/).first()).toBeVisible({
    timeout: 60_000,
  });
}

async function getIn(page: Page, app: App, email: string) {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Forgot Password" }).click();
  await page.getByLabel("Email address", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Send Passcode" }).click();
  const mail = await app.mailTo(email, /passcode/i);
  await page.getByLabel("Passcode").fill(/(?<!\d)\d{8}(?!\d)/.exec(mail.text)?.[0] ?? "");
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByLabel("New password").fill(OWN_PASSWORD);
  await page.getByRole("button", { name: "Save Password" }).click();
  await expect(page).toHaveURL(`${app.origin}/`);
}

/** Addresses that more than one living contact has. */
async function sharedAddresses() {
  return db.$queryRaw<{ email: string; people: number }[]>`
    SELECT email::text AS email, count(*)::int AS people FROM contacts
    WHERE deleted_at IS NULL AND email IS NOT NULL GROUP BY contacts.email HAVING count(*) > 1 ORDER BY 1`;
}

test("S2-62 S2-07 S2-08 S2-09 S2-46 S2-54 S2-59 S2-37 S2-43 S2-44 S2-45 S3-20 the whole job, from an old export to the data stream", async ({
  page,
  browser,
  app,
}) => {
  test.setTimeout(300_000);
  const administrator = await make.account({ role: "ADMINISTRATOR", email: "administrator@lakes.example" });
  await db.setting.create({ data: { key: "mail", value: { postalAddress: "1 Main Street, Chicago, IL 60601" } } });
  await make.agreementText({
    number: 1,
    title: "Client Agreement",
    body: "We advise you.\n\nYou keep your appointments.",
  });

  await test.step("the clients and their past sessions are imported", async () => {
    await signInToBackOffice(page, administrator.email);
    await page.goto("/staff/admin/import");
    await confirmPassword(page);
    await importFile(page, "legacy-clients.csv", { imported: /^Import 141 / });
    await importFile(page, "legacy-sessions.csv", { imported: /^Import 549 / });
    expect(await db.client.count()).toBe(141);
    expect(await db.client.count({ where: { kind: "PRE_CLIENT" } })).toBe(16);
    expect(await db.client.count({ where: { status: { standing: "INACTIVE" } } })).toBe(20);
    expect(await db.session.count()).toBe(549);
    expect(await db.contact.count({ where: { email: null } })).toBe(13);
    const noted = await db.operationRow.count({
      where: { reasons: { array_contains: [{ code: "email_unreadable" }] } },
    });
    expect(noted).toBe(2);
  });

  const shared = await sharedAddresses();
  const [first] = shared;
  if (!first) throw new Error("the export has shared addresses");

  await test.step("a person with a shared address is not let in, and staff see the duplicates", async () => {
    expect(shared).toHaveLength(6);
    const visitor = await browser.newPage({ baseURL: app.origin });
    await visitor.goto("/forgot-password");
    await visitor.getByLabel("Email address", { exact: true }).fill(first.email);
    await visitor.getByRole("button", { name: "Send Passcode" }).click();
    await expect(visitor.getByRole("heading", { name: "Enter your passcode" })).toBeVisible();
    await expect.poll(() => db.task.count({ where: { dedupeKey: { startsWith: "blocked-sign-in" } } })).toBe(1);
    expect(app.mailbox().filter((mail) => mail.to === first.email)).toEqual([]);
    await visitor.close();
    await page.goto("/staff/admin/duplicates");
    await expect(page.getByText(first.email, { exact: false }).first()).toBeVisible();
  });

  await test.step("the duplicates are merged", async () => {
    for (let left = shared.length; left > 0; left -= 1) {
      await page.goto("/staff/admin/duplicates");
      await page.getByRole("link", { name: "Compare and Merge" }).first().click();
      await page.getByRole("button", { name: "Merge", exact: true }).click();
      await expect(page.getByRole("heading", { name: /^Merged into/, level: 1 })).toBeVisible();
    }
    expect(await sharedAddresses()).toEqual([]);
  });

  await test.step("clients are picked with a filter and mailed an introduction", async () => {
    const active = await db.client.count({ where: { status: { standing: "ACTIVE" } } });
    await page.goto("/staff/clients?view=open");
    await expect(page.getByText(new RegExp(`${active} records`))).toBeVisible();
    await page.getByRole("link", { name: "Email", exact: true }).click();
    await page.getByLabel("Subject", { exact: true }).fill("Your new client portal at [CENTER_NAME]");
    await page.getByRole("textbox", { name: "Body", exact: true }).click();
    await page.keyboard.type("You can now look after your own details. Go to the portal and choose Forgot Password.");
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("radio", { name: /The primary point of contact/ })).toBeChecked();
    await page.getByRole("button", { name: "Continue to Review" }).click();
    await expect(page.getByText("Nothing has been sent yet.")).toBeVisible();
    await page.getByRole("button", { name: /^Send to \d+ People$/ }).click();
    await expect
      .poll(() => app.mailbox().filter(({ subject }) => /new client portal/.test(subject)).length, { timeout: 90_000 })
      .toBeGreaterThan(80);
    const addresses = app
      .mailbox()
      .filter(({ subject }) => /new client portal/.test(subject))
      .map(({ to }) => to);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  await test.step("a client gets in, corrects, signs, books and says when", async () => {
    const phone = await browser.newContext({
      baseURL: app.origin,
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      reducedMotion: "reduce",
    });
    const client = await phone.newPage();
    const contact = await db.contact.findFirstOrThrow({
      where: { email: first.email, deletedAt: null },
      include: { relationships: { include: { client: true }, where: { isPrimary: true } } },
    });
    const company = contact.relationships[0]?.client;
    if (!company) throw new Error("the merged person is a primary contact");
    await make.trainingEvent({ title: "Bookkeeping Basics", centerId: company.centerId });
    await getIn(client, app, first.email);
    await client.getByRole("navigation").getByRole("link", { name: "My Information" }).first().click();
    const details = client
      .locator("section")
      .filter({ has: client.getByRole("heading", { name: `About ${company.name}` }) });
    await details.getByLabel("City").fill("Evanston");
    await details.getByRole("button", { name: "Save Company Details" }).click();
    await expect(client.getByText("Your changes are saved.").first()).toBeVisible();
    await client.getByRole("navigation").getByRole("link", { name: "Sign Agreement" }).first().click();
    // The old system's signature came along; the portal offers the present text.
    await client.getByText("Read and Sign the Current Version").click();
    await client.getByLabel("I have read the agreement to the end").check();
    await client.getByLabel("Your full name").fill(`${contact.firstName} ${contact.lastName}`);
    await client.getByLabel(/I sign this agreement for/).check();
    await client.getByRole("button", { name: "Sign Agreement" }).click();
    await expect(client.getByText("The agreement is signed").first()).toBeVisible();
    await client.getByRole("navigation").getByRole("link", { name: "Training Events" }).first().click();
    await client.getByRole("link", { name: "Bookkeeping Basics" }).click();
    await client.getByRole("button", { name: "Sign Up" }).click();
    await expect(client.getByText("You have a place", { exact: true })).toBeVisible();
    await client.getByRole("navigation").getByRole("link", { name: "Availability" }).first().click();
    // A finger taps the first and the last half hour.
    await client.getByRole("gridcell", { name: "Monday, 9:00 AM to 9:30 AM" }).tap();
    await client.getByRole("gridcell", { name: "Monday, 11:30 AM to 12:00 PM" }).tap();
    await client.getByRole("button", { name: "Save Availability" }).click();
    await expect(client.getByText("The availability is saved.")).toBeVisible();
    await phone.close();

    await page.goto(`/staff/clients/${company.id}`);
    for (const happened of [/changed/, /signed/, /signed up|Bookkeeping Basics/, /availab/i]) {
      await expect(page.getByRole("list", { name: "Data stream" }).getByText(happened).first()).toBeVisible();
    }
    await page.goto("/staff");
    await expect(
      page
        .getByRole("list", { name: "Data stream" })
        .getByText(/Bookkeeping Basics/)
        .first(),
    ).toBeVisible();
  });
});
