import { db } from "@/lib/platform/db/db";
import { addDays } from "@/lib/values/date";
import { formatDate } from "@/lib/values/format";
import { dayIn, toInstant } from "@/lib/values/wall-clock";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const ZONE = "America/Chicago";

/** Three colleagues of one center, one of whom has two sessions on a day to come. */
async function team() {
  const center = await make.center();
  const colleague = async (firstName: string, lastName: string) => {
    const account = await make.account({ role: "PRACTITIONER", firstName, lastName });
    const own = { centerId: center.id, accountId: account.id, firstName, lastName };
    return { account, practitioner: await make.practitioner(own) };
  };
  const [paula, omar, maria] = [
    await colleague("Paula", "Price"),
    await colleague("Omar", "Reyes"),
    await colleague("Maria", "Silva"),
  ];
  const client = await make.client({ centerId: center.id, practitionerId: paula.practitioner.id });
  const day = addDays(dayIn(ZONE, new Date()), 9);
  const about = { centerId: center.id, clientId: client.id, practitionerId: paula.practitioner.id };
  const sessions = [];
  for (const time of ["10:00", "14:00"])
    sessions.push(await make.session({ ...about, startsAt: toInstant(day, time, ZONE), status: "BOOKED" }));
  return { paula, omar, maria, client, day, sessions };
}

test("time off leads to the sessions that fall into it: one is handed over, for the other a colleague says yes on the phone", async ({
  app,
  browser,
  context,
  page,
}) => {
  const { paula, omar, maria, client, day, sessions } = await team();
  await signInAs(context, { accountId: (await make.account()).id }, { origin: app.origin });
  await page.goto(`/staff/practitioners/${paula.practitioner.id}/availability`);
  await page.getByRole("button", { name: "Add Time Off" }).click();
  const first = page.getByRole("dialog").getByRole("group", { name: "First day" });
  await first.getByRole("spinbutton").first().click();
  const [year = "", month = "", date = ""] = day.split("-");
  await page.keyboard.type(`${month}${date}${year}`);
  await page.getByRole("dialog").getByLabel("Reason").fill("Surgery");
  await page.getByRole("dialog").getByRole("button", { name: "Add Time Off" }).click();

  await expect(page.getByRole("heading", { name: "Cover for Paula Price" })).toBeVisible();
  const list = page.getByRole("list", { name: "Sessions to cover" });
  await expect(list.getByRole("heading", { name: formatDate(day, "en") })).toHaveCount(2);
  await expect(list).not.toContainText("Surgery");
  await expectNoAxeViolations(page);
  await list.getByRole("button", { name: /^Hand the session of .*10:00.* over to Omar Reyes$/ }).click();
  await expect(page.getByText("Handed over.").first()).toBeVisible();
  await expect(list.getByRole("heading", { name: formatDate(day, "en") })).toHaveCount(1);
  await list.getByRole("button", { name: /^Ask Maria Silva to take the session of .*2:00/ }).click();
  await expect(list.getByText("Asked", { exact: true })).toBeVisible();

  const phone = await browser.newContext({ viewport: { width: 360, height: 800 } });
  await signInAs(phone, { accountId: maria.account.id }, { origin: app.origin });
  const own = await phone.newPage();
  await own.goto(`${app.origin}/staff/my-day`);
  await own.getByRole("link", { name: "See and Answer" }).click();
  await expect(own.getByText("For Paula Price, who is away")).toBeVisible();
  await expect(own.getByRole("main")).not.toContainText(client.name);
  await expectNoAxeViolations(own);
  await own.getByRole("button", { name: /^Take over the session of/ }).click();
  await expect(own.getByText("The session is yours.").first()).toBeVisible();
  await expect(own.getByText("Nobody asks you just now")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Nothing to cover")).toBeVisible();
  await page.goto("/staff/inbox");
  await expect(page.getByRole("link", { name: "Maria Silva takes the session over" })).toBeVisible();
  const practitionersOf = async (sessionId = "") =>
    (await db.sessionPractitioner.findMany({ where: { sessionId } })).map(({ practitionerId }) => practitionerId);
  expect(await practitionersOf(sessions[0]?.id)).toEqual([omar.practitioner.id]);
  expect(await practitionersOf(sessions[1]?.id)).toEqual([maria.practitioner.id]);
  await phone.close();
});
