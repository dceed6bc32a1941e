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
  const monday = page.getByRole("group", { name: "Monday" });
  await monday.getByLabel("From").selectOption("09:00");
  await monday.getByLabel("To", { exact: true }).selectOption("12:00");
  await page.getByRole("button", { name: "Save Availability" }).click();
  await expect(page.getByText("The availability is saved.")).toBeVisible();
  await page.reload();
  await expect(monday.getByLabel("From")).toHaveValue("09:00");

  // Cleared, the day means not available.
  await monday.getByRole("button", { name: "Clear" }).click();
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
