import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { newId } from "@/lib/values/id";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

async function administrator(context: BrowserContext, app: App) {
  const account = await make.account({ role: "ADMINISTRATOR", firstName: "Ada", lastName: "Admin" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
}

test("S3-01 S3-02 S3-03 S3-04 S3-05 a client is deleted once no session and no payment hangs on it", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app);
  const client = await make.client({ name: `Prairie Bakers ${newId().slice(-6)}` });
  const practitioner = await make.practitioner();
  await make.session({ clientId: client.id, practitionerId: practitioner.id, centerId: client.centerId });
  await db.payment.create({
    data: {
      clientId: client.id,
      amountCents: 12_000,
      receivedOn: new Date("2026-03-10"),
      method: "check",
      idempotencyKey: newId(),
      createdAt: new Date("2026-03-10T12:00:00Z"),
    },
  });

  await page.goto(`/staff/clients/${client.id}`);
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { name: `${client.name} cannot be deleted` })).toBeVisible();
  await expect(page.getByText("It is part of 1 session.")).toBeVisible();
  await expect(page.getByText("It made 1 payment.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Make It Inactive or Prospect" })).toHaveAttribute(
    "href",
    `/staff/clients/${client.id}/status`,
  );
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "Show the sessions" }).click();
  await page.getByRole("button", { name: "Take Off" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take Off" }).click();
  await expect(page.getByText("No Sessions yet")).toBeVisible();

  // Opened afresh, because the toast of what was just done would lie over the button.
  await page.goto(`/staff/clients/${client.id}/payments`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete Payment" }).click();
  await expect(page.getByText("No payments yet")).toBeVisible();

  await page.goto(`/staff/delete/client/${client.id}`);
  await page.getByRole("button", { name: `Delete ${client.name}` }).click();
  await expect(page.getByRole("heading", { name: "Recycle Bin" })).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: client.name })).toContainText("Ada Admin");
  await expectNoAxeViolations(page);
  expect((await page.request.get(`/staff/clients/${client.id}`)).status()).toBe(404);

  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole("button", { name: `Restore ${client.name}` }).click();
  await expect(page.getByRole("heading", { name: client.name })).toBeVisible();
});

test("a contact who comes back to an address that is taken is compared with who has it now", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app);
  const email = `again-${newId().slice(-8)}@example.org`;
  const first = await make.contact({ firstName: "Rosa", lastName: "Before", email });
  await page.goto(`/staff/delete/contact/${first.id}`);
  await page.getByRole("button", { name: "Delete Rosa Before" }).click();
  await expect(page.getByRole("heading", { name: "Recycle Bin" })).toBeVisible();
  const second = await make.contact({ firstName: "Rosa", lastName: "Since", email });
  await page.getByRole("button", { name: "Restore Rosa Before" }).click();
  await expect(page).toHaveURL(new RegExp(`/staff/admin/duplicates/compare\\?id=${first.id}&id=${second.id}`));
  await expect(page.getByText("Rosa Since").first()).toBeVisible();
});

test("S3-02 nobody deletes a payment outside administrator mode, nor a record without the password confirmed", async ({
  page,
  context,
  app,
}) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  const client = await make.client();
  await page.goto(`/staff/delete/client/${client.id}`);
  await expect(page).toHaveURL(/\/staff\/confirm/);
  await page.goto(`/staff/clients/${client.id}/payments`);
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toHaveCount(0);
});

test("a prospect, a contact and a training event are deleted from their own pages; people keep an event until it is cancelled", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app);
  const [prospect, contact, event] = [await make.prospect(), await make.contact(), await make.trainingEvent()];
  await db.registration.create({
    data: { eventId: event.id, name: "Walter", email: "w@mail.example", status: "CONFIRMED", createdAt: new Date() },
  });
  const deletion = async (address: string) => {
    await page.goto(address);
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
  };
  for (const [address, name] of [
    [`/staff/prospects/${prospect.id}`, prospect.name],
    [`/staff/contacts/${contact.id}`, `${contact.firstName} ${contact.lastName}`],
  ] as const) {
    await deletion(address);
    await page.getByRole("button", { name: `Delete ${name}` }).click();
    await expect(page.getByRole("row").filter({ hasText: name })).toContainText("Ada Admin");
  }
  await deletion(`/staff/events/${event.id}`);
  await expect(page.getByText("1 person is registered or waiting for a place.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: "Go to the Event to Cancel It" }).click();
  await page.getByRole("button", { name: "Cancel Event" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel Event" }).click();
  await expect(page.getByText("Cancelled").first()).toBeVisible();
  await deletion(`/staff/events/${event.id}`);
  await page.getByRole("button", { name: `Delete ${event.title}` }).click();
  await page.getByRole("button", { name: `Restore ${event.title}` }).click();
  await expect(page.getByRole("heading", { name: event.title })).toBeVisible();
});
