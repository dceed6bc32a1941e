import { db } from "@/lib/platform/db/db";
import { addDays, startOfWeek } from "@/lib/values/date";
import { formatDate, formatDateTime } from "@/lib/values/format";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { make } from "@/prisma/factories/make";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const zone = "America/Chicago";
/** A Monday that is near and has not come yet. */
const monday = addDays(startOfWeek(dayIn(zone, new Date())), 15);
const said = (time: string) => formatDateTime(toInstant(monday, time, zone), { locale: "en", zone });

/** A client who can on Mondays from nine to one, and two practitioners of whom one works then. */
async function people() {
  const center = await make.center({ timeZone: zone });
  const client = await make.client({ centerId: center.id });
  const suits = await make.practitioner({ centerId: center.id, lastName: `Morning ${client.number}` });
  const other = await make.practitioner({ centerId: center.id, lastName: `Evening ${client.number}` });
  for (const { start, end, ...owner } of [
    { clientId: client.id, start: 540, end: 780 },
    { practitionerId: suits.id, start: 600, end: 1020 },
    { practitionerId: other.id, start: 1080, end: 1200 },
  ]) {
    const intervals = { create: [{ weekday: 1, startMinute: start, endMinute: end }] };
    await db.availabilitySchedule.create({ data: { ...owner, timeZone: zone, intervals }, select: { id: true } });
  }
  return { account: await make.account(), center, client, suits, other };
}

test("S3-37 staff find a client without a next session, see who has time, why others have not, and book with one click", async ({
  app,
  page,
}) => {
  const { account, client, suits, other } = await people();
  await signInAs(page.context(), { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/scheduling");
  await page.getByRole("link", { name: client.name }).click();
  await expect(page.getByRole("heading", { name: `Find a time for ${client.name}` })).toBeVisible();
  await page.goto(`/staff/scheduling?client=${client.id}&on=${monday}&at=18:00&all=1`);
  const lines = page.getByRole("list").filter({ hasText: "in common" }).getByRole("listitem");
  await expect(lines.filter({ hasText: suits.lastName })).toContainText("3 hr in common");
  await expect(lines.filter({ hasText: other.lastName })).toContainText("No time in common");
  const answers = page.getByRole("region", { name: said("18:00") });
  await expect(answers.getByRole("listitem").filter({ hasText: other.lastName })).toContainText(
    "It does not suit the Client",
  );
  await page.getByRole("link", { name: new RegExp(`^${said("10:00")}, with .*${suits.lastName}`) }).click();
  await expect(page).toHaveURL(/\/staff\/sessions\/new\?/);
  await expect(page.getByText(client.name).first()).toBeVisible();
  await expect(page.getByText(suits.lastName).first()).toBeVisible();
});

test("S3-38 staff see across a week where nobody has time, walk its hours by keyboard, and go on to who could come", async ({
  app,
  page,
}) => {
  const { account, center, client, suits, other } = await people();
  await signInAs(page.context(), { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/scheduling");
  await page.getByRole("link", { name: "Coverage of the Week" }).click();
  await expect(page.getByRole("heading", { name: "Coverage", exact: true })).toBeVisible();
  await page.goto(`/staff/scheduling/coverage?center=${center.id}&week=${monday}`);
  const day = formatDate(monday, "en", { style: "weekday" });
  await page.getByRole("link", { name: `${day}, 9:00 AM – 10:00 AM` }).click();
  const chosen = page.getByRole("grid").locator("[aria-current]");
  await expect(chosen).toHaveAccessibleName(
    `${day}, 9:00 AM: 0 of 0 Counselor hours free, 0 booked, 1 Client hours. Nobody works`,
  );
  await chosen.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(chosen).toHaveAccessibleName(
    `${day}, 10:00 AM: 1 of 1 Counselor hours free, 0 booked, 1 Client hours. Covered`,
  );
  const aside = page.getByRole("complementary");
  await expect(aside.getByRole("link", { name: suits.lastName })).toBeVisible();
  await expect(aside.getByText(other.lastName)).toHaveCount(0);
  await aside.getByRole("link", { name: client.name }).click();
  await expect(page.getByRole("heading", { name: `Find a time for ${client.name}` })).toBeVisible();
  await expect(page.getByRole("region", { name: said("10:00") })).toContainText("Free");
});
