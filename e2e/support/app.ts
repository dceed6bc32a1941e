import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { closeDatabase } from "@/lib/platform/db/db";
import { RECORDER, takeStatements } from "../../lib/tools/bench/statements.mjs";
import { freePort } from "../../lib/tools/ports.mjs";
import { pause } from "../../lib/tools/processes.mjs";
import { NEXT, ROOT } from "../../lib/tools/project.mjs";
import { cloneDatabase } from "../../lib/tools/test-databases.mjs";
import { testEnvironment } from "../../lib/tools/test-environment.mjs";
import { type Mail, readMailbox } from "./mailbox";
import { type Template, templateFor } from "./template";

/** The production build with a database, a data folder, a mailbox and a clock of its own. */
export type App = {
  origin: string;
  databaseUrl: string;
  ownerUrl: string;
  dataDir: string;
  /** Every mail sent so far, oldest first. */
  mailbox(): Mail[];
  /** Waits for the newest mail to this address, optionally with a subject that matches. */
  mailTo(address: string, subject?: RegExp): Promise<Mail>;
  /** Sets the app's clock to an ISO instant; null gives it the real time back. */
  setTime(instant: string | null): void;
  /** What the app wrote to its log. */
  log(): string;
  /** What it asked the database since the last call; only of an app that is `recorded`. */
  statements(): { text: string }[];
  stop(): Promise<void>;
};

async function answers(origin: string) {
  return fetch(`${origin}/api/health`).then(
    (response) => response.ok,
    () => false,
  );
}

function launch(port: number, env: Record<string, string>) {
  const log = openSync(path.join(env.DATA_DIR ?? "", "app.log"), "a");
  const preloads = [path.join(ROOT, "lib/tools/with-parent.mjs"), ...(env.CASELOAD_STATEMENTS ? [RECORDER] : [])];
  const args = [...preloads.flatMap((file) => ["--import", file]), NEXT, "start", "-p", String(port)];
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE_ENV: "production" },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  return child;
}

async function untilReady(origin: string, child: ReturnType<typeof launch>) {
  for (let waited = 0; waited < 300; waited += 1) {
    if (await answers(origin)) return true;
    if (child.exitCode !== null) return false;
    await pause(100);
  }
  return false;
}

function end(child: ReturnType<typeof launch>) {
  return new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => child.kill("SIGKILL"), 5000);
    child.on("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

async function mailTo(dataDir: string, address: string, subject: RegExp | undefined): Promise<Mail> {
  const wanted = address.toLowerCase();
  for (let waited = 0; waited < 150; waited += 1) {
    const found = readMailbox(dataDir).findLast(
      (mail) => mail.to.toLowerCase().includes(wanted) && (!subject || subject.test(mail.subject)),
    );
    if (found) return found;
    await pause(100);
  }
  const seen = readMailbox(dataDir).map((mail) => `${mail.to}: ${mail.subject}`);
  throw new Error(
    `No mail to ${address}${subject ? ` about ${subject}` : ""} came. In the mailbox:\n${seen.join("\n")}`,
  );
}

/** Starts an app on a copy of the "empty" or the "demo" database. */
export async function startApp(template: Template, { recorded = false } = {}): Promise<App> {
  const server = JSON.parse(process.env.CASELOAD_TEST_SERVER ?? "{}");
  const database = await cloneDatabase(server, await templateFor(server, template));
  const dataDir = mkdtempSync(path.join(tmpdir(), "caseload-e2e-"));
  const statements = path.join(dataDir, "statements");
  const env = {
    ...testEnvironment({ port: await freePort(), appUrl: database.appUrl, dataDir }),
    ...(recorded ? { CASELOAD_STATEMENTS: statements } : {}),
  };
  const origin = env.APP_ORIGIN;
  const child = launch(Number(env.PORT), env);
  const log = () => readFileSync(path.join(dataDir, "app.log"), "utf8");
  const stop = async () => {
    await end(child);
    await closeDatabase();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!(await untilReady(origin, child))) {
    const output = log();
    await stop();
    throw new Error(`The app did not start:\n${output.slice(-4000)}`);
  }
  // What tests import from lib reads the same configuration as the app.
  Object.assign(process.env, env, { DATABASE_OWNER_URL: database.ownerUrl });
  return {
    origin,
    databaseUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    dataDir,
    mailbox: () => readMailbox(dataDir),
    mailTo: (address, subject) => mailTo(dataDir, address, subject),
    setTime: (instant) => writeFileSync(env.CLOCK_FILE, instant ?? ""),
    log,
    statements: () => takeStatements(statements),
    stop,
  };
}

/** A second instance on the database and the files of the first. */
export async function startTwin(app: App): Promise<{ origin: string; stop(): Promise<void> }> {
  const env = testEnvironment({ port: await freePort(), appUrl: app.databaseUrl, dataDir: app.dataDir });
  const child = launch(Number(env.PORT), env);
  const stop = () => end(child);
  if (!(await untilReady(env.APP_ORIGIN, child))) {
    await stop();
    throw new Error("The second instance did not start");
  }
  return { origin: env.APP_ORIGIN, stop };
}
