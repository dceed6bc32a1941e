import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { machineLoad, ownSeconds, serverSeconds } from "./bench/processor-time.mjs";
import { ROOT, TEST_DATABASE_FOLDER } from "./project.mjs";
import { cloneDatabase, ensureTemplate, startTestServer } from "./test-databases.mjs";

// Measures an import from the upload to the last row and its undo, in a database of its own: `npm run bench:import [rows]`.
// The test server runs without fsync. A machine that others use too tells little by the clock alone, so each step also
// says how much processor time it took here and in the whole database server. Memory is that of the one process that
// reads, plans and writes; its heap is capped, since V8 otherwise keeps what it could give back.

const INSIDE = "--inside";
const HEAP_MB = 160;

async function outside() {
  const server = await startTestServer();
  const database = await cloneDatabase(server, await ensureTemplate(server));
  const folder = mkdtempSync(path.join(tmpdir(), "caseload-bench-"));
  const environment = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATA_DIR: folder,
    AUTH_SECRET: "a secret for measuring only, long enough to be taken",
    APP_ORIGIN: "http://localhost:3000",
    CASELOAD_TEST: "1",
    TSX_TSCONFIG_PATH: path.join(ROOT, "tsconfig.tools.json"),
  };
  const heap = [`--max-old-space-size=${HEAP_MB}`, "--expose-gc"];
  const flags = [...heap, "--conditions=react-server", "--import", "tsx", fileURLToPath(import.meta.url), INSIDE];
  const { status } = spawnSync(process.execPath, [...flags, ...process.argv.slice(2)], {
    cwd: ROOT,
    env: environment,
    stdio: "inherit",
  });
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(status ?? 1);
}

const HEADER =
  "Client ID,Company,Legal Name,Client Status,Center,Primary Counselor,Address,City,State,Zip,NAICS,Client Start Date,Agreement Signed,First Name,Last Name,Title,Email,Phone,Business Owner,Primary Contact,Preferred Language";

/** Two clients in three have two contacts, as in a real export. */
function clientFile(count) {
  const lines = [HEADER];
  for (let at = 0; lines.length <= count; at++) {
    const id = 100_000 + at;
    const facts = `${id},Company ${id} Services,Company ${id} LLC,Active,Center ${at % 5},Counselor Number${at % 20},${at} W Lake St,Chicago,IL,606${String(at % 99).padStart(2, "0")},459999,05/29/2019,2019-05-30`;
    const person = (place) =>
      `First${(at * 7) % 991},Last${at}x${place},Manager,person${at}x${place}@example.org,773-555-${String(at % 9999).padStart(4, "0")},${place ? "No,No" : "Yes,Yes"},English`;
    lines.push(`${facts},${person(0)}`);
    if (at % 3 !== 0) lines.push(`${facts},${person(1)}`);
  }
  return lines.slice(0, count + 1).join("\n");
}

async function load() {
  const [uploads, drafts, found, jobs, run, lifecycle, actors, database] = await Promise.all([
    import("../features/imports/uploads/commands.ts"),
    import("../features/imports/drafts/commands.ts"),
    import("../features/imports/drafts/queries.ts"),
    import("../features/imports/jobs.ts"),
    import("../platform/operation/run.ts"),
    import("../platform/operation/lifecycle.ts"),
    import("../platform/access/actor.ts"),
    import("../platform/db/db.ts"),
  ]);
  return { ...uploads, ...drafts, ...found, ...jobs, ...run, ...lifecycle, ...actors, ...database };
}

/** Runs each step with its times, and watches how much memory the process ever held. */
function stopwatch() {
  const postmaster = Number(
    readFileSync(path.join(TEST_DATABASE_FOLDER, "data/postmaster.pid"), "utf8").split("\n")[0],
  );
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 20);
  const times = () => [performance.now() / 1000, ownSeconds(), serverSeconds(postmaster)];
  return {
    stop: () => clearInterval(watch),
    async time(label, run) {
      const before = times();
      peak = process.memoryUsage.rss();
      const result = await run();
      const [wall, here, server] = times().map((now, place) => (now - before[place]).toFixed(2).padStart(6));
      const memory = `${(peak / 1e6).toFixed(0)} MB at most`;
      process.stdout.write(`${label.padEnd(7)} ${wall} s, processor ${here} s here ${server} s database, ${memory}\n`);
      return result;
    },
  };
}

async function inside(rows) {
  const app = await load();
  const { db, inTransaction } = app;
  const actor = app.systemActor("bench");
  const center = await db.center.create({ data: { name: "Main", timeZone: "America/Chicago" } });
  const work = (id) => app.workOnOperation(id, { import: app.importOperation });
  const bytes = Buffer.from(clientFile(rows));
  const watch = stopwatch();
  await db.account.count();
  globalThis.gc?.();
  const before = (process.memoryUsage.rss() / 1e6).toFixed(0);
  const file = `${rows} rows, ${(bytes.length / 1e6).toFixed(1)} MB`;
  process.stdout.write(`${file}; memory before ${before} MB, heap at most ${HEAP_MB} MB; load ${machineLoad()}\n`);
  const id = await watch.time("upload", () => app.uploadImport(actor, { name: "clients.csv", bytes }));
  await watch.time("plan", async () => {
    const draft = await app.findImportDraft(actor, id);
    const mapping = Object.fromEntries(draft.columns.map(({ index, field }) => [index, field]));
    const choices = { kind: "clients", mapping, dateOrders: {}, centerId: center.id, statusId: "" };
    await app.planImport(actor, { operationId: id, ...choices });
    await work(id);
  });
  await watch.time("apply", async () => {
    const named = await db.operationRow.findMany({ where: { operationId: id, position: { lte: 0 } } });
    await app.applyImport(actor, { operationId: id, create: { center: named.map((row) => row.id) } });
    await work(id);
  });
  process.stdout.write(`${await db.client.count()} clients, ${await db.contact.count()} contacts\n`);
  await watch.time("undo", async () => {
    await inTransaction((tx) => app.undoOperation(tx, id));
    await work(id);
  });
  process.stdout.write(`${await db.client.count()} clients left; load ${machineLoad()}\n`);
  watch.stop();
  await app.closeDatabase();
}

const rows = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 5000);
await (process.argv.includes(INSIDE) ? inside(rows) : outside());
