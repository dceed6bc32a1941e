import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { Problem, say, step } from "./narrate.mjs";
import { runAloud } from "./processes.mjs";
import { DATA_FOLDER, ROOT } from "./project.mjs";
import { buildApp, checkNode, generateClient, installDependencies } from "./setup.mjs";

// npm test: from a fresh clone through every check and test. A stage that fails does not keep the next from running, so
// that one run shows all there is to mend. The last line is the sum: "N passed, N failed".

const sum = { passed: 0, failed: 0 };

function count({ passed, failed }) {
  sum.passed += passed;
  sum.failed += failed;
}

/** Runs one stage; whatever it throws counts as one failure. */
async function stage(title, work) {
  say(`\n== ${title}`);
  try {
    count(await work());
  } catch (error) {
    say(error instanceof Problem ? error.message : String(error?.stack ?? error));
    count({ passed: 0, failed: 1 });
  }
}

function readResults(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** A runner that ends badly without naming a test that failed still is a failure. */
const honest = ({ passed, failed }, code) => ({ passed, failed: code !== 0 && failed === 0 ? 1 : failed });

async function vitest() {
  const file = path.join(DATA_FOLDER, "unit-results.json");
  rmSync(file, { force: true });
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const code = await runAloud(process.execPath, args, { cwd: ROOT });
  const results = readResults(file);
  return honest({ passed: results?.numPassedTests ?? 0, failed: results?.numFailedTests ?? 0 }, code);
}

async function build() {
  const { testEnvironment } = await import("./test-environment.mjs");
  const env = testEnvironment({
    port: 3000,
    appUrl: "postgresql://nobody@127.0.0.1/none",
    dataDir: path.join(DATA_FOLDER, "e2e-build"),
  });
  say(`  ${await buildApp(env)}`);
  return { passed: 1, failed: 0 };
}

async function playwright() {
  const file = path.join(DATA_FOLDER, "e2e-results.json");
  rmSync(file, { force: true });
  const args = ["node_modules/@playwright/test/cli.js", "test", "--pass-with-no-tests"];
  const code = await runAloud(process.execPath, args, { cwd: ROOT });
  const stats = readResults(file)?.stats ?? { expected: 0, unexpected: 0, flaky: 0 };
  return honest({ passed: stats.expected + stats.flaky, failed: stats.unexpected }, code);
}

async function prepare() {
  await step("Check Node", checkNode);
  await step("Install packages", installDependencies);
  await step("Generate the database client", generateClient);
  mkdirSync(DATA_FOLDER, { recursive: true });
  const { startTestServer } = await import("./test-databases.mjs");
  let server;
  await step("Start the test database", async () => {
    server = await startTestServer();
    return server.note;
  });
  return server;
}

async function main() {
  let server;
  await stage("Setup", async () => {
    server = await prepare();
    return { passed: 0, failed: 0 };
  });
  if (server) {
    await stage("Checks", async () => (await import("./check.mjs")).runChecks());
    await stage("Unit and database tests", vitest);
    const before = sum.failed;
    await stage("Production build", build);
    if (sum.failed === before) await stage("Browser tests", playwright);
    else say("\nThe browser tests need the build and did not run.");
    await server.stop();
  }
  say(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed ? 1 : 0;
}

await main();
