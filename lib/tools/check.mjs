import path from "node:path";
import { pathToFileURL } from "node:url";
import { giveUp, say } from "./narrate.mjs";
import { runQuietly } from "./processes.mjs";
import { ROOT } from "./project.mjs";
import { generateClient } from "./setup.mjs";

// npm run check: everything about the code that can be known without running it.

const bin = (name) => path.join(ROOT, "node_modules", name);

async function program(name, args) {
  const { code, output } = await runQuietly(process.execPath, args, { cwd: ROOT });
  return { name, problems: code === 0 ? [] : [output.trim()] };
}

const biome = () =>
  program("Biome", [bin("@biomejs/biome/bin/biome"), "ci", ".", "--max-diagnostics=40", "--colors=off"]);

async function types() {
  // The addresses of pages are types too; Next writes them down.
  await runQuietly(process.execPath, [bin("next/dist/bin/next"), "typegen"], { cwd: ROOT });
  return program("TypeScript", [bin("typescript/bin/tsc"), "--noEmit", "--incremental", "false", "-p", "."]);
}

async function house() {
  const [
    { readSources },
    { checkFeatures },
    { checkShape },
    { checkMessages },
    { checkPolicy },
    { checkBrowserWords },
  ] = await Promise.all([
    import("./source-files.mjs"),
    import("./check-features.mjs"),
    import("./check-shape.mjs"),
    import("./check-messages.mjs"),
    import("./check-policy.mjs"),
    import("./check-browser-words.mjs"),
  ]);
  const sources = readSources();
  const checks = [checkFeatures, checkShape, checkMessages, checkPolicy, checkBrowserWords];
  return checks.flatMap((check) => check(sources));
}

function report({ name, note, problems }) {
  say(`  ${problems.length ? "✗" : "✓"} ${name}${note ? `: ${note}` : ""}`);
  for (const problem of problems) say(problem.replaceAll(/^/gm, "      "));
}

/** Runs and prints every check; answers how many held and how many did not. */
export async function runChecks() {
  await generateClient();
  const results = [...(await Promise.all([biome(), types()])), ...(await house())];
  for (const result of results) report(result);
  const failed = results.filter(({ problems }) => problems.length).length;
  return { passed: results.length - failed, failed };
}

async function main() {
  const { passed, failed } = await runChecks();
  say(`\n${passed} checks held, ${failed} did not`);
  if (failed) process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main().catch(giveUp);
