import { readFileSync } from "node:fs";
import path from "node:path";
import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

test.use({ alone: "imports" });

const FIXTURES = path.resolve("lib/features/imports/fixtures");
const SLOW = { timeout: 60_000 };

async function staff(context: BrowserContext, app: App, { confirmed = true } = {}) {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed });
}

type Upload = string | { name: string; mimeType: string; buffer: Buffer };

const csv = (name: string, content: string): Upload => ({ name, mimeType: "text/csv", buffer: Buffer.from(content) });

async function upload(page: Page, file: Upload) {
  await page.goto("/staff/admin/import");
  await page.getByLabel("CSV file").setInputFiles(typeof file === "string" ? path.join(FIXTURES, file) : file);
  await page.getByRole("button", { name: "Upload File" }).click();
  await page.waitForURL(/\/staff\/admin\/import\/[0-9a-f-]{36}/, SLOW);
}

async function preview(page: Page, file: Upload) {
  await upload(page, file);
  await page.getByRole("button", { name: "Preview Import" }).click();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible(SLOW);
}

/** The sentence that stands there when the last row is done. */
const expectDone = (page: Page) => expect(page.getByText(/created or filled in\./).first()).toBeVisible(SLOW);

async function importFile(page: Page, file: Upload) {
  await preview(page, file);
  await page.getByRole("button", { name: /^Import \d/ }).click();
  await expectDone(page);
}

test.beforeEach(async () => {
  await db.$executeRaw`delete from operations`;
});

test("S2-62 staff bring an old system's clients in, look before anything is saved, and can take it all back", async ({
  page,
  context,
  app,
}) => {
  test.slow();
  await staff(context, app);
  await make.center({ name: "Main Center" });
  await upload(page, "legacy-clients.csv");
  await expect(page.getByLabel("What “Client ID” holds")).toHaveValue("client.number");
  await expect(page.getByLabel("What “Primary Counselor” holds")).toHaveValue("client.practitioner");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Preview Import" }).click();
  await expect(page.getByRole("button", { name: "Import 141 clients" })).toBeVisible(SLOW);
  await expect(page.getByText("16 pre-clients · 20 inactive · 212 contacts")).toBeVisible();
  await expect(page.getByLabel("Austin Center")).toBeChecked();
  expect(await db.client.count()).toBe(0);
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: "Import 141 clients" }).click();
  // The press must have arrived before the page is loaded anew.
  await expect(page.getByRole("button", { name: "Import 141 clients" })).toHaveCount(0);
  await page.reload();
  await expectDone(page);
  expect(await db.client.count()).toBe(141);
  await page.getByRole("link", { name: "LIBERTY TAX SERVICE (1001)" }).click();
  await expect(page.getByRole("heading", { name: "LIBERTY TAX SERVICE", level: 1 })).toBeVisible();

  await preview(page, "legacy-clients.csv");
  await expect(page.getByText("There is nothing to import")).toBeVisible();

  await page.goto("/staff/admin/operations");
  await page.getByRole("link", { name: "legacy-clients.csv" }).last().click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("The import was undone.")).toBeVisible(SLOW);
  expect([await db.client.count(), await db.contact.count(), await db.practitioner.count()]).toEqual([0, 0, 0]);
});

test("S2-62 S0-03 past sessions find their clients by number, and none is reportable with a pre-client", async ({
  page,
  context,
  app,
}) => {
  test.slow();
  await staff(context, app);
  await make.center({ name: "Old Center" });
  await importFile(page, "legacy-clients.csv");
  const { id, number } = await db.client.findFirstOrThrow({ where: { kind: "PRE_CLIENT" } });
  const claims = csv(
    "claims.csv",
    `Client ID,Date,Start,Funding Source,Reportable\n${number},03/15/2024,9:00 AM,SBA,Yes\n`,
  );
  await preview(page, claims);
  await expect(page.getByText("Sessions of pre-clients are not reportable").first()).toBeVisible();
  await page.getByRole("button", { name: /^Import \d/ }).click();
  await expectDone(page);
  expect(await db.attendance.count({ where: { clientId: id, reportable: true } })).toBe(0);
  await page.goto(`/staff/clients/${id}`);
  await expect(page.locator("s", { hasText: "SBA" }).first()).toBeVisible();

  await preview(page, "legacy-sessions.csv");
  await expect(page.getByRole("button", { name: "Import 549 sessions" })).toBeVisible();
  await page.getByRole("button", { name: "Import 549 sessions" }).click();
  await expectDone(page);
  expect(await db.session.count()).toBe(550);
});

test("IM-01 what is wrong with a file is said with its row and column, and what is right still comes in", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  await make.center({ name: "Third Center" });
  await upload(page, csv("twice.csv", "Client ID,Company,company\n9001,a,b\n"));
  await expect(page.getByText("This file cannot be imported as it is")).toBeVisible();
  await expect(page.getByText("Row 1, company: Two columns have this header.")).toBeVisible();

  const mixed = "Client ID,Company,Client Start Date\n9001,=1+1,2024-01-31\n9002,Abc,31.02.2024\n";
  await importFile(page, csv("mixed.csv", mixed));
  await expect(page.getByText("One row was refused")).toBeVisible();
  await page.getByRole("navigation", { name: "Which rows" }).getByRole("link", { name: "Refused" }).click();
  await expect(page.getByText("“31.02.2024” is a day that does not exist.")).toBeVisible();
  await expectNoAxeViolations(page);

  const results = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Results" }).click();
  const sheet = readFileSync(await (await results).path(), "utf8");
  expect(sheet).toContain(`"9001","'=1+1","2024-01-31","2","created",""`);
  expect(sheet).toContain(`"9002","Abc","31.02.2024","3","refused","“31.02.2024” is a day that does not exist."`);
});

test("the rows that were refused can be put right and imported alone", async ({ page, context, app }) => {
  await staff(context, app);
  await make.center({ name: "Fourth Center" });
  await importFile(
    page,
    csv("half.csv", "Client ID,Company,Client Start Date\n9101,Abc,2024-01-31\n9102,Def,31.02.2024\n"),
  );
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Refused Rows" }).click();
  const sheet = readFileSync(await (await download).path(), "utf8");
  expect(sheet).not.toContain("Abc");
  await importFile(page, csv("right.csv", sheet.replace("31.02.2024", "2024-02-28")));
  expect(await db.client.count({ where: { number: { in: ["9101", "9102"] } } })).toBe(2);
});

test("only staff who confirmed their password can import", async ({ page, context, app }) => {
  await staff(context, app, { confirmed: false });
  await page.goto("/staff/admin/import");
  await expect(page).toHaveURL(/\/staff\/confirm/);
  const refused = await page.request.post("/api/imports?name=a.csv", {
    data: "Client ID,Company\n1,a\n",
    headers: { origin: app.origin },
  });
  expect(refused.status()).toBe(403);
  expect(await db.operation.count()).toBe(0);
});
