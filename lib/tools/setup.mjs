import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { underLock } from "./claims.mjs";
import { Problem } from "./narrate.mjs";
import { runAloud, runQuietly } from "./processes.mjs";
import { DATA_FOLDER, NEXT, ROOT } from "./project.mjs";

// Everything that must be true before the app can run. Imports nothing from node_modules: it may not be there yet.

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return `Node ${process.versions.node}`;
  throw new Problem(
    `Caseload needs Node 20.19 or newer; this is ${process.versions.node}. Get Node 24 from https://nodejs.org`,
  );
}

/** Whether npm's own record of what is installed holds exactly what the lockfile asks for on this machine. */
function isInstalled() {
  const record = path.join(ROOT, "node_modules/.package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(([name, { version, optional, peer }]) => {
    if (name === "") return true;
    return present[name] ? present[name].version === version : Boolean(optional || peer);
  });
}

function npm(args) {
  const environment = { ...process.env, NODE_ENV: "" };
  if (process.env.npm_execpath)
    return runQuietly(process.execPath, [process.env.npm_execpath, ...args], { cwd: ROOT, env: environment });
  return runQuietly("npm", args, { cwd: ROOT, env: environment, shell: process.platform === "win32" });
}

/** Installs what the lockfile names. No install script is needed or run: see postgres-home.mjs for the only one that counts. */
export async function installDependencies() {
  if (isInstalled()) return "already there";
  const { code, output } = await npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]);
  if (code !== 0) throw new Problem(`npm ci failed. Is the npm registry reachable from here?\n${lastLines(output)}`);
  return "installed";
}

const lastLines = (text) => text.trimEnd().split("\n").slice(-40).join("\n");

function* filesUnder(folder, isSource) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (!isSource(path.relative(ROOT, file))) continue;
    if (entry.isDirectory()) yield* filesUnder(file, isSource);
    else yield file;
  }
}

/** sha256 over names and contents of files and folders of the project. */
export function fingerprint(places, isSource = () => true) {
  const hash = createHash("sha256");
  for (const place of places) {
    const start = path.join(ROOT, place);
    const isFolder = existsSync(start) && !path.extname(place);
    for (const file of isFolder ? filesUnder(start, isSource) : [start]) {
      if (existsSync(file)) hash.update(path.relative(ROOT, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

/** Runs `work` unless it ran before with the same fingerprint. */
async function whenChanged(stampFile, mark, work) {
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === mark) return "unchanged";
  const note = await work();
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, mark);
  return note;
}

export async function generateClient() {
  const generated = path.join(ROOT, "lib/platform/db/generated");
  const mark =
    fingerprint(["prisma/schema.prisma", "prisma/models", "node_modules/prisma/package.json"]) + existsSync(generated);
  return whenChanged(path.join(DATA_FOLDER, "cache/prisma-client"), mark.replace(/false$/, "true"), async () => {
    // Generating needs no engine, but the command insists on one and would try to download it.
    const env = {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    };
    const prisma = path.join(ROOT, "node_modules/prisma/build/index.js");
    const { code, output } = await runQuietly(process.execPath, [prisma, "generate"], { cwd: ROOT, env });
    if (code !== 0) throw new Problem(`prisma generate failed.\n${lastLines(output)}`);
    return "generated";
  });
}

const BUILT_FROM = [
  "app",
  "components",
  "lib",
  "messages",
  "prisma/schema.prisma",
  "prisma/models",
  "public",
  "next.config.ts",
];
const BUILT_WITH = [
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
  "instrumentation.ts",
  "proxy.ts",
];
const isBuilt = (file) => !/(\.test\.tsx?$|^lib\/tools|^lib\/platform\/db\/generated)/.test(file);

/** Builds the app for production when anything that it is built from has changed. */
export async function buildApp(environment) {
  const mark = fingerprint([...BUILT_FROM, ...BUILT_WITH, "instrumentation-client.ts"], isBuilt);
  const build = async () => {
    const env = { ...process.env, ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    const { code, output } = await runQuietly(process.execPath, [NEXT, "build"], { cwd: ROOT, env });
    if (code !== 0) throw new Problem(`The build failed.\n${lastLines(output)}`);
    return "built";
  };
  mkdirSync(DATA_FOLDER, { recursive: true });
  return underLock(path.join(DATA_FOLDER, "build.lock"), () =>
    whenChanged(path.join(ROOT, ".next/built-from"), mark, build),
  );
}

/** The secret that signs sign-ins with the embedded database: made once, kept beside the data. */
export function ownSecret() {
  const file = path.join(DATA_FOLDER, "secret");
  mkdirSync(DATA_FOLDER, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/** Runs a TypeScript file of the project with Node; `quiet` collects the output instead of showing it. */
export function runTypeScript(file, args = [], { env = {}, quiet = false } = {}) {
  const environment = { ...process.env, ...env, TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.tools.json") };
  const run = quiet ? runQuietly : runAloud;
  return run(process.execPath, ["--import", "tsx", path.join(ROOT, file), ...args], { cwd: ROOT, env: environment });
}
