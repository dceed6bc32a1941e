import { db } from "@/lib/platform/db/db";
import { make } from "../../prisma/factories/make";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("staff open or close booking in the portal for one client, and its people are told plainly", async ({
  app,
  browser,
  page,
  context,
}) => {
  const { client, login } = await make.clientWithOwner();
  await signInAs(context, { accountId: (await make.account()).id }, { origin: app.origin });
  const choose = async (option: string) => {
    await page.getByLabel(/ books$/).selectOption(option);
    await page.getByRole("button", { name: "Save" }).last().click();
    await expect(page.getByText("Saved.").first()).toBeVisible();
  };
  await page.goto(`/staff/clients/${client.id}/details`);
  await choose("Not at all");
  expect(await db.client.findUnique({ where: { id: client.id }, select: { portalBooking: true } })).toEqual({
    portalBooking: "OFF",
  });
  const own = await browser.newContext();
  await signInAs(own, { portalLoginId: login.id }, { origin: app.origin });
  const portal = await own.newPage();
  await portal.goto(`${app.origin}/sessions`);
  await portal.getByRole("link", { name: "Find a Time" }).click();
  await expect(portal.getByText(`Times for ${client.name} are planned together with us`)).toBeVisible();
  await own.close();
});
