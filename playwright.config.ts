import { defineConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, chromiumPath } from "./lib/tools/chromium.mjs";

export default defineConfig({
  testDir: "e2e",
  outputDir: ".data/e2e-results",
  globalSetup: "./e2e/support/prepare.ts",
  tsconfig: "./tsconfig.tools.json",
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A machine that is busy with something else may make one test too slow; the list names each that needed a second try.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: ".data/e2e-results.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: await chromiumPath(), args: CHROMIUM_FLAGS },
    locale: "en-US",
    timezoneId: "America/New_York",
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: "only-on-failure",
    trace: "on-first-retry",
  },
});
