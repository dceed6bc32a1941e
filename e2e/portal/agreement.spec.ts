import { readFileSync } from "node:fs";
import type { BrowserContext } from "@playwright/test";
import { textFingerprint } from "@/lib/features/agreements/rules";
import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import type { App } from "../support/app";
import { linkIn } from "../support/mailbox";
import { signInAs } from "../support/sign-in-as";
import { expect, type Page, test } from "../support/test";

const BODY = "We advise you.\n\n## What we ask of you\n- Keep appointments.\n- Tell us how it went.";

/** The next version of the agreement, in English and, where asked for, in Spanish. */
async function publish(body = BODY, { spanish = false } = {}) {
  const newest = await db.agreementVersion.aggregate({ _max: { number: true } });
  const number = (newest._max.number ?? 0) + 1;
  const english = await make.agreementText({ number, title: "Client Agreement", body });
  if (spanish)
    await make.agreementText({ number, language: "es", title: "Acuerdo con clientes", body: "Le asesoramos.\n\nFin." });
  return english;
}

/** A client with an owner and a bookkeeper, each with a sign-in. */
async function people(options: { language?: string } = {}) {
  const { client, contact: owner, login } = await make.clientWithOwner({ name: "Maple Street Bakery", ...options });
  const other = await make.contact({ firstName: "Bea", lastName: "Books" });
  await make.relationship({ clientId: client.id, contactId: other.id, title: "Bookkeeper" });
  const otherLogin = await make.portalLogin({ contactId: other.id });
  const name = `${owner.firstName} ${owner.lastName}`;
  return { client, owner, name, login, otherLogin };
}

async function openAs(context: BrowserContext, page: Page, { app, login }: { app: App; login: { id: string } }) {
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto("/sign-agreement");
}

async function draw(page: Page) {
  const pad = page.getByRole("img", { name: /Draw your signature/ });
  await expect(pad).toHaveAttribute("aria-busy", "false");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("the pad is not shown");
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 12; step += 1) await page.mouse.move(box.x + 30 + step * 15, box.y + 60 + (step % 3) * 12);
  await page.mouse.up();
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("S2-18 S2-44 the owner finds Sign Agreement in the menu, reads, draws and signs, and gets a copy by mail", async ({
    page,
    context,
    app,
  }) => {
    await publish();
    const { client, owner, name, login } = await people();
    await openAs(context, page, { app, login });
    await page.goto("/");
    await page.getByRole("navigation").getByRole("link", { name: "Sign Agreement" }).click();
    await expect(page.getByRole("heading", { name: "Sign Agreement", level: 1 })).toBeVisible();
    await expectNoAxeViolations(page);

    await page.getByLabel("Your full name").fill(name);
    await page.getByRole("button", { name: "Sign Agreement" }).click();
    await expect(page.getByText("Read the agreement to its end and tick this box.").first()).toBeVisible();
    await expect(page.getByLabel("Your full name")).toHaveValue(name);
    await page.getByLabel("I have read the agreement to the end").check();
    await draw(page);
    await page.getByLabel(/I sign this agreement for Maple Street Bakery/).check();
    await page.getByRole("button", { name: "Sign Agreement" }).click();
    await expect(page.getByText("The agreement is signed")).toBeVisible();
    await page.reload();
    await expectNoAxeViolations(page);

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download Copy" }).click();
    const pdf = readFileSync(await (await download).path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1")).toContain("/StructTreeRoot");
    const signature = await db.signature.findFirstOrThrow({ where: { clientId: client.id } });
    expect(signature.drawingFileId).not.toBeNull();

    const mail = await app.mailTo(owner.email ?? "", /signed copy/i);
    expect(mail.attachments).toMatchObject([{ contentType: "application/pdf" }]);
    await page.goto(linkIn(mail, /\/verify\//));
    await expect(page.getByText("This signature exists")).toBeVisible();
    await expect(page.getByText("exactly the one that was made when it was signed")).toBeVisible();
    await expectNoAxeViolations(page);
  });
});

test("S2-19 another contact reads who can sign, and is offered no form", async ({ page, context, app }) => {
  await publish();
  const { name, otherLogin } = await people();
  await openAs(context, page, { app, login: otherLogin });
  await expect(page.getByText("You cannot sign for Maple Street Bakery")).toBeVisible();
  await expect(page.getByText(`Only the owner or the primary contact can sign: ${name}.`)).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign Agreement" })).toHaveCount(0);
  await expectNoAxeViolations(page);
});

test("S2-18 the owner signs by keyboard alone, with the typed name", async ({ page, context, app }) => {
  await publish();
  const { client, name, login } = await people();
  await openAs(context, page, { app, login });
  await page.getByLabel("I have read the agreement to the end").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type(name);
  await page.getByLabel(/I sign this agreement for/).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The agreement is signed")).toBeVisible();
  expect(await db.signature.count({ where: { clientId: client.id, drawingFileId: null } })).toBe(1);
});

test("BK-08 a text that changed while it lay open is shown anew and not signed", async ({ page, context, app }) => {
  await publish();
  const { client, name, login } = await people();
  await openAs(context, page, { app, login });
  await page.getByLabel("I have read the agreement to the end").check();
  await page.getByLabel("Your full name").fill(name);
  await page.getByLabel(/I sign this agreement for/).check();
  const next = await publish("Other words than before.");
  expect(next.textSha256).toBe(textFingerprint(next));
  await page.getByRole("button", { name: "Sign Agreement" }).click();
  await expect(page.getByText("The agreement was changed since you opened it").first()).toBeVisible();
  await expect(page.getByText("Other words than before.")).toBeVisible();
  await expect(page.getByLabel("I have read the agreement to the end")).not.toBeChecked();
  expect(await db.signature.count({ where: { clientId: client.id } })).toBe(0);
});

test("S2-44 a Spanish-speaking owner reads, signs and gets mail in Spanish", async ({ page, context, app }) => {
  await publish(BODY, { spanish: true });
  const { owner, name, login } = await people({ language: "es" });
  await openAs(context, page, { app, login });
  await expect(page.getByRole("heading", { name: "Firmar el acuerdo", level: 1 })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Acuerdo con clientes" })).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/\b(Sign|Agreement|Your|the)\b/);
  await page.getByLabel("He leído el acuerdo hasta el final").check();
  await page.getByLabel("Su nombre completo").fill(name);
  await page.getByLabel(/Firmo este acuerdo/).check();
  await page.getByRole("button", { name: "Firmar el acuerdo" }).click();
  await expect(page.getByText("El acuerdo está firmado")).toBeVisible();
  const mail = await app.mailTo(owner.email ?? "", /copia/i);
  expect(mail.text).not.toMatch(/\b(Hello|Thank you|Your|the)\b/);
});

test("staff record a paper signature and find it with its day", async ({ page, context, app }) => {
  await publish();
  const { client } = await people();
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto(`/staff/clients/${client.id}/agreement`);
  await expect(page.getByText("Nobody has signed for this client yet")).toBeVisible();
  await page.getByLabel("Name as signed").fill("Olga Owner");
  await page.getByRole("button", { name: "Record a Paper Signature" }).click();
  const row = page.getByRole("row").filter({ hasText: "Olga Owner" });
  await expect(row).toContainText("Signed on paper");
  await expectNoAxeViolations(page);
});

test("an administrator publishes the next version, in administrator mode only", async ({ page, context, app }) => {
  await publish();
  const account = await make.account({ role: "ADMINISTRATOR" });
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto("/staff/admin/configuration/agreement");
  await expect(page).toHaveURL(/\/staff\/confirm/);
  await context.clearCookies();
  await signInAs(context, { accountId: account.id }, { origin: app.origin, confirmed: true });
  await page.goto("/staff/admin/configuration/agreement");
  await page.getByRole("textbox", { name: "Text" }).first().fill("Words of the next version.");
  await page.getByRole("button", { name: "Show What Changes" }).click();
  await expect(page.getByRole("insertion").filter({ hasText: "next" }).first()).toBeVisible();
  await page.getByRole("radio", { name: "Changes the wording only" }).check();
  await page.getByRole("button", { name: /^Publish Version \d+$/ }).click();
  await expect(page.getByText("The new version is published.")).toBeVisible();
  const newest = await db.agreementVersion.findFirstOrThrow({ orderBy: { number: "desc" } });
  expect(newest).toMatchObject({ body: "Words of the next version.", asksAgain: false });
  await page.getByRole("link", { name: `Compare version ${newest.number} with` }).click();
  await expect(page.getByRole("deletion").first()).toContainText("removed:");
  await expectNoAxeViolations(page);
});
