import { readFileSync } from "node:fs";
import { make } from "@/prisma/factories/make";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("LG-01 an administrator finds who changed what from what to what, follows one record, and takes the entries along", async ({
  page,
  context,
  app,
}) => {
  const admin = await make.account({ role: "ADMINISTRATOR", firstName: "Ines", lastName: "Okafor" });
  const client = await make.client({ name: "Harbor Bicycle Repair", city: "Chicago" });
  await signInAs(context, { accountId: admin.id }, { origin: app.origin, confirmed: true });
  await page.goto(`/staff/clients/${client.id}/edit`);
  await page.getByLabel("City").fill("Evanston");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.waitForURL(`**/staff/clients/${client.id}`);

  await page.goto("/staff/admin");
  await page.getByRole("link", { name: "Audit" }).click();
  await page.getByLabel("Who", { exact: true }).selectOption("Ines Okafor");
  await page.getByLabel("What", { exact: true }).selectOption("Client edited");
  await page.getByRole("button", { name: "Show" }).press("Enter");
  const row = page.getByRole("row", { name: /Harbor Bicycle Repair/ });
  await expect(row).toContainText("City: Chicago → Evanston");
  await row.getByRole("link", { name: "Only this" }).click();
  await expect(page.getByText("Only entries about one record.")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(2);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export CSV" }).click();
  const sheet = readFileSync(await (await downloading).path(), "utf8")
    .trim()
    .split("\r\n");
  expect(sheet).toHaveLength(2);
  expect(sheet[1]).toContain("Ines Okafor");
  expect(sheet[1]).toContain('""to"":""Evanston""');
  await page.goto("/staff/admin/audit");
  await expect(page.getByRole("row", { name: /Audit exported/ })).toBeVisible();
});
