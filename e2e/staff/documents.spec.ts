import type { BrowserContext } from "@playwright/test";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { signInAs, signInCookie } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const text = (name: string, content: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

async function administrator(context: BrowserContext, app: App) {
  const account = await make.account({ firstName: "Ada", lastName: "Admin", role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
}

const chooser = (page: Page) => page.locator("input[type=file]").first();
const row = (page: Page, name: string) => page.locator("li[data-list-row]").filter({ hasText: name });

async function choose(page: Page, name: string, entry: string) {
  await page.getByRole("button", { name: `Actions for ${name}` }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("staff hand in several files at once, by button and by dropping; what is refused says why and the others stay", async ({
  page,
  context,
  app,
}) => {
  await administrator(context, app);
  const client = await make.client();
  await page.goto(`/staff/clients/${client.id}`);
  await page.getByRole("link", { name: "Documents" }).click();
  await expect(page.getByText("No documents yet")).toBeVisible();
  await expectNoAxeViolations(page);
  await chooser(page).setInputFiles([
    text("Plan.txt", "The plan"),
    { name: "Shop.png", mimeType: "image/png", buffer: PNG },
    text("evil.pdf", "<script>alert(1)</script>"),
  ]);
  await expect(page.getByText("evil.pdf was not added")).toBeVisible();
  await expect(page.getByText("Its content must be one of")).toBeVisible();
  await expect(row(page, "Plan.txt")).toContainText("Staff only");
  await expect(row(page, "Shop.png")).toBeVisible();

  await page.getByRole("combobox", { name: "Folder" }).fill("Letters");
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["Dear client"], "Letter.txt", { type: "text/plain" }));
    return data;
  });
  await page.getByText("Drop files here, or").dispatchEvent("drop", { dataTransfer: dropped });
  await expect(page.getByRole("list", { name: "Letters" }).getByRole("link", { name: "Letter.txt" })).toBeVisible();
  expect(await db.document.count({ where: { subjectId: client.id } })).toBe(3);
  await expectNoAxeViolations(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await choose(page, "Shop.png", "Preview");
  await expect(page.getByRole("img", { name: "Shop.png" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByText("Ada Admin added the document Plan.txt").first()).toBeVisible();
});

test("a document is replaced, its earlier version still read, deleted and restored", async ({ page, context, app }) => {
  await administrator(context, app);
  const client = await make.client();
  const document = await make.document({ subjectId: client.id, name: "Offer.txt", bytes: Buffer.from("First offer") });
  await page.goto(`/staff/clients/${client.id}/documents`);
  await choose(page, "Offer.txt", "Replace");
  await page.getByLabel("New file").setInputFiles([text("newer.txt", "Second offer")]);
  await page.getByRole("dialog").getByRole("button", { name: "Replace" }).click();
  await expect(row(page, "Offer.txt")).toContainText("2 versions");
  const read = (version: string) => context.request.get(`/api/documents/${document.id}${version}`);
  expect(await (await read("")).text()).toBe("Second offer");
  expect(await (await read("?version=1")).text()).toBe("First offer");
  await choose(page, "Offer.txt", "Versions");
  await expect(page.getByRole("link", { name: "Download version 1" })).toBeVisible();
  await page.keyboard.press("Escape");
  await choose(page, "Offer.txt", "Delete");
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(row(page, "Offer.txt")).toHaveCount(0);
  expect((await read("")).status()).toBe(404);
  await page.getByRole("link", { name: "Recycle bin (1)" }).click();
  await page.getByRole("button", { name: "Restore: Offer.txt" }).click();
  await expect(page.getByText("The recycle bin is empty")).toBeVisible();
  expect((await read("")).status()).toBe(200);
});

test("FI-04 what is shared appears in the portal, in both languages, as a download that runs nothing; unshared it is gone", async ({
  page,
  context,
  app,
  browser,
}) => {
  await administrator(context, app);
  const { client, login } = await make.clientWithOwner();
  const { id } = await make.document({ subjectId: client.id, name: "Report.txt" });
  const portal = await browser.newContext({ baseURL: app.origin });
  await signInAs(portal, { portalLoginId: login.id }, { origin: app.origin });
  const owner = await portal.newPage();
  await owner.goto("/documents");
  await expect(owner.getByText("No documents yet")).toBeVisible();

  await page.goto(`/staff/clients/${client.id}/documents`);
  await choose(page, "Report.txt", "Rename");
  await page.getByRole("radio", { name: "Client and practitioners" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row(page, "Report.txt")).toContainText("Client and practitioners");

  await owner.reload();
  await expect(owner.getByRole("link", { name: "Report.txt" })).toBeVisible();
  await expectNoAxeViolations(owner);
  await owner.setViewportSize({ width: 360, height: 740 });
  expect(await owner.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const answer = await portal.request.get(`/api/documents/${id}`);
  expect(answer.headers()).toMatchObject({
    "content-type": "text/plain",
    "content-disposition": "attachment; filename=\"Report.txt\"; filename*=UTF-8''Report.txt",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers()["cache-control"]).toContain("no-store");
  await owner.getByLabel("Choose files to send").setInputFiles([
    { name: "statement.txt", mimeType: "text/plain", buffer: Buffer.from("What the bank says") },
    { name: "trick.pdf", mimeType: "application/pdf", buffer: Buffer.from("<script>alert(1)</script>") },
  ]);
  await expect(owner.getByRole("link", { name: "statement.txt" })).toBeVisible();
  await expect(owner.getByRole("alert").filter({ hasText: "trick.pdf was not added" })).toBeVisible();
  await page.goto(`/staff/clients/${client.id}`);
  await expect(page.getByText("added the document statement.txt")).toBeVisible();
  await page.goto(`/staff/clients/${client.id}/documents`);
  await expect(row(page, "statement.txt")).toContainText("Client and practitioners");
  await owner.getByRole("button", { name: "Español" }).click();
  await expect(owner.getByRole("heading", { name: "Documentos" })).toBeVisible();

  await db.document.update({ where: { id }, data: { visibility: "STAFF" } });
  expect((await portal.request.get(`/api/documents/${id}`)).status()).toBe(404);
  await owner.reload();
  await expect(owner.getByText("Report.txt")).toHaveCount(0);
  await portal.close();
});

test("FI-02 a file of more than 20 MB is refused whatever it is", async ({ app }) => {
  const account = await make.account();
  const client = await make.client();
  const { name, value } = await signInCookie({ accountId: account.id }, { origin: app.origin });
  const answer = await fetch(`${app.origin}/api/documents?subjectKind=client&subjectId=${client.id}&name=large.txt`, {
    method: "POST",
    headers: { cookie: `${name}=${value}`, origin: app.origin },
    body: new Uint8Array(20 * 1024 ** 2 + 1).fill(97),
  });
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: "body_too_large" });
  expect(await db.document.count({ where: { subjectId: client.id } })).toBe(0);
});

test("a contact has documents of their own, for staff or for that person alone", async ({ page, context, app }) => {
  await administrator(context, app);
  const contact = await make.contact();
  await page.goto(`/staff/contacts/${contact.id}`);
  await page.getByRole("link", { name: "Documents" }).click();
  await page
    .getByLabel("Choose files to add")
    .setInputFiles({ name: "Letter.txt", mimeType: "text/plain", buffer: Buffer.from("For you") });
  await expect(row(page, "Letter.txt")).toContainText("Staff");
  await choose(page, "Letter.txt", "Rename");
  await expect(page.getByRole("radio")).toHaveCount(2);
  await page.getByRole("radio").nth(1).check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => db.document.count({ where: { contactId: contact.id, visibility: "CONTACT" } })).toBe(1);
  await expectNoAxeViolations(page);
});
