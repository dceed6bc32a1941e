import { spawn } from "node:child_process";
import path from "node:path";
import { giveUp, Problem, say, step } from "./narrate.mjs";
import { pause } from "./processes.mjs";
import { DATA_FOLDER, DATABASE_FOLDER, loadEnvironment, NEXT, ROOT } from "./project.mjs";
import { processCount, startProcess } from "./serving.mjs";
import { buildApp, checkNode, generateClient, installDependencies, ownSecret } from "./setup.mjs";

// npm start: from a fresh clone to a running app. npm run dev: the same without building.

const dev = process.argv.includes("--dev");
const tool = (name) => import(`./${name}.mjs`);

async function openDatabase() {
  const { findDatabase, migrate, migrationNote, roleOf } = await tool("migrate");
  let database;
  await step("Start the database", async () => {
    database = await findDatabase();
    return database.note || (database.started ? "" : "attached to the running one");
  });
  try {
    const { checkDatabase } = await tool("posture");
    await step("Migrate", async () => {
      const { ownerUrl, appUrl } = database;
      if (!dev) await checkDatabase(appUrl);
      return migrationNote(await migrate({ ownerUrl, appRole: roleOf(appUrl) }));
    });
  } catch (error) {
    await database.shutDown();
    throw error;
  }
  return database;
}

/** What the app learns from its environment. It never gets the owner's connection. */
function appEnvironment(database, port) {
  const environment = process.env;
  const own = database.embedded
    ? {
        AUTH_SECRET: environment.AUTH_SECRET || ownSecret(),
        CASELOAD_DEMO: environment.CASELOAD_DEMO || "1",
        CASELOAD_EMBEDDED: "1",
      }
    : {};
  return {
    ...environment,
    ...own,
    PORT: String(port),
    DATABASE_URL: database.appUrl,
    // Empty rather than absent, or Next would read it from .env.
    DATABASE_OWNER_URL: "",
    APP_ORIGIN: environment.APP_ORIGIN || `http://localhost:${port}`,
    DATA_DIR: environment.DATA_DIR || DATA_FOLDER,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

async function checkPort(port) {
  const { isFree } = await tool("ports");
  // The app of a start that was killed a moment ago may still be letting go of the port.
  for (let waited = 0; waited < 20; waited += 1) {
    if (await isFree(port)) return;
    await pause(250);
  }
  throw new Problem(`Port ${port} is taken by another program. Stop that one, or choose another: PORT=3001 npm start`);
}

function launch(port, environment) {
  if (!dev) return startProcess({ port, environment });
  const args = ["--import", path.join(ROOT, "lib/tools/with-parent.mjs"), NEXT, "dev", "-p", String(port)];
  return spawn(process.execPath, args, { cwd: ROOT, env: environment, stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

const exitOf = (child) => new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal })));

/** Serves until told to stop. A process that was killed is started again; one that gave up ends all, with its exit code. */
async function serve(port, environment) {
  const running = new Set();
  let stopping = false;
  const stop = (signal) => {
    stopping = true;
    for (const child of running) child.kill(signal);
  };
  const keep = async () => {
    for (let quickEnds = 0; quickEnds < 5; ) {
      const started = performance.now();
      const child = launch(port, environment);
      running.add(child);
      const { code, signal } = await exitOf(child);
      running.delete(child);
      if (stopping || signal === null) return stopping ? 0 : code;
      quickEnds = performance.now() - started < 10_000 ? quickEnds + 1 : 0;
      say(`The app was ended by ${signal}; starting it again.`);
    }
    return 1;
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  const kept = Array.from({ length: dev ? 1 : processCount(environment) }, keep);
  const code = await Promise.race(kept);
  stop("SIGTERM");
  await Promise.all(kept);
  return code;
}

/** Starts the embedded database again, at the same address, should something end it while the app runs. */
function watchOver(database) {
  let reviving = null;
  const look = async () => {
    const { ensureDatabase } = await tool("database");
    say("The database was ended; starting it again.");
    await ensureDatabase({ folder: DATABASE_FOLDER, port: database.port }).catch(giveUp);
    reviving = null;
  };
  const timer = setInterval(() => {
    if (!reviving && !database.isServing()) reviving = look();
  }, 1000);
  return async () => {
    clearInterval(timer);
    await reviving;
  };
}

async function announce(port, environment) {
  const { isFree } = await tool("ports");
  const { demoSignIns } = await tool("demo");
  for (let waited = 0; waited < 240 && (await isFree(port)); waited += 1) await pause(250);
  say(`\nCaseload is at ${environment.APP_ORIGIN}\n`);
  if (environment.CASELOAD_DEMO === "1" && demoSignIns()) say(`${demoSignIns()}\n`);
}

async function main() {
  say(dev ? "Caseload, for developing" : "Caseload");
  await step("Check Node", checkNode);
  await step("Install packages", installDependencies);
  loadEnvironment();
  const port = Number(process.env.PORT || 3000);
  await checkPort(port);
  await step("Generate the database client", generateClient);
  const database = await openDatabase();
  const environment = appEnvironment(database, port);
  try {
    const { seedDemo } = await tool("demo");
    if (environment.CASELOAD_DEMO === "1") {
      await step("Demonstration data", () => seedDemo({ ownerUrl: database.ownerUrl, environment }));
    }
    if (!dev) await step("Build", () => buildApp(environment));
    const rest = database.embedded ? watchOver(database) : async () => {};
    const ended = serve(port, environment);
    await Promise.race([announce(port, environment), ended]);
    process.exitCode = await ended;
    await rest();
  } finally {
    await database.shutDown();
  }
}

main().catch(giveUp);
