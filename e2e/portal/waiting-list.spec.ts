import { db } from "@/lib/platform/db/db";
import { addDays, weekdayOf } from "@/lib/values/date";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const ZONE = "America/Chicago";

/** A practitioner whose whole next Tuesday is booked, and a client of theirs who would like to have some of it. */
async function practice() {
  const center = await make.center();
  await db.centerHours.create({ data: { centerId: center.id, weekday: 2, startMinute: 600, endMinute: 660 } });
  await db.center.update({ where: { id: center.id }, data: { hoursVersion: 1 } });
  const value = { mode: "DIRECT", waiting: "ONE_BY_ONE", horizonDays: 12 };
  await db.setting.upsert({ where: { key: "booking" }, create: { key: "booking", value }, update: { value } });
  const practitioner = await make.practitioner({ centerId: center.id, firstName: "Paula", lastName: "Price" });
  const { client, login } = await make.clientWithOwner();
  const own = { centerId: center.id, practitionerId: practitioner.id };
  await db.client.update({ where: { id: client.id }, data: own });
  let day = addDays(dayIn(ZONE, new Date()), 3);
  while (weekdayOf(day) !== 2) day = addDays(day, 1);
  const taken = { ...own, startsAt: toInstant(day, "10:00", ZONE), status: "BOOKED" as const };
  const session = await make.session({ ...taken, clientId: (await make.client(own)).id });
  return { client, login, session };
}

test("a client for whom nothing fits is told when a time gets free, and takes it; staff see who waits", async ({
  app,
  browser,
  context,
  page,
}) => {
  const { client, login, session } = await practice();
  const portal = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await signInAs(portal, { portalLoginId: login.id }, { origin: app.origin });
  const phone = await portal.newPage();
  await phone.goto(`${app.origin}/sessions/book`);
  const ask = phone.locator("summary").filter({ hasText: "Tell me when" });
  if (!(await phone.getByRole("button", { name: "Tell Me" }).isVisible())) await ask.click();
  await phone.getByRole("button", { name: "Tell Me" }).click();
  await expect(phone.getByText("On the waiting list.").first()).toBeVisible();

  await signInAs(context, { accountId: (await make.account()).id }, { origin: app.origin });
  await page.goto("/staff/scheduling");
  await page.getByRole("link", { name: "Waiting List" }).click();
  await expect(page.getByRole("row", { name: new RegExp(client.name) }).getByText("Paula Price")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto(`/staff/sessions/${session.id}`);
  await page.getByRole("button", { name: "Cancel Session" }).click();
  await page.getByLabel("Reason").fill("Ill");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel Session" }).click();
  await expect(page.getByText("Cancelled.").first()).toBeVisible();
  await expect.poll(() => db.slotOffer.count({ where: { wait: { clientId: client.id } } })).toBe(1);

  await phone.goto(`${app.origin}/sessions`);
  await expect(phone.getByText("A time got free for you")).toBeVisible();
  await phone.getByRole("link", { name: "See and Answer" }).click();
  await expect(phone.getByRole("article").getByText("With Paula Price")).toBeVisible();
  await expectNoAxeViolations(phone);
  await phone.getByRole("button", { name: "Take This Time" }).click();
  await expect(phone.getByText("Confirmed")).toBeVisible();
  const held = { clientId: client.id, startsAt: session.startsAt };
  expect(await db.attendance.count({ where: held })).toBe(1);
  await portal.close();
});
