import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

/** Changes one field by its form, looks at the history of changes and puts the old value back. */
async function changeAndRestore(page: Page, own: string, { field, typed }: { field: string; typed: string }) {
  await page.goto(`${own}/edit`);
  const input = page.getByLabel(field, { exact: true });
  const before = await input.inputValue();
  await input.fill(typed);
  await page.getByRole("button", { name: /^(Save|Submit)$/ }).click();
  await expect(page).toHaveURL(new RegExp(`${own}$`));
  await page.getByRole("navigation").getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("row", { name: `${field} ${before} ${typed} Ada Account` })).toBeVisible();
  await page.getByRole("button", { name: `Restore ${field}: ${before}` }).click();
  await expect(page.getByRole("row", { name: new RegExp(`${field} ${typed} ${before} Restored`) })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.goto(`${own}/edit`);
  await expect(input).toHaveValue(before);
}

test("an old value of a contact or a prospect is found in its history and put back", async ({ page, context, app }) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  const { id: contactId } = await make.contact({ firstName: "Rosa" });
  await changeAndRestore(page, `/staff/contacts/${contactId}`, { field: "First name", typed: "Rosalia" });
  const { id: prospectId } = await make.prospect({ source: "Trade fair" });
  await changeAndRestore(page, `/staff/prospects/${prospectId}`, { field: "Source", typed: "Web site" });
});
