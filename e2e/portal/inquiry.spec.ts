import { centerSlug } from "@/lib/features/prospects/inquiries/rules";
import { db } from "@/lib/platform/db/db";
import { isoOf } from "@/lib/values/instant";
import { make } from "@/prisma/factories/make";
import { expectNoAxeViolations } from "../support/accessibility";
import { expect, type Page, test } from "../support/test";

async function fill(page: Page, email: string) {
  await page.getByLabel("Your name").fill("Walter Weaver");
  if (email) await page.getByLabel("Your email address").fill(email);
  await page.getByLabel("Your message").fill("Do you help bakeries?");
}

/** As long after now as people need to read and write. */
const soon = (seconds: number) => isoOf(new Date(Date.now() + seconds * 1_000));

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("S4-01 somebody writes through the page of a center and is told what was saved and what was mailed", async ({
    page,
    app,
  }) => {
    const center = await make.center({ name: "Lakeside Branch" });
    app.setTime(soon(0));
    await page.goto(`/inquire/${centerSlug(center.name)}`);
    await expectNoAxeViolations(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await fill(page, "walter.lakeside@example.org");
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("That was faster than anybody types").first()).toBeVisible();
    await expect(page.getByLabel("Your message")).toHaveValue("Do you help bakeries?");
    app.setTime(soon(20));
    await page.getByRole("button", { name: "Send" }).click();
    await expect(page.getByText("Your message has arrived")).toBeVisible();
    await expect(page.getByText("A confirmation is on its way to w…@example.org.")).toBeVisible();
    await expectNoAxeViolations(page);
    const mail = await app.mailTo("walter.lakeside@example.org", /We received your message/);
    expect(mail.text).toContain("Lakeside Branch");
    const prospect = await db.prospect.findFirstOrThrow({
      where: { centerId: center.id },
      include: { contacts: true },
    });
    expect(prospect).toMatchObject({ name: "Walter Weaver", notes: "Do you help bakeries?", source: "Web inquiry" });
    expect(await db.task.count({ where: { subjectId: prospect.id } })).toBe(1);
  });
});

test("S4-01 in Spanish, without an address nothing is mailed and the page says so", async ({ page, app }) => {
  const center = await make.center({ name: "Oak Street Branch" });
  await page.goto(`/inquire/${center.id}`);
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { name: "Escriba a Oak Street Branch" })).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByLabel("Su nombre").fill("Carmen");
  await page.getByLabel("Su mensaje").fill("¿Ayudan a panaderías?");
  app.setTime(soon(20));
  await page.getByRole("button", { name: "Enviar" }).click();
  await expect(page.getByRole("link", { name: /Indique un correo/ })).toBeVisible();
  await page.getByLabel("Su número de teléfono").fill("312 555 0142");
  await page.getByRole("button", { name: "Enviar" }).click();
  await expect(page.getByText("No nos dio un correo electrónico")).toBeVisible();
  expect(await db.prospect.count({ where: { centerId: center.id, language: "es" } })).toBe(1);
});

test("a program that fills in what people do not see is told so and saves nothing", async ({ page, app }) => {
  const center = await make.center({ name: "Elm Street Branch" });
  await page.goto(`/inquire/${centerSlug(center.name)}`);
  await fill(page, "bot@example.org");
  await page.locator("input[name=website]").evaluate((input: HTMLInputElement) => {
    input.value = "https://spam.example";
  });
  app.setTime(soon(20));
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("Something filled in a field that people cannot see").first()).toBeVisible();
  expect(await db.prospect.count({ where: { centerId: center.id } })).toBe(0);
  expect((await page.goto("/inquire/no-such-center"))?.status()).toBe(404);
});
