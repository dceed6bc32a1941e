import { db } from "@/lib/platform/db/db";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { signInAs } from "../support/sign-in-as";
import { expect, test } from "../support/test";

test.use({ database: "demo" });

async function loginOf(email: string) {
  return db.portalLogin.findFirstOrThrow({ where: { contact: { email } }, select: { id: true } });
}

for (const width of [320, 360, 1440]) {
  test(`S2-42 S2-43 S2-44 S2-45 an owner sees the whole menu and what needs doing at ${width} px`, async ({
    page,
    context,
    app,
  }) => {
    const { id } = await loginOf("owner@mail.example");
    await signInAs(context, { portalLoginId: id }, { origin: app.origin });
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Hello, Olivia" })).toBeVisible();
    const menu = page.getByRole("navigation", { name: "Main menu" }).filter({ visible: true });
    for (const name of ["My Information", "Sign Agreement", "Training Events", "Availability"])
      await expect(menu.getByRole("link", { name })).toBeVisible();
    await expect(page.getByRole("link", { name: /^Sign the agreement/ })).toBeVisible();
    expect(await page.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await expectNoAxeViolations(page);
  });
}

test("S2-44 another contact is offered no agreement to sign", async ({ page, context, app }) => {
  const { id } = await loginOf("contact@mail.example");
  await signInAs(context, { portalLoginId: id }, { origin: app.origin });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Hello, Theo" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign Agreement" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^Sign the agreement/ })).toHaveCount(0);
});

test("S3-18 S3-26 a Spanish owner reads everything in Spanish, with the practitioner at the end of the page", async ({
  page,
  context,
  app,
}) => {
  const { id } = await loginOf("carmen@mail.example");
  await signInAs(context, { portalLoginId: id }, { origin: app.origin });
  await page.emulateMedia({ colorScheme: "dark" });
  for (const path of ["/", "/my-information", "/availability"]) {
    await page.goto(path);
    await expect(page.getByRole("region", { name: "Su persona de contacto" }).getByRole("link")).not.toHaveCount(0);
    await expectNoAxeViolations(page);
  }
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Hola, Carmen" })).toBeVisible();
  await expect(page.getByText(/waiting for you|Coming up|Nothing/)).toHaveCount(0);
});

test("S3-08 S3-14 the portal closes at the next request when the client is not active any more", async ({
  page,
  context,
  app,
}) => {
  const { client, login } = await make.clientWithOwner();
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /^Hello/ })).toBeVisible();
  await db.client.update({ where: { id: client.id }, data: { statusId: await make.statusId("INACTIVE") } });
  await page.goto("/my-information");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("with several clients the portal lists them, and each opens its own information", async ({
  page,
  context,
  app,
}) => {
  const { contact, login } = await make.clientWithOwner({ name: "First Shop" });
  const second = await make.client({ name: "Second Shop" });
  await make.relationship({ clientId: second.id, contactId: contact.id });
  await signInAs(context, { portalLoginId: login.id }, { origin: app.origin });
  await page.goto("/");
  await page.getByRole("link", { name: "Second Shop" }).click();
  await expect(page.getByRole("heading", { name: "About Second Shop" })).toBeVisible();
  await page.getByRole("link", { name: "First Shop" }).click();
  await expect(page.getByLabel("Company name")).toHaveValue("First Shop");
});

test("staff who type the bare address come to the back office", async ({ page, context, app }) => {
  const account = await make.account();
  await signInAs(context, { accountId: account.id }, { origin: app.origin });
  await page.goto("/");
  await expect(page).toHaveURL(`${app.origin}/staff`);
});
