import { expectNoAxeViolations, expectNoAxeViolationsInTheme } from "./support/accessibility";
import { allVisits } from "./support/pages";
import { signInAs } from "./support/sign-in-as";
import { expect, type Page, test } from "./support/test";

test.use({ database: "demo" });
test.describe.configure({ mode: "parallel" });

const PHONE = { width: 360, height: 780 };
const DESK = { width: 1440, height: 900 };
const ROLES = ["nobody", "owner", "owner-es", "other-contact", "guardian", "staff", "practitioner", "administrator"];

async function nothingSticksOut(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, `${page.url()} on a phone`).toBeLessThanOrEqual(PHONE.width);
}

for (const role of ROLES) {
  test(`every page for ${role} is accessible in light and dark and fits a phone`, async ({ page, context, app }) => {
    test.setTimeout(900_000);
    const visits = (await allVisits()).filter(({ as }) => as.name === role);
    const [first] = visits;
    if (first?.as.person)
      await signInAs(context, first.as.person, { origin: app.origin, confirmed: first.as.confirmed });
    for (const { address } of visits) {
      await page.setViewportSize(DESK);
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(address);
      await expect(page.locator("h1")).toHaveCount(1);
      await expect(page.locator("main [aria-busy=true]")).toHaveCount(0);
      await expectNoAxeViolations(page);
      await page.emulateMedia({ colorScheme: "dark" });
      await expectNoAxeViolationsInTheme(page);
      await page.setViewportSize(PHONE);
      await nothingSticksOut(page);
    }
  });
}
