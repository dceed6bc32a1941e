import { dateColumn } from "@/lib/platform/db/columns";
import { db } from "@/lib/platform/db/db";
import { addDays, startOfWeek } from "@/lib/values/date";
import { dayIn } from "@/lib/values/wall-clock";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const ZONE = "America/Chicago";

test.use({ timezoneId: ZONE });

/** Works weekdays from 9 to 5, is away on a Tuesday, and a client of the center could come on Wednesdays. */
async function practice() {
  const center = await make.center({ timeZone: ZONE });
  const practitioner = await make.practitioner({ centerId: center.id, firstName: "Paula", lastName: "Price" });
  const week = (weekdays: readonly number[]) =>
    weekdays.map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));
  const monday = addDays(startOfWeek(dayIn(ZONE, new Date())), 15);
  const tuesday = dateColumn(addDays(monday, 1));
  const client = await make.client({ centerId: center.id, practitionerId: practitioner.id });
  const schedules = [
    { practitionerId: practitioner.id, intervals: { create: week([1, 2, 3, 4, 5]) } },
    { clientId: client.id, intervals: { create: week([3]) } },
  ];
  for (const data of schedules) await db.availabilitySchedule.create({ data: { ...data, timeZone: ZONE } });
  const away = { firstDay: tuesday, lastDay: tuesday, timeZone: ZONE, reason: "Surgery" };
  await db.timeOff.create({ data: { ...away, practitionerId: practitioner.id } });
  const friday = dateColumn(addDays(monday, 4));
  const holiday = { firstDay: friday, lastDay: friday, name: "Founders' Day" };
  await db.centerHoliday.create({ data: { ...holiday, centerId: center.id } });
  return { center, practitioner, client, monday };
}

test("the calendar shades time off, holidays and what lies outside somebody's hours, and says so in words", async ({
  app,
  context,
  page,
}) => {
  const { center, practitioner, client, monday } = await practice();
  const account = await make.account();
  await db.account.update({ where: { id: account.id }, data: { centerId: center.id } });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto(`/staff/calendar?view=week&date=${monday}&practitioner=${practitioner.id}`);
  const grid = page.getByRole("region", { name: "Sessions" });
  await expect(grid.getByText("Time off")).toBeVisible();
  await expect(grid.getByText("Founders' Day")).toBeVisible();
  await expect(grid.getByText("Outside working hours").first()).toBeAttached();
  await expect(page.getByRole("main")).not.toContainText("Surgery");
  await expectNoAxeViolations(page);
  await page.keyboard.press("m");
  await expect(grid.getByText("Time off")).toHaveCount(1);
  await page.keyboard.press("a");
  await expect(grid.getByText("Time off")).toHaveCount(1);
  await expect(grid.getByText("Founders' Day")).toHaveCount(1);
  await page.goto(`/staff/calendar?view=team&date=${addDays(monday, 1)}&center=${center.id}`);
  await expect(grid.getByText("Time off")).toBeVisible();
  await page.goto(`/staff/calendar?view=week&date=${monday}&center=${center.id}`);
  await expect(grid.getByText("Founders' Day")).toBeVisible();
  await expect(grid.getByText("Time off")).toHaveCount(0);

  // An empty time is drawn, and leads to those who could come then.
  const rows = await grid.getByText("10 AM", { exact: true }).boundingBox();
  const wednesday = await grid.getByText(/^Wed /).boundingBox();
  if (!rows || !wednesday) throw new Error("the grid is not in sight");
  const [x, y] = [wednesday.x + wednesday.width / 2, rows.y + rows.height / 2];
  await page.mouse.move(x, y + 4);
  await page.mouse.down();
  await page.mouse.move(x, y + 40, { steps: 8 });
  await page.mouse.up();
  await page.getByRole("link", { name: "Who Could Come?" }).click();
  await expect(page.getByRole("heading", { name: "Coverage", level: 1 })).toBeVisible();
  const people = page.getByRole("complementary");
  await expect(people.getByRole("link", { name: "Paula Price" })).toBeVisible();
  await expect(people.getByRole("link", { name: client.name })).toBeVisible();
});
