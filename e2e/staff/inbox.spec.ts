import type { Browser } from "@playwright/test";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function member(browser: Browser, app: App, firstName: string) {
  const account = await make.account({ firstName, lastName: "Inboxer" });
  const context = await browser.newContext({ baseURL: app.origin });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  return context.newPage();
}

test("a pinned note with a mention reaches the colleague, who follows the record and dismisses what they have seen", async ({
  browser,
  app,
}) => {
  const client = await make.client();
  const [ada, bob] = [await member(browser, app, "Ada"), await member(browser, app, "Bob")];
  await bob.goto(`/staff/clients/${client.id}`);
  await expect(bob.getByRole("link", { name: "Inbox", exact: true })).toBeVisible();
  await expect(async () => {
    await bob.getByRole("button", { name: "Follow", exact: true }).click();
    await expect(bob.getByRole("button", { name: "Unfollow" })).toBeVisible();
  }).toPass();

  await ada.goto(`/staff/clients/${client.id}`);
  const note = ada.getByRole("dialog").getByRole("textbox");
  await expect(async () => {
    await ada.getByRole("button", { name: "Pin a Note" }).first().click();
    await expect(note).toBeVisible();
  }).toPass();
  await note.pressSequentially("Owes two invoices, ask @Bob");
  await expect(ada.getByRole("button", { name: "Bob Inboxer" })).toBeVisible();
  await note.press("Enter");
  await expect(note).toHaveValue("Owes two invoices, ask @Bob Inboxer ");
  await ada.getByRole("dialog").getByRole("button", { name: "Pin a Note" }).click();
  await expect(ada.getByRole("region", { name: "Pinned notes" })).toContainText("Owes two invoices");
  await expectNoAxeViolations(ada);
  await ada.goto("/staff/inbox");
  await expect(ada.getByText("Nothing waits for you", { exact: true })).toBeVisible();

  await bob.reload();
  await bob.getByRole("link", { name: "Inbox: 1 waiting" }).click();
  await expect(bob.getByRole("link", { name: "Ada Inboxer mentioned you" })).toBeVisible();
  await expect(bob.getByText("Owes two invoices, ask @Bob Inboxer")).toBeVisible();
  await expectNoAxeViolations(bob);
  await bob.setViewportSize({ width: 360, height: 740 });
  expect(await bob.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await bob.getByRole("button", { name: "Dismiss: Ada Inboxer mentioned you" }).click();
  await expect(bob.getByText("Nothing waits for you", { exact: true })).toBeVisible();
});

test("S3-42 S3-43 S3-57 a colour picked under Additional Information is seen by its picker alone", async ({
  browser,
  app,
}) => {
  const client = await make.client();
  const [ada, bob] = [await member(browser, app, "Ada"), await member(browser, app, "Bob")];
  await ada.goto(`/staff/clients/${client.id}/edit`);
  await expect(ada.getByRole("heading", { name: "Additional Information" })).toBeVisible();
  await ada.getByText("Violet").click();
  await ada.getByRole("button", { name: "Save Colour" }).click();
  await expect(ada.getByText("Your calendar colour: Violet")).toBeAttached();
  await bob.goto(`/staff/clients/${client.id}`);
  await expect(bob.getByRole("link", { name: "Overview" })).toBeVisible();
  expect(await bob.content()).not.toContain("Your calendar colour: Violet");
});
