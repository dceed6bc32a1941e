import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const STARTS = new Date("2031-03-18T23:00:00Z");

async function staff(context: BrowserContext, app: App) {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
}

const card = (page: Page, title: RegExp) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });

test("staff make an event, publish it, register a contact by search, and the contact hears of it", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const center = await make.center({ name: "Aurora Center" });
  const { client, contact } = await make.clientWithOwner({ name: "Maple Street Bakery" });
  await db.contact.update({ where: { id: contact.id }, data: { firstName: "Zoë", lastName: "Quintanilla" } });

  await page.goto("/staff/events");
  await page.getByRole("link", { name: "New Event" }).first().click();
  await page.getByRole("button", { name: "Add Event" }).click();
  await expect(page.getByLabel("Title")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Title").fill("Cash Flow Basics");
  await page.getByLabel("Center").selectOption(center.id);
  await page.getByLabel("Place", { exact: true }).fill("Room 2");
  await page.getByRole("button", { name: "Add Event" }).click();
  await expect(page.getByRole("heading", { name: "Cash Flow Basics", level: 1 })).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published", { exact: true })).toBeVisible();

  await page.getByRole("searchbox", { name: "Register somebody" }).fill("quintan");
  await page.getByRole("button", { name: "Find" }).click();
  const found = page.getByRole("listitem").filter({ hasText: "Zoë Quintanilla" });
  await found.getByRole("button", { name: "Register" }).click();
  await expect(
    card(page, /^Confirmed/)
      .getByRole("row")
      .filter({ hasText: "Zoë Quintanilla" }),
  ).toBeVisible();
  await expectNoAxeViolations(page);
  await app.mailTo(contact.email ?? "", /You have a place: Cash Flow Basics/);
  expect(await db.streamEntry.count({ where: { clientId: client.id, kind: "registration.made" } })).toBe(1);
});

test("staff see who waits in order, confirm and cancel places, and cannot offer fewer than are taken", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const event = await make.trainingEvent({ startsAt: STARTS, capacity: 2, audience: "PUBLIC", seatsTaken: 2 });
  const register = (name: string, status: "CONFIRMED" | "WAITING") =>
    db.registration.create({
      data: {
        eventId: event.id,
        name,
        email: `${name.toLowerCase()}@example.org`,
        status,
        createdAt: new Date("2031-01-01T00:00:00Z"),
      },
    });
  await register("Ana", "CONFIRMED");
  await register("Ben", "CONFIRMED");
  await register("Cleo", "WAITING");
  await register("Dan", "WAITING");

  await page.goto(`/staff/events/${event.id}`);
  await expect(
    card(page, /^Waiting list/)
      .getByRole("row")
      .nth(1),
  ).toContainText("Cleo");
  const row = (title: RegExp, name: string) => card(page, title).getByRole("row").filter({ hasText: name });
  await row(/^Waiting list/, "Dan")
    .getByRole("button", { name: "Confirm" })
    .click();
  await expect(page.getByText("All 2 places are taken.").first()).toBeVisible();

  await row(/^Confirmed/, "Ana")
    .getByRole("button", { name: "Cancel" })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel the place of Ana" }).click();
  await expect(row(/^Confirmed/, "Cleo")).toBeVisible();
  await expect(row(/^Cancelled/, "Ana")).toBeVisible();
  await app.mailTo("cleo@example.org", /A place is free/);

  await page.getByRole("link", { name: "Edit" }).click();
  const places = page.getByRole("textbox", { name: "Places" });
  await places.fill("1");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("2 places are taken.").first()).toBeVisible();
  await places.fill("3");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(row(/^Confirmed/, "Dan")).toBeVisible();

  await page.getByRole("link", { name: "Print Roster" }).click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("row").filter({ hasText: "Cleo" })).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
});

test("staff cancel an event, and everybody who had or wanted a place is told why", async ({ page, context, app }) => {
  await staff(context, app);
  const event = await make.trainingEvent({ startsAt: STARTS, capacity: 1, audience: "PUBLIC" });
  await page.goto(`/training-events/${event.id}`);
  await context.clearCookies();
  for (const [name, button] of [
    ["Gus", "Sign Up"],
    ["Wanda", "Join the Waiting List"],
  ] as const) {
    await page.goto(`/training-events/${event.id}`);
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("Your email address").fill(`${name.toLowerCase()}.cancelled@example.org`);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByText(/^You (have a place|are on the waiting list)$/)).toBeVisible();
  }
  await staff(context, app);
  await page.goto(`/staff/events/${event.id}`);
  await page.getByRole("button", { name: "Cancel Event" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("2 people are told by mail.");
  await dialog.getByLabel("Reason (part of the mail)").fill("The trainer is ill.");
  await dialog.getByRole("button", { name: "Cancel Event" }).click();
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  for (const name of ["gus", "wanda"]) {
    const mail = await app.mailTo(`${name}.cancelled@example.org`, /^Cancelled:/);
    expect(mail.text).toContain("The trainer is ill.");
  }
});
