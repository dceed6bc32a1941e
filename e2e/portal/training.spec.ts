import { readFileSync } from "node:fs";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { linkIn } from "../support/mailbox";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const STARTS = new Date("2031-03-18T23:00:00Z");
const event = (options: Parameters<typeof make.trainingEvent>[0] = {}) =>
  make.trainingEvent({ title: "Cash Flow Basics", startsAt: STARTS, ...options });

const mainMenu = (page: Page) => page.getByRole("navigation").getByRole("link", { name: "Training Events" });

async function calendarOf(app: App, address: string, subject: RegExp) {
  const mail = await app.mailTo(address, subject);
  const [file] = mail.attachments;
  return { mail, calendar: file ? readFileSync(file.path, "utf8") : "" };
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("S2-02 S2-45 a client signs up from the menu and gets the date for the calendar, in the event's zone", async ({
    page,
    context,
    app,
  }) => {
    const { title } = await event({ title: "Marketing on a Small Budget" });
    const { contact, login, client } = await make.clientWithOwner();
    await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
    await page.goto("/");
    await mainMenu(page).click();
    await expectNoAxeViolations(page);
    await page.getByRole("link", { name: title }).click();
    await expect(page.getByText("Tuesday, March 18, 2031, 6:00 – 8:00 PM CDT")).toBeVisible();
    await page.getByRole("button", { name: "Sign Up" }).click();
    await expect(page.getByText("You have a place", { exact: true })).toBeVisible();
    await page.reload();
    await expectNoAxeViolations(page);

    const { mail, calendar } = await calendarOf(app, contact.email ?? "", /You have a place/);
    expect(mail.text).toContain("Tuesday, March 18, 2031, 6:00 – 8:00 PM CDT");
    expect(calendar).toContain("DTSTART:20310318T230000Z");
    expect(await db.streamEntry.count({ where: { clientId: client.id, kind: "registration.made" } })).toBe(1);

    await mainMenu(page).click();
    await expect(page.getByRole("heading", { name: "Your places" })).toBeVisible();
    await page.getByRole("link", { name: title }).first().click();
    await page.getByRole("button", { name: "Cancel My Place" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel My Place" }).click();
    await expect(page.getByRole("button", { name: "Sign Up" })).toBeVisible();
  });
});

test("S2-45 anybody signs up for a public event; the last place goes once, and a cancelled one to the next in line", async ({
  page,
  app,
}) => {
  const { id, title } = await event({ audience: "PUBLIC", capacity: 1 });
  const signUp = async (name: string, email: string, button: string) => {
    await page.goto(`/training-events/${id}`);
    await page.getByLabel("Your name").fill(name);
    await page.getByLabel("Your email address").fill(email);
    await page.getByRole("button", { name: button }).click();
  };
  await page.goto("/training-events");
  await expect(page.getByRole("link", { name: title })).toBeVisible();
  await expectNoAxeViolations(page);
  await signUp("Gus Guest", "not an address", "Sign Up");
  await expect(page.getByLabel("Your email address")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Your name")).toHaveValue("Gus Guest");
  await signUp("Gus Guest", "gus@example.org", "Sign Up");
  await expect(page.getByText("You have a place", { exact: true })).toBeVisible();
  await signUp("Wanda Waits", "wanda@example.org", "Join the Waiting List");
  await expect(page.getByText("You are on the waiting list", { exact: true })).toBeVisible();

  const { mail } = await calendarOf(app, "gus@example.org", /You have a place/);
  const link = linkIn(mail, /\/training-events\/cancel\//);
  for (let looks = 0; looks < 5; looks += 1) expect((await fetch(link)).status).toBe(200);
  expect(await db.registration.count({ where: { eventId: id, status: "CONFIRMED", email: "gus@example.org" } })).toBe(
    1,
  );
  await page.goto(link);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Cancel the Place" }).click();
  await expect(page.getByText("The place is cancelled", { exact: true })).toBeVisible();

  const promoted = await calendarOf(app, "wanda@example.org", /A place is free/);
  expect(promoted.calendar).toContain("METHOD:REQUEST");
  const cancelled = await calendarOf(app, "gus@example.org", /Place cancelled/);
  expect(cancelled.calendar).toContain("METHOD:CANCEL");
});

test("S2-45 people who are not signed in neither find nor open what is meant for clients", async ({ page }) => {
  const forClients = await event({ title: "For clients alone" });
  const draft = await event({ title: "Not ready yet", status: "DRAFT", audience: "PUBLIC" });
  await page.goto("/training-events");
  await expect(page.getByRole("heading", { name: "Coming events" })).toBeVisible();
  await expect(page.getByText(/For clients alone|Not ready yet/)).toHaveCount(0);
  for (const { id } of [forClients, draft]) {
    const answer = await page.goto(`/training-events/${id}`);
    expect(answer?.status()).toBe(404);
  }
});

test("S2-45 a Spanish-speaking client signs up in Spanish", async ({ page, context, app }) => {
  const { id } = await event({
    title: "Flujo de caja",
    description: "Traiga sus preguntas.",
    location: "Calle Mayor 1",
  });
  const { contact, login } = await make.clientWithOwner({ language: "es" });
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto(`/training-events/${id}`);
  await expect(page.getByText("martes, 18 de marzo de 2031")).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/\b(Sign|Up|Places|When|Where|the)\b/);
  await page.getByRole("button", { name: "Inscribirme" }).click();
  await expect(page.getByText("Tiene un lugar", { exact: true })).toBeVisible();
  const mail = await app.mailTo(contact.email ?? "");
  expect(mail.text).not.toMatch(/\b(Hello|You|place|March)\b/);
});
