import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test.use({ viewport: { width: 360, height: 780 } });

test("S3-47 BK-05 a practitioner plans a series with a client assigned to them and no other, moves the rest of it, and calls it off", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ accountId: account.id });
  const client = await make.client({ name: "Assigned Ceramics" });
  await make.client({ name: "Nobody's Ceramics" });
  await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: practitioner.id } });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });

  await page.goto("/staff/sessions/new?startsAt=2032-03-02T15:00:00Z");
  const finder = page.getByRole("combobox", { name: "Clients" });
  await finder.fill("Ceramics");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("option", { name: /Assigned Ceramics/ }).click();
  await page.getByLabel("Repeats").selectOption("week");
  await page.getByLabel("How many").fill("4");
  await page.getByRole("button", { name: "Add Session" }).click();
  await expect(page.getByText("One of a series.")).toBeVisible();

  const where = { attendances: { some: { clientId: client.id } } };
  const planned = () => db.session.findMany({ where, orderBy: { startsAt: "asc" } });
  const second = (await planned())[1];
  await page.goto(`/staff/sessions/${second?.id}`);
  await page.getByRole("link", { name: "Change Series" }).click();
  await page.getByLabel("This one and those after it").check();
  await expect(page.getByText("3 Sessions")).toBeVisible();
  const hour = page.getByRole("group", { name: "Start" }).getByRole("spinbutton").first();
  await hour.fill("10");
  await page.getByRole("button", { name: "Show All Dates" }).click();
  await expect(page.getByText("3 dates, all of them free.")).toBeVisible();
  await expect(page.getByText(/^before: Mar 9, 2032/)).toBeVisible();
  await expectNoAxeViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole("button", { name: "Save Changes" }).click();
  await expect(page.getByText(/changed 3 sessions of a series/)).toBeVisible();
  const walls = (await planned()).map(({ wallStartsAt }) => wallStartsAt?.toISOString().slice(5, 16));
  expect(walls).toEqual(["03-02T09:00", "03-09T10:00", "03-16T10:00", "03-23T10:00"]);

  await page.getByRole("button", { name: "Cancel Session" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("All to come").check();
  await dialog.getByLabel("Reason").fill("Moved away");
  await dialog.getByRole("button", { name: "Cancel Session" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  expect((await planned()).map(({ status }) => status.slice(0, 1)).join("")).toBe("BCCC");
});
