import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const SLOW = { timeout: 20_000 };

test("many places of an event are cancelled together: looked at first, the line moves up, and they are registered again", async ({
  app,
  context,
  page,
}) => {
  const { id: accountId } = await make.account();
  const event = await make.trainingEvent({ capacity: 2, seatsTaken: 2 });
  const people = ["Ana Abt", "Ben Bahr", "Cleo Carl"];
  for (const [place, name] of people.entries())
    await db.registration.create({
      data: {
        ...{ eventId: event.id, name, email: `${name.slice(0, 3).toLowerCase()}-${event.id}@example.org` },
        ...{ status: place < 2 ? "CONFIRMED" : "WAITING", createdAt: new Date(Date.now() + place) },
      },
    });
  const statusOf = async () =>
    (await db.registration.findMany({ where: { eventId: event.id }, orderBy: { place: "asc" } })).map(
      ({ name, status }) => `${name} ${status}`,
    );
  await signInAs(context, { accountId }, { origin: app.origin, confirmed: true });
  await page.goto(`/staff/events/${event.id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Update Registrations" }).click();
  await page.getByLabel("Field").selectOption("Place");
  await page.getByRole("checkbox", { name: "Select Cleo Carl" }).uncheck();
  await page.getByLabel("New value").selectOption("Cancelled");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("button", { name: "Update 2 Records" })).toBeVisible();
  expect(await statusOf()).toEqual(["Ana Abt CONFIRMED", "Ben Bahr CONFIRMED", "Cleo Carl WAITING"]);
  await page.getByRole("button", { name: "Update 2 Records" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible(SLOW);
  expect(await statusOf()).toEqual(["Ana Abt CANCELLED", "Ben Bahr CANCELLED", "Cleo Carl CONFIRMED"]);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await statusOf()).slice(3), SLOW).toEqual(["Ana Abt CONFIRMED", "Ben Bahr WAITING"]);
  const { seatsTaken } = await db.trainingEvent.findUniqueOrThrow({ where: { id: event.id } });
  expect(seatsTaken).toBe(2);
});
