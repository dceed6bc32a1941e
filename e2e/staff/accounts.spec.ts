import { db } from "@/lib/platform/db/db";
import { make } from "../../prisma/factories/make";
import { PASSWORD } from "../../prisma/factories/people";
import { ask } from "../support/ask";
import { signInAs, signInCookie } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function administrator() {
  const { id } = await make.account({ role: "ADMINISTRATOR" });
  return { accountId: id };
}

test("S1-02 S1-03 S1-04 S1-05 S1-06 S1-07 S1-08 S1-13 an administrator closes an account from its top, and opens it again", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account({ role: "PRACTITIONER", firstName: "Lea", lastName: "Leaver" });
  const practitioner = await make.practitioner({ accountId: account.id, firstName: "Lea", lastName: "Leaver" });
  const bystander = await make.practitioner({ firstName: "Stan", lastName: "Stays" });
  const { name, value } = await signInCookie({ accountId: account.id }, { origin: app.origin });
  const theirs = async () => (await ask(app.origin, { address: "/staff/account", cookie: `${name}=${value}` })).status;
  expect(await theirs()).toBe(200);
  await signInAs(context, await administrator(), { origin: app.origin });
  await page.goto(`/staff/admin/accounts/${account.id}`);
  await expect(page.getByRole("heading", { name: "Confirm your password" })).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("30 minutes left")).toBeVisible();
  await page.goto("/staff/admin/accounts");
  await page.getByLabel("Role").selectOption("PRACTITIONER");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("link", { name: "Lea Leaver" }).click();
  await page.getByRole("button", { name: "Inactivate", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("The Counselor record of Lea Leaver becomes inactive with it")).toBeVisible();
  await dialog.getByRole("button", { name: "Inactivate" }).click();
  await expect(page.getByText("The Counselor record Lea Leaver is inactive too")).toBeVisible();
  expect(await theirs()).toBe(307);
  expect(await db.practitioner.findUnique({ where: { id: bystander.id } })).toMatchObject({ status: "ACTIVE" });
  await page.getByRole("button", { name: "Reactivate", exact: true }).click();
  await expect(page.getByText("the Counselor record Lea Leaver is still inactive")).toBeVisible();
  expect(await theirs()).toBe(307);
  expect(await db.practitioner.findUnique({ where: { id: practitioner.id } })).toMatchObject({ status: "INACTIVE" });
  await page.getByRole("button", { name: "Reactivate Lea Leaver" }).click();
  await expect(page.getByText("is still inactive")).toBeHidden();
});

test("S3-56 an administrator makes a group that only reads, and who belongs to it reads so at the next click", async ({
  page,
  context,
  browser,
  app,
}) => {
  const colleague = await make.account({ firstName: "Rita", lastName: "Reader" });
  const other = await browser.newContext({ baseURL: app.origin });
  await signInAs(other, { accountId: colleague.id }, { origin: app.origin });
  const rita = await other.newPage();
  await rita.goto("/staff/clients");
  await expect(rita.getByRole("link", { name: "New Client" }).first()).toBeVisible();
  await signInAs(context, await administrator(), { origin: app.origin, confirmed: true });
  await page.goto("/staff/admin/accounts/groups/new");
  await page.getByLabel("Name").fill("Readers");
  await page.getByRole("group", { name: "Clients", exact: true }).getByLabel("Add").selectOption("none");
  await page.getByRole("group", { name: "Clients", exact: true }).getByLabel("Edit").selectOption("none");
  await page.getByRole("button", { name: "Create Group" }).click();
  await expect(page.getByRole("link", { name: "Readers" })).toBeVisible();
  await page.goto(`/staff/admin/accounts/${colleague.id}/rights`);
  await page.getByLabel("Readers").check();
  await page.getByRole("button", { name: "Save Rights" }).click();
  await expect(page.getByRole("heading", { name: "Rita Reader" })).toBeVisible();
  await rita.goto("/staff/clients/new");
  await expect(rita.getByRole("heading", { name: "New Client" })).toBeHidden();
  await rita.goto("/staff/account");
  await expect(rita.getByText("Groups: Readers")).toBeVisible();
  await other.close();
});

test("S1-22 S1-23 somebody who leaves is handed over on one page, and it can be undone", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account({ role: "PRACTITIONER", firstName: "Gus", lastName: "Gone" });
  const practitioner = await make.practitioner({ accountId: account.id, firstName: "Gus", lastName: "Gone" });
  const client = await make.client({ practitionerId: practitioner.id });
  const heir = await make.practitioner({ firstName: "Hana", lastName: "Heir" });
  await signInAs(context, await administrator(), { origin: app.origin, confirmed: true });
  await page.goto(`/staff/practitioners/${practitioner.id}`);
  await expect(page.getByRole("link", { name: "1 Client", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Hand Over and Inactivate" }).click();
  await expect(page.getByText("1 open Client", { exact: true })).toBeVisible();
  for (const select of await page.getByLabel("Goes to").all()) await select.selectOption({ label: "Hana Heir" });
  await page.getByRole("button", { name: "Hand Over and Inactivate" }).click();
  await expect(page).toHaveURL(/\/staff\/admin\/operations\//);
  expect(await db.client.findUnique({ where: { id: client.id } })).toMatchObject({ practitionerId: heir.id });
  await page.goto("/staff/practitioners");
  await expect(page.getByText("Gus Gone")).toBeHidden();
});

test("SE-06 after signing out, Back and everything the browser keeps show nothing of anybody", async ({
  page,
  context,
  app,
}) => {
  const canary = `Canary ${Date.now()}`;
  const client = await make.client({ name: canary });
  const { id } = await make.account();
  await signInAs(context, { accountId: id }, { origin: app.origin });
  await page.goto(`/staff/clients/${client.id}`);
  await expect(page.getByRole("heading", { name: canary })).toBeVisible();
  await page.goto("/staff/clients");
  await page.getByRole("button", { name: /^Account/ }).click();
  await page.getByRole("button", { name: "Sign Out" }).click();
  await expect(page).toHaveURL(/\/staff\/sign-in/);
  for (let back = 0; back < 2; back += 1) {
    await page.goBack().catch(() => null);
    await expect(page.getByText(canary)).toHaveCount(0);
  }
  expect(await page.content()).not.toContain(canary);
  await page.goto("/staff/sign-in");
  const kept = await page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, databases, await caches.keys()]);
  });
  expect(kept).not.toContain(canary);
});

test("AU-12 what opens doors to others asks for the password again after five minutes, and nothing chosen is lost", async ({
  page,
  context,
  app,
}) => {
  const colleague = await make.account({ firstName: "Otto", lastName: "Other" });
  await signInAs(context, await administrator(), { origin: app.origin, confirmed: true });
  await page.goto(`/staff/admin/accounts/${colleague.id}/rights`);
  await page.getByRole("radio", { name: "Practitioner" }).check();
  app.setTime(new Date(Date.now() + 6 * 60_000).toISOString());
  await page.getByRole("button", { name: "Save Rights" }).click();
  const opening = context.waitForEvent("page");
  await page.getByRole("link", { name: "Confirm Your Password" }).click();
  const door = await opening;
  await door.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await door.getByRole("button", { name: "Confirm" }).click();
  await expect(door.getByRole("heading", { name: "Confirm your password" })).toBeHidden();
  await expect(page.getByRole("radio", { name: "Practitioner" })).toBeChecked();
  await page.getByRole("button", { name: "Save Rights" }).click();
  await expect(page.getByRole("heading", { name: "Otto Other" })).toBeVisible();
  expect(await db.account.findUnique({ where: { id: colleague.id } })).toMatchObject({ role: "PRACTITIONER" });
});
