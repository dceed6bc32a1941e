import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { DATA_FOLDER } from "../../lib/tools/project.mjs";
import type { App } from "./app";
import type { Visit } from "./pages";
import { signInAs } from "./sign-in-as";
import type { Page } from "./test";

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 780 } };
const HIGHEST = 5000;
const FOLDER = path.join(DATA_FOLDER, "screenshots");
const nameOf = (address: string) =>
  address
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id")
    .replace(/\W+/g, "-")
    .replace(/^-|-$/g, "") || "home";

/** Makes the window as high as the page, so that bars that stick to its end are seen where they belong. */
async function unfold(page: Page, { width, height }: { width: number; height: number }) {
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), HIGHEST) });
}

async function shoot(page: Page, { address, as, pose, called }: Visit, state: string) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.goto(address, { waitUntil: "networkidle" });
    // What did not open is seen in the picture too.
    if (pose) await pose(page).catch(() => null);
    else await unfold(page, viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({
        path: path.join(FOLDER, state, as.name, `${called ?? nameOf(address)}.${size}.${colorScheme}.png`),
        fullPage: !pose,
        animations: "disabled",
      });
    }
  }
}

type Room = { browser: Browser; app: App; state: string };

/** Takes a picture of each page, light and dark, at the desk and on a phone, into a folder for the state and the person. */
export async function shootAll(visits: Visit[], { browser, app, state }: Room) {
  mkdirSync(FOLDER, { recursive: true });
  for (const visit of visits) {
    const context = await browser.newContext({ baseURL: app.origin, reducedMotion: "reduce" });
    const { person, confirmed } = visit.as;
    if (person) await signInAs(context, person, { origin: app.origin, confirmed });
    await shoot(await context.newPage(), visit, state);
    await context.close();
  }
}
