import path from "node:path";
import { giveUp, say } from "./narrate.mjs";
import { runAloud } from "./processes.mjs";
import { ROOT } from "./project.mjs";

// npm run screenshots: every page of every role, light and dark, desk and phone, into .data/screenshots.

async function main() {
  const playwright = path.join(ROOT, "node_modules/@playwright/test/cli.js");
  const code = await runAloud(process.execPath, [playwright, "test", "-c", "playwright.screenshots.config.ts"], {
    cwd: ROOT,
  });
  say("The pictures are in .data/screenshots");
  process.exitCode = code;
}

main().catch(giveUp);
