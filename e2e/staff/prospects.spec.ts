import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

async function staff(context: BrowserContext, app: App, role: "STAFF" | "ADMINISTRATOR" = "STAFF") {
  const account = await make.account({ firstName: "Ada", lastName: "Staff", role });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: role === "ADMINISTRATOR" });
  return account;
}

const column = (page: Page, stage: string) => page.getByRole("region", { name: new RegExp(`^${stage}:`) });
const stageOf = async (id: string) =>
  (await db.prospect.findUniqueOrThrow({ where: { id }, include: { stage: true } })).stage.name;

test("S4-01 S4-07 a prospect is added with a name and a number, without the mouse, and stands apart from clients", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  await page.goto("/staff/prospects");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "New Prospect" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Harbor Lantern Works");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ask Bob");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("Use an e-mail address or a phone number.").first()).toBeVisible();
  await expect(dialog.getByLabel("E-mail or phone")).toBeFocused();
  await dialog.getByLabel("E-mail or phone").fill("312 555 0142");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Harbor Lantern Works" })).toBeVisible();
  await expect(page.getByText("(312) 555-0142")).toBeVisible();
  await expect(page.getByText("Ada Staff added the prospect Harbor Lantern Works")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto("/staff/clients?q=Harbor+Lantern+Works");
  await expect(page.getByRole("link", { name: "Harbor Lantern Works" })).toHaveCount(0);
});

test("S4-04 S4-14 contacts of a prospect show name, title and a star on the main one, which can be given away", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const prospect = await make.prospect();
  await page.goto(`/staff/prospects/${prospect.id}`);
  for (const [first, title] of [
    ["Walter", "Owner"],
    ["Wilma", "Manager"],
  ] as const) {
    await page.getByRole("button", { name: "Add Contact" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("First name").fill(first);
    await dialog.getByLabel("Title").fill(title);
    await dialog.getByRole("button", { name: "Add Contact" }).click();
    await expect(dialog).toBeHidden();
  }
  const person = (name: string) =>
    page
      .getByRole("listitem")
      .filter({ hasText: name })
      .filter({ has: page.getByRole("button") });
  await expect(person("Walter").getByText("Main contact", { exact: true })).toBeAttached();
  await person("Wilma").getByRole("button", { name: "Actions for Wilma" }).click();
  await page.getByRole("menuitem", { name: "Make Main Contact" }).click();
  await expect(person("Wilma").getByText("Main contact", { exact: true })).toBeAttached();
  await expect(person("Walter").getByText("Main contact", { exact: true })).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test("S4-20 S4-05 an edit is kept as a draft, submitted, and shown to nobody before", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const prospect = await make.prospect({ name: "Quiet Corner Cafe" });
  await page.goto(`/staff/prospects/${prospect.id}/edit`);
  await page.getByLabel("Department").fill("Kitchen");
  await page.getByRole("button", { name: "Save as Draft" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/prospects/${prospect.id}$`));
  expect((await db.prospect.findUniqueOrThrow({ where: { id: prospect.id } })).department).toBeNull();
  await page.goto(`/staff/prospects/${prospect.id}/edit`);
  await expect(page.getByLabel("Department")).toHaveValue("Kitchen");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/prospects/${prospect.id}$`));
  await expect(page.getByText("Kitchen").first()).toBeVisible();
});

test("S4-06 S3-15 on the board a card moves by its menu, by the mouse and back again; a refused move returns it", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const source = `Fair ${Date.now()}`;
  const prospect = await make.prospect({ name: "Moving Target Ltd", source });
  await page.goto(`/staff/prospects/board?source=${encodeURIComponent(source)}`);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Move Moving Target Ltd to another stage" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Contacted" }).press("Enter");
  await expect(column(page, "Contacted").getByText("Moving Target Ltd")).toBeVisible();
  await expect.poll(() => stageOf(prospect.id)).toBe("Contacted");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => stageOf(prospect.id)).toBe("New");
  await expect(column(page, "New").getByText("Moving Target Ltd")).toBeVisible();
  await column(page, "New").getByRole("listitem").first().dragTo(column(page, "Converted"));
  await expect(page.getByText("Moving Target Ltd moved to Converted").first()).toBeVisible();
  expect(await stageOf(prospect.id)).toBe("Converted");
  const stageId = await make.prospectStageId("Contacted");
  await db.prospect.update({ where: { id: prospect.id }, data: { stageId } });
  await column(page, "Converted").getByRole("listitem").first().dragTo(column(page, "New"));
  await expect(page.getByText(/was not moved and stands where it was. Somebody else moved/).first()).toBeVisible();
  expect(await stageOf(prospect.id)).toBe("Contacted");
});

test("S4-02 S4-03 a message and a document are kept on a prospect", async ({ page, context, app }) => {
  await staff(context, app);
  const prospect = await make.prospect({ name: "Lakeview Looms" });
  await page.goto(`/staff/prospects/${prospect.id}`);
  await page.getByRole("link", { name: "New Message" }).click();
  await page.getByLabel("Message").fill("Asked for prices by the yard");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByText("Asked for prices by the yard").first()).toBeVisible();
  await page.goto(`/staff/prospects/${prospect.id}`);
  await page.getByRole("link", { name: "Documents" }).click();
  const price = { name: "Prices.txt", mimeType: "text/plain", buffer: Buffer.from("A yard is nine dollars") };
  await page.locator("input[type=file]").first().setInputFiles([price]);
  await expect(page.locator("li[data-list-row]").filter({ hasText: "Prices.txt" })).toBeVisible();
  const link = { subjectKind: "prospect", subjectId: prospect.id };
  expect([await db.messageLink.count({ where: link }), await db.document.count({ where: link })]).toEqual([1, 1]);
});

test("a board with two thousand cards shows the first of each column, stays small, and cards move by keyboard and mouse", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const source = `Mass ${Date.now()}`;
  const stageId = await make.prospectStageId("New");
  const at = new Date();
  const data = Array.from({ length: 2_000 }, (_, n) => ({
    name: `Mass ${n}`,
    source,
    stageId,
    stagedAt: at,
    createdAt: at,
  }));
  await db.prospect.createMany({ data });
  await page.goto(`/staff/prospects/board?source=${encodeURIComponent(source)}`);
  await expect(column(page, "New").getByRole("listitem")).toHaveCount(20);
  const size = () => page.evaluate(() => document.querySelectorAll("*").length);
  expect(await size()).toBeLessThan(3_000);
  const first = column(page, "New").getByRole("listitem").first();
  const name = (await first.getByRole("link").first().innerText()).trim();
  await page.getByRole("button", { name: `Move ${name} to another stage` }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Contacted" }).press("Enter");
  await expect(column(page, "Contacted").getByText(name, { exact: true })).toBeVisible();
  await expect.poll(() => db.prospect.count({ where: { source, stageId } })).toBe(1_999);
  await first.dragTo(column(page, "Contacted"));
  await expect.poll(() => db.prospect.count({ where: { source, stageId } })).toBe(1_998);
  await column(page, "New").getByRole("link", { name: "Show more of New" }).click();
  await expect(column(page, "New").getByRole("listitem")).toHaveCount(40);
  expect(await size()).toBeLessThan(4_000);
  await column(page, "New").getByRole("link", { name: "List all 1,998" }).click();
  await expect(page.getByText("1,998 records")).toBeVisible();
});

test("a filter of prospects is saved under a name and used again, and the search of the shell finds prospects", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app);
  const name = `Zephyr Kites ${Date.now()}`;
  await make.prospect({ name, source: "Fair" });
  await page.goto("/staff/prospects?source=Fair");
  await expect(page.getByText("Source: Fair", { exact: true }).last()).toBeVisible();
  await page.getByRole("button", { name: "Save As…" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("From the fair");
  await page.getByRole("dialog").getByRole("button", { name: "Save Filter" }).click();
  await expect(page).toHaveURL(/saved=/);
  await page.goto("/staff/prospects");
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("menuitem", { name: "From the fair" }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await expectNoAxeViolations(page);
  const found = await page.request.get(`/api/live/search?q=${encodeURIComponent(name)}`);
  expect((await found.json()).groups).toMatchObject([{ title: "Prospects", items: [{ label: name }] }]);
});

test("S3-16 the figures of the sales page lead to exactly what they count", async ({ page, context, app }) => {
  await staff(context, app);
  const source = `Figures ${Date.now()}`;
  for (let n = 0; n < 3; n++) await make.prospect({ source, nextStep: n === 0 ? "Call" : null });
  await page.goto("/staff/prospects/sales");
  await expectNoAxeViolations(page);
  await page
    .getByRole("row", { name: `${source} 3` })
    .getByRole("link")
    .click();
  await expect(page.getByText("3 records")).toBeVisible();
  await page.getByRole("button", { name: "Next step" }).click();
  await page.getByRole("menuitem", { name: "None" }).click();
  await expect(page.getByText("2 records")).toBeVisible();
});

test("S4-06 an administrator adds a stage, which stands on the board at once; staff cannot", async ({
  page,
  context,
  app,
}) => {
  await staff(context, app, "ADMINISTRATOR");
  await page.goto("/staff/admin/configuration/prospects");
  const name = `Proposal ${Date.now()}`;
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Add Stage" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto("/staff/prospects/board");
  await expect(column(page, name)).toBeVisible();
  await db.prospectStage.delete({ where: { name } });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("list, board, figures and page of a prospect fit", async ({ page, context, app }) => {
    await staff(context, app);
    const prospect = await make.prospect({ name: "A Rather Long Name of a Company That Never Ends & Sons" });
    await make.prospectContact({ prospectId: prospect.id, isMain: true });
    const addresses = [
      "",
      "/board",
      "/sales",
      "/new",
      `/${prospect.id}`,
      `/${prospect.id}/edit`,
      `/${prospect.id}/convert`,
    ];
    for (const address of addresses) {
      await page.goto(`/staff/prospects${address}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBe(360);
    }
  });
});
