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

test("S3-20 on the phone and in Spanish a client sets a season and a day over the usual week, and takes one away", async ({
  app,
  browser,
}) => {
  const { client, contact, login } = await make.clientWithOwner();
  await db.contact.update({ where: { id: contact.id }, data: { language: "es" } });
  const phone = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await signInAs(phone, { portalLoginId: login.id }, { origin: app.origin });
  const page = await phone.newPage();
  await page.goto(`${app.origin}/availability`);
  const year = new Date().getUTCFullYear() + 1;
  const typeDay = async (group: string, day: string) => {
    await page.getByRole("group", { name: group }).getByRole("spinbutton").first().click();
    await page.keyboard.type(day);
  };
  await page.getByRole("link", { name: "Agregar una temporada" }).click();
  await expect(page.getByRole("heading", { name: "Horario de una temporada" })).toBeVisible();
  await page.getByLabel("Nombre").fill("Cosecha");
  await typeDay("Primer día", `0109${year}`);
  await typeDay("Último día", `3110${year}`);
  await page.getByRole("button", { name: "Guardar horario" }).click();
  const list = page.getByRole("list", { name: "Otro horario en algunos días" });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(list).toContainText("Cosecha");
  await page.getByRole("link", { name: "Agregar un día" }).click();
  await typeDay("Día", `2412${year}`);
  await page.getByRole("button", { name: "Guardar horario" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expectNoAxeViolations(page);
  const kept = await db.availabilitySchedule.findMany({
    where: { clientId: client.id },
    select: { kind: true, firstDay: true, label: true },
    orderBy: { firstDay: "asc" },
  });
  expect(kept).toMatchObject([
    { kind: "RANGE", label: "Cosecha", firstDay: new Date(`${year}-09-01T00:00:00Z`) },
    { kind: "DAY", label: null, firstDay: new Date(`${year}-12-24T00:00:00Z`) },
  ]);
  await list.getByRole("button", { name: /^Quitar Cosecha/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Quitar" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  const stranger = await make.client();
  expect((await page.goto(`${app.origin}/availability?client=${stranger.id}&add=day`))?.status()).toBe(404);
  await phone.close();
});
