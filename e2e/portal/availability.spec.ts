import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("S3-20 S3-35 a client sets own hours under the own name, Account, Availability", async ({
  page,
  context,
  app,
}) => {
  const { client, login } = await make.clientWithOwner();
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto("/");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("dialog").getByRole("link", { name: "Account" }).click();
  await page.getByRole("navigation", { name: "Account pages" }).getByRole("link", { name: "Availability" }).click();
  await expect(page).toHaveURL(`${app.origin}/availability`);
  await expectNoAxeViolations(page);
  const cell = (name: string) => page.getByRole("gridcell", { name });
  await cell("Monday, 9:00 AM to 9:30 AM").hover();
  await page.mouse.down();
  await cell("Tuesday, 11:30 AM to 12:00 PM").hover();
  await page.mouse.up();
  await page.getByRole("button", { name: "Save Availability" }).click();
  await expect(page.getByText("The availability is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(12);

  // By keys: Tuesday's first half hour and the next are wiped.
  await cell("Tuesday, 9:00 AM to 9:30 AM").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByRole("gridcell", { selected: true })).toHaveCount(10);
  await page.getByRole("button", { name: "Exact Times" }).click();
  await expect(page.getByRole("group", { name: "Tuesday" }).getByLabel("From")).toHaveValue("10:00");

  // Cleared, the day means not available.
  for (const day of ["Monday", "Tuesday"])
    await page.getByRole("group", { name: day }).getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Save Availability" }).click();
  await expect(page.getByText("The availability is saved.")).toBeVisible();
  const hours = await db.availabilityInterval.count({ where: { schedule: { clientId: client.id } } });
  expect(hours).toBe(0);
});

test("another contact sees whose matter the hours are, and a stranger's client is not there", async ({
  page,
  context,
  app,
}) => {
  const { client } = await make.clientWithOwner();
  const other = await make.contact();
  await make.relationship({ clientId: client.id, contactId: other.id });
  const login = await make.portalLogin({ contactId: other.id });
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto("/availability");
  await expect(page.getByText("Availability is kept by somebody else")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save Availability" })).toHaveCount(0);
  const answer = await page.goto(`/availability?client=${client.id}`);
  expect(answer?.status()).toBe(404);
});
