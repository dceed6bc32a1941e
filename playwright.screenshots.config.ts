import { defineConfig } from "@playwright/test";
import browserTests from "./playwright.config";

/** The same app and browser as the tests, looked at instead of tested. */
export default defineConfig({
  ...browserTests,
  testMatch: "**/*.shots.ts",
  reporter: [["list"]],
  outputDir: ".data/screenshot-results",
});
