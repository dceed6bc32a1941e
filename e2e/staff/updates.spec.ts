import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "../../prisma/factories/make";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

const unique = () => Math.random().toString(36).slice(2, 8);
const SLOW = { timeout: 20_000 };
const day = (days: number) => new Date(Date.now() + days * 86_400_000);

/** Five clients of somebody who leaves, with a session that was held and two to come. */
async function departing() {
  const tag = unique();
  const old = await make.practitioner({ lastName: `Leaving ${tag}` });
  const next = await make.practitioner({ lastName: `Staying ${tag}` });
  const gone = await make.practitioner({ lastName: `Gone ${tag}`, status: "INACTIVE" });
  const names = ["A", "B", "C", "D", "E"].map((letter) => `Handed ${tag} ${letter}`);
  const clients = [];
  for (const name of names) clients.push(await make.client({ name, practitionerId: old.id }));
  const [first] = clients;
  if (!first) throw new Error("nobody to hand over");
  const held = { clientId: first.id, practitionerId: old.id, centerId: first.centerId };
  const past = await make.session({ ...held, startsAt: day(-20) });
  const free = await make.session({ ...held, startsAt: day(20), status: "BOOKED" });
  const clash = await make.session({ ...held, startsAt: day(25), status: "BOOKED" });
  const other = await make.client({ practitionerId: next.id });
  await make.session({ ...held, clientId: other.id, practitionerId: next.id, startsAt: day(25), status: "BOOKED" });
  return { tag, old, next, gone, clients, names, sessions: { past, free, clash } };
}

const withWhom = async (sessionId: string) =>
  (await db.sessionPractitioner.findFirstOrThrow({ where: { sessionId } })).practitionerId;

/** Others are offered no transfer of the clients they list, and reach nobody's account. */
async function refusedToStaff(page: Page, { tag, account, origin }: { tag: string; account: string; origin: string }) {
  const { id: accountId } = await make.account({ role: "STAFF" });
  await signInAs(page.context(), { accountId }, { origin });
  await page.goto(`/staff/update/clients?q=Handed ${tag}&field=practitioner`);
  const field = page.getByLabel("Field");
  await expect(field.locator("option", { hasText: "City" })).toHaveCount(1);
  await expect(field.locator("option", { hasText: "Primary Counselor" })).toHaveCount(0);
  await page.goto(`/staff/admin/accounts/${account}`);
  await expect(page.getByRole("heading", { name: "We cannot find this page" })).toBeVisible();
}

async function apply(page: Page, name: string) {
  await page.getByRole("button", { name }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible(SLOW);
}

test("S1-01 S1-17 S1-18 S1-19 S1-20 S1-21 S1-22 S1-23 S1-24 an administrator hands the listed clients to somebody else, looks first, moves what is to come, and takes it back", async ({
  page,
  context,
  app,
}) => {
  test.slow();
  const account = await make.account({ role: "ADMINISTRATOR" });
  const { tag, old, next, gone, clients, names, sessions } = await departing();
  await refusedToStaff(page, { tag, account: account.id, origin: app.origin });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  await page.goto(`/staff/clients?q=Handed ${tag}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Update Clients" }).click();
  await page.getByLabel("Field").selectOption("Primary Counselor");
  await expect(page.getByRole("cell", { name: `Leaving ${tag}` })).toHaveCount(5);
  const value = page.getByLabel("New value");
  await expect(value.locator("option", { hasText: gone.lastName })).toHaveCount(0);
  for (const name of names) await expect(page.getByRole("checkbox", { name: `Select ${name}` })).toBeChecked();
  await page.getByRole("checkbox", { name: `Select ${names[4]}` }).uncheck();
  await expect(page.getByText("4 of 5 checked")).toBeVisible();
  await value.selectOption({ label: `${next.firstName} ${next.lastName}` });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByText("2 future Sessions sit with who has these Clients now")).toBeVisible();
  expect(await db.client.count({ where: { practitionerId: next.id, name: { startsWith: "Handed" } } })).toBe(0);
  await apply(page, "Update 4 Records");
  const ids = clients.map(({ id }) => id);
  expect(await db.client.count({ where: { id: { in: ids }, practitionerId: next.id } })).toBe(4);
  const entries = await db.historyEntry.findMany({ where: { subjectId: { in: ids }, kind: "client.edited" } });
  expect(entries).toHaveLength(4);
  expect(new Set(entries.map(({ operationId }) => operationId)).size).toBe(1);
  const result = page.url();

  const sheet = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download Results" }).click();
  expect(await readFile(await (await sheet).path(), "utf8")).toContain(`"${names[0]}"`);

  await page.getByRole("link", { name: "Move 2 Sessions" }).click();
  await page.getByRole("button", { name: "Preview" }).click();
  await apply(page, "Update 1 Record");
  await expect(page.getByText("has another Session at that time")).toBeVisible();
  const now = await Promise.all([sessions.past, sessions.free, sessions.clash].map(({ id }) => withWhom(id)));
  expect(now).toEqual([old.id, next.id, old.id]);

  await db.client.update({ where: { id: ids[0] ?? "" }, data: { city: "Peoria" } });
  await page.goto(result);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("link", { name: "Left 1" })).toBeVisible(SLOW);
  await page.getByRole("link", { name: "Left 1" }).click();
  await expect(page.getByRole("cell", { name: "Left: changed since (client)." })).toBeVisible();
  expect(await db.client.count({ where: { id: { in: ids }, practitionerId: old.id } })).toBe(4);
});
