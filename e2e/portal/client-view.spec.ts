import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("staff see the portal as an owner would, and whatever they press there is refused by the server", async ({
  page,
  context,
  app,
}) => {
  const { client, contact, login } = await make.clientWithOwner({ name: "Blue Heron Coffee", city: "Chicago" });
  const staff = await make.account();
  await signInAs(context, { accountId: staff.id }, { origin: app.origin });
  await page.goto(`/staff/clients/${client.id}/portal`);
  await page.getByRole("button", { name: `See the portal as ${contact.firstName}` }).click();
  await expect(page).toHaveURL(`${app.origin}/`);
  const bar = page.getByRole("region", { name: "Looking as a client" });
  await expect(bar).toContainText(`You see what ${contact.firstName} ${contact.lastName} sees.`);
  await expectNoAxeViolations(page);

  await page.goto("/my-information");
  await page.getByLabel("City").fill("Evanston");
  await page.getByRole("button", { name: "Save Company Details" }).click();
  await expect(page.getByText("You only look at what the client sees.").first()).toBeVisible();
  await expect(page.getByLabel("City")).toHaveValue("Evanston");
  expect(await db.client.findUniqueOrThrow({ where: { id: client.id } })).toMatchObject({ city: "Chicago" });
  expect((await page.goto("/account"))?.status()).toBe(404);

  await page.goto("/");
  await bar.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(`${app.origin}/staff/clients/${client.id}/portal`);
  await page.goto("/");
  await expect(page).toHaveURL(`${app.origin}/staff`);
  expect(await db.signIn.count({ where: { portalLoginId: login.id } })).toBe(0);
  await page.goto(`/staff/clients/${client.id}`);
  await expect(page.getByText("looked at the portal as").first()).toBeVisible();
});
