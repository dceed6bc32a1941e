import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

/** An owner with a practitioner staff assigned, one from a session, a session ahead and one behind. */
async function world() {
  const assigned = await make.practitioner({ firstName: "Nadia", lastName: "Assigned", phone: "+13125550177" });
  const { client, login } = await make.clientWithOwner();
  await db.clientPractitioner.create({ data: { clientId: client.id, practitionerId: assigned.id } });
  const paula = await make.practitioner({ firstName: "Paula", lastName: "Price" });
  const { centerId } = client;
  const sessionOf = (days: number) =>
    make.session({
      ...{ clientId: client.id, practitionerId: paula.id, centerId, notes: "never for the client" },
      startsAt: new Date(Date.now() + days * 86_400_000),
    });
  const ahead = await sessionOf(9);
  const past = await sessionOf(-9);
  const planned = { meetingLink: "https://meet.example.org/paula", timeZone: "America/New_York" };
  const notes = { staffNotes: "never for the client either", sharedNotes: "Bring the lease." };
  await db.session.update({ where: { id: ahead.id }, data: { status: "BOOKED", ...planned, ...notes } });
  await db.session.update({ where: { id: past.id }, data: { sharedNotes: "We looked at the plan." } });
  return { login };
}

test("S3-21 S3-22 S3-26 S3-30 a client finds the next session, the history, and everybody who works with them", async ({
  page,
  context,
  app,
}) => {
  const { login } = await world();
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/");
  await expect(page.getByRole("article").getByText("With Paula Price")).toBeVisible();
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Sessions/ })
    .click();
  const ahead = page.getByRole("list", { name: "Coming up" });
  await expect(ahead.getByText("With Paula Price")).toBeVisible();
  await expect(ahead.getByText("Confirmed")).toBeVisible();
  await expect(ahead.getByText(/^On your clock: .*(CST|CDT)$/)).toBeVisible();
  await expect(ahead.getByText("Bring the lease.")).toBeVisible();
  await expect(ahead.getByRole("link", { name: "Join the Meeting" })).toHaveAttribute("href", /^https:\/\/meet\./);
  const history = page.getByRole("list", { name: "Service history" });
  await expect(history.getByText("We looked at the plan.")).toBeVisible();
  await expect(history.getByText(/1 hr of contact/)).toBeVisible();
  expect(await page.content()).not.toContain("never for the client");
  await expectNoAxeViolations(page);
  await page.goto("/");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Counselors/ })
    .click();
  const people = page.getByRole("list", { name: "Counselors" });
  await expect(people.getByRole("heading", { name: "Nadia Assigned" })).toBeVisible();
  await expect(people.getByRole("link", { name: /\(312\) 555-0177/ })).toHaveAttribute("href", "tel:+13125550177");
  await expect(people.getByRole("heading", { name: "Paula Price" })).toBeVisible();
  expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
  await expectNoAxeViolations(page);
});

test("a client takes a free time on the phone, sees that it waits for an answer, and gives it up; a practitioner marks the day from the phone", async ({
  page,
  context,
  app,
}) => {
  const center = await make.center();
  const data = [1, 2, 3, 4, 5].map((weekday) => ({ centerId: center.id, weekday, startMinute: 540, endMinute: 1_020 }));
  await db.centerHours.createMany({ data });
  await db.center.update({ where: { id: center.id }, data: { hoursVersion: 1 } });
  const value = { mode: "REQUEST" };
  await db.setting.upsert({ where: { key: "booking" }, create: { key: "booking", value }, update: { value } });
  const account = await make.account({ role: "PRACTITIONER" });
  const practitioner = await make.practitioner({ centerId: center.id, accountId: account.id });
  const { client, login } = await make.clientWithOwner();
  const own = { centerId: center.id, practitionerId: practitioner.id };
  await db.client.update({ where: { id: client.id }, data: own });
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/sessions");
  await page.getByRole("link", { name: "Find a Time" }).click();
  await page.getByRole("button", { name: "Ask for This Time" }).click();
  await expect(page.getByRole("alert").getByText("Choose a time.")).toBeVisible();
  await page.getByRole("radio").first().check({ force: true });
  await page.getByLabel("What is it about?").fill("The lease");
  await page.getByRole("button", { name: "Ask for This Time" }).click();
  await expect(page.getByText("Waits for our answer")).toBeVisible();
  await page.locator("summary").filter({ hasText: "Withdraw Request" }).click();
  await page.getByRole("button", { name: "Withdraw Request" }).click();
  await expect(page.getByRole("article").getByText("Cancelled", { exact: true })).toBeVisible();
  await context.clearCookies();

  const ids = { clientId: client.id, practitionerId: practitioner.id, centerId: center.id };
  const session = await make.session({ ...ids, startsAt: new Date(Date.now() - 300_000), status: "BOOKED" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/my-day");
  await page.getByLabel("Notes").fill("Signs on Friday.");
  await page.getByLabel("Travel min").fill("20");
  await page.getByRole("button", { name: "Mark Held" }).click();
  await expect(page.getByText("That was all for this day")).toBeVisible();
  const { status, notes } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
  const part = await db.attendance.findFirstOrThrow({ where: { sessionId: session.id } });
  expect([status, notes, part.travelMinutes]).toEqual(["HELD", "Signs on Friday.", 20]);
});
