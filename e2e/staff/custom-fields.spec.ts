import { readFileSync } from "node:fs";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

test.use({ alone: "custom-fields" });

// Other tests of this database know nothing of fields of the organization's own.
test.afterEach(async () => {
  await db.customField.updateMany({ where: { archivedAt: null }, data: { archivedAt: new Date(), mandatory: false } });
});

async function add(page: Page, { label, type, choices = [] }: { label: string; type: string; choices?: string[] }) {
  await page.getByLabel("Name", { exact: true }).fill(label);
  await page.getByLabel("What it holds").selectOption({ label: type });
  for (const [index, choice] of choices.entries())
    await page.getByLabel(`Choice ${index + 1}`, { exact: true }).fill(choice);
  await page.getByRole("button", { name: "Add Field" }).click();
  await expect(page.getByRole("button", { name: `Edit ${label}` })).toBeVisible();
}

test("S0-20 a choice and a date that an administrator adds are there in the form, on the record, in history, filter, import and export", async ({
  page,
  context,
  app,
}) => {
  test.slow();
  const account = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  const { id, name, centerId } = await make.client({ name: "Wavy Bakery" });
  await make.client({ name: "Calm Bakery", centerId });

  await page.goto("/staff/admin/configuration/fields");
  await expect(page.getByText("No fields of your own yet")).toBeVisible();
  await page.getByLabel("What it holds").selectOption({ label: "Choice" });
  await page.getByLabel("Name", { exact: true }).fill("Wave");
  await page.getByRole("button", { name: "Add Field" }).click();
  await expect(page.getByLabel("Choice 1", { exact: true })).toBeFocused();
  await add(page, { label: "Wave", type: "Choice", choices: ["First", "Second"] });
  await add(page, { label: "Opened", type: "Date" });
  await page.getByRole("button", { name: "Move Opened up" }).click();
  await expect(page.getByRole("button", { name: "Move Opened up" })).toBeDisabled();
  await expectNoAxeViolations(page);

  await page.goto(`/staff/clients/${id}/edit`);
  await page.getByLabel("Wave").selectOption({ label: "Second" });
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${id}$`));
  await expect(page.getByRole("term").filter({ hasText: "Wave" }).locator("xpath=following-sibling::dd")).toHaveText(
    "Second",
  );
  await expect(page.getByText(/changed Wave/)).toBeVisible();

  await page.goto("/staff/clients?edit=filter");
  await page.getByLabel("What", { exact: true }).selectOption({ label: "Wave" });
  await page.getByRole("checkbox", { name: "Second" }).check();
  await page.getByRole("button", { name: "Apply" }).click();
  await expect(page.getByText("Wave is Second")).toBeVisible();
  await expect(page.locator("tbody tr [data-row-link]")).toHaveText([name]);

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Export as a Sheet" }).click();
  const sheet = readFileSync(await (await download).path(), "utf8");
  const [header = "", ...lines] = sheet.trim().split("\r\n");
  expect(header.endsWith('"Opened","Wave"')).toBe(true);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/"Wavy Bakery".*"","Second"$/);

  await page.goto("/staff/admin/import");
  const file = {
    name: "own.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("Client Name,Wave,Opened\nNew Mill,Third,\n"),
  };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("button", { name: "Upload File" }).click();
  await expect(page.getByLabel("What “Wave” holds").locator("option:checked")).toHaveText("Wave");
  await expect(page.getByLabel("What “Opened” holds").locator("option:checked")).toHaveText("Opened");
  await page.getByRole("button", { name: "Preview Import" }).click();
  await expect(page.getByText("Wave: “Third” is none of the choices of this field.")).toBeVisible({ timeout: 60_000 });
});

test("S0-19 S4-09 a prospect becomes a client with what every client must have, which is named and focused; a pre-client needs none of it", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await make.center();
  const field = { recordKind: "client", type: "text", label: "Sector code", mandatory: true };
  await db.customField.create({ data: field });
  const prospect = await make.prospect({});
  await page.goto(`/staff/prospects/${prospect.id}/convert`);
  await page.getByLabel("Center").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText("Sector code is missing.").first()).toBeVisible();
  await expect(page.getByLabel("Sector code")).toBeFocused();
  await expectNoAxeViolations(page);
  await page.getByRole("radio", { name: "Pre-client" }).check();
  await expect(page.getByLabel("Sector code")).toBeHidden();
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page).toHaveURL(/\/staff\/clients\/[0-9a-f-]{36}$/);
  const { clientId } = await db.conversion.findUniqueOrThrow({ where: { prospectId: prospect.id } });
  expect(await db.client.findUniqueOrThrow({ where: { id: clientId } })).toMatchObject({ kind: "PRE_CLIENT" });
});
