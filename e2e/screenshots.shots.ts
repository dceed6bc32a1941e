import { mkdirSync } from "node:fs";
import path from "node:path";
import { DATA_FOLDER } from "../lib/tools/project.mjs";
import { allVisits, type Visit } from "./support/pages";
import { signInAs } from "./support/sign-in-as";
import { type Page, test } from "./support/test";

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } };
const FOLDER = path.join(DATA_FOLDER, "screenshots");
const nameOf = (address: string) =>
  address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")
    .replace(/\W+/g, "-")
    .replace(/^-|-$/g, "") || "home";

async function shoot(page: Page, { address, as }: Visit, state: string) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.goto(address, { waitUntil: "networkidle" });
      await page.screenshot({
        path: path.join(FOLDER, state, as.name, `${nameOf(address)}.${size}.${colorScheme}.png`),
        fullPage: true,
      });
    }
  }
}

test.describe("full", () => {
  test.use({ database: "demo" });

  test("every page of every role with the demonstration in it", async ({ browser, app }) => {
    test.setTimeout(3_600_000);
    mkdirSync(FOLDER, { recursive: true });
    for (const visit of await allVisits()) {
      const context = await browser.newContext({ baseURL: app.origin, reducedMotion: "reduce" });
      if (visit.as.person)
        await signInAs(context, visit.as.person, { origin: app.origin, confirmed: visit.as.confirmed });
      await shoot(await context.newPage(), visit, "full");
      await context.close();
    }
  });
});
