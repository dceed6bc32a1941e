import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test("S4-20 S4-21 what is typed keeps itself: closed and opened elsewhere it is there, for its author alone", async ({
  browser,
  app,
}) => {
  const { id: accountId } = await make.account({ firstName: "Ada", lastName: "Staff" });
  const { id: otherId } = await make.account();
  const client = await make.client({ city: "Joliet" });
  const address = `${app.origin}/staff/clients/${client.id}/edit`;
  const open = async (account: string) => {
    const context = await browser.newContext();
    await signInAs(context, { accountId: account }, { origin: app.origin });
    const page = await context.newPage();
    await page.goto(address);
    await expect(page.getByRole("button", { name: "Save as Draft" })).toBeEnabled();
    return page;
  };
  const first = await open(accountId);
  await expect(async () => {
    await first.getByLabel("City").fill("Elgin");
    await expect(first.getByText(/^Saved \d/)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await first.context().close();
  expect(await db.client.findUniqueOrThrow({ where: { id: client.id } })).toMatchObject({ city: "Joliet", version: 1 });

  const stranger = await open(otherId);
  await expect(stranger.getByLabel("City")).toHaveValue("Joliet");
  await expect(stranger.getByText("Ada Staff is editing this record, too.")).toBeVisible();
  expect(await stranger.content()).not.toContain("Elgin");
  await stranger.context().close();

  const phone = await open(accountId);
  await expect(phone.getByLabel("City")).toHaveValue("Elgin");
  await expect(phone.getByText(/This is your draft of/)).toBeVisible();
  await phone.getByRole("button", { name: "Save", exact: true }).click();
  await expect(phone).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  expect(await db.client.findUniqueOrThrow({ where: { id: client.id } })).toMatchObject({ city: "Elgin", version: 2 });
  expect(await db.formDraft.count({ where: { accountId } })).toBe(0);
  await phone.context().close();
});

test("S4-35 Save as Draft leaves and keeps, Cancel leaves and discards, Discard Draft begins again", async ({
  page,
  context,
  app,
}) => {
  const { id: accountId } = await make.account();
  await signInAs(context, { accountId }, { origin: app.origin });
  const client = await make.client();
  const form = `/staff/clients/${client.id}/messages/new`;
  await page.goto(form);
  await page.getByLabel("Message").fill("Half a thought");
  await page.getByLabel("Create a Task").check();
  await page.getByRole("button", { name: "Save as Draft" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  expect(await db.message.count({ where: { links: { some: { subjectId: client.id } } } })).toBe(0);
  await page.goto(form);
  await expect(page.getByLabel("Message")).toHaveValue("Half a thought");
  await expect(page.getByLabel("Create a Task")).toBeChecked();
  await page.getByRole("button", { name: "Discard Draft" }).click();
  await expect(page.getByLabel("Message")).toHaveValue("");
  await page.getByLabel("Message").fill("Another thought");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/clients/${client.id}$`));
  await expect.poll(() => db.formDraft.count({ where: { accountId } })).toBe(0);
});
