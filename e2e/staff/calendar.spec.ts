import type { Page } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { addDays, startOfWeek } from "@/lib/values/date";
import { make } from "@/prisma/factories/make";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

/** A Tuesday in the middle of next January, always ahead, and no zone here has its summer time then. */
const tuesday = addDays(startOfWeek(`${new Date().getUTCFullYear() + 1}-01-15`), 2);

/** A session on a Tuesday at ten in Chicago, of a client with a colour that is the viewer's own. */
async function planned() {
  const account = await make.account();
  const center = await make.center({ timeZone: "America/Chicago" });
  const practitioner = await make.practitioner({ centerId: center.id });
  const client = await make.client({ centerId: center.id, practitionerId: practitioner.id });
  const ids = { clientId: client.id, practitionerId: practitioner.id, centerId: center.id };
  const startsAt = new Date(`${tuesday}T16:00:00Z`);
  const session = await make.session({ ...ids, startsAt, timeZone: "America/Chicago", status: "BOOKED" });
  await db.account.update({ where: { id: account.id }, data: { centerId: center.id } });
  await db.clientColour.create({ data: { accountId: account.id, clientId: client.id, colour: "violet" } });
  const address = `/staff/calendar?view=week&date=${tuesday}&center=${center.id}`;
  return { account, client, session, startsAt, address };
}

const tile = (page: Page, name: string) => page.getByRole("button", { name }).filter({ visible: true }).first();
const startOf = async (id: string) => (await db.session.findUniqueOrThrow({ where: { id } })).startsAt.toISOString();

for (const [timezoneId, shown, elsewhere] of [
  ["Asia/Kathmandu", "9:45 – 10:45pm", "10:00 AM – 11:00 AM CST"],
  ["America/St_Johns", "12:30 – 1:30pm", "10:00 AM – 11:00 AM CST"],
] as const)
  test.describe(timezoneId, () => {
    test.use({ timezoneId });
    test(`a session stands at its own hour in ${timezoneId}, with the center's beside it`, async ({
      page,
      context,
      app,
    }) => {
      const { account, client, address } = await planned();
      await signInAs(context, { accountId: account.id }, { origin: app.origin });
      await page.goto(address);
      await expect(tile(page, client.name)).toContainText(shown);
      await tile(page, client.name).click();
      await expect(page.getByRole("dialog")).toContainText(elsewhere);
    });
  });

test.describe("in the office", () => {
  test.use({ timezoneId: "America/Chicago" });
  test("S3-42 S3-43 a session is dragged an hour on, put back, and moved by the keyboard; its colour is one's own", async ({
    page,
    context,
    app,
  }) => {
    const { account, client, session, startsAt, address } = await planned();
    await signInAs(context, { accountId: account.id }, { origin: app.origin });
    await page.goto(address);
    const own = tile(page, client.name);
    await expect(own).toHaveCSS("background-color", "rgb(214, 200, 251)");
    const box = await own.boundingBox();
    if (!box) throw new Error("the session is not in sight");
    await page.mouse.move(box.x + box.width / 2, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 20, { steps: 3 });
    await page.mouse.move(box.x + box.width / 2, box.y + 10 + box.height, { steps: 8 });
    await page.mouse.up();
    await expect(page.getByText("The session is moved.")).toBeVisible();
    expect(await startOf(session.id)).toBe(`${tuesday}T17:00:00.000Z`);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("The session is back where it was.")).toBeVisible();
    expect(await startOf(session.id)).toBe(startsAt.toISOString());

    await own.focus();
    await page.keyboard.press("Enter");
    const card = page.getByRole("dialog");
    await card.getByText("Move", { exact: true }).click();
    await card.getByLabel("Start").fill("14:30");
    await card.getByRole("button", { name: "Move Session" }).click();
    await expect(card).toBeHidden();
    await expect(own).toContainText("2:30 – 3:30pm");
    expect(await startOf(session.id)).toBe(`${tuesday}T20:30:00.000Z`);

    // What somebody else changes comes in by itself.
    await db.session.update({
      where: { id: session.id },
      data: { startsAt: new Date(`${tuesday}T15:00:00Z`), endsAt: new Date(`${tuesday}T16:00:00Z`) },
    });
    await expect(own).toContainText("9:00 – 10:00am", { timeout: 15_000 });
  });
});
