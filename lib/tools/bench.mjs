import { mkdirSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { EMPTY, serveEmptyApp } from "./bench/empty-app.mjs";
import { openLimits, recordStatements } from "./bench/limits.mjs";
import { median, medianOf, timed } from "./bench/load.mjs";
import { signEverybodyIn } from "./bench/people.mjs";
import { machine, weightTable, workTable } from "./bench/report.mjs";
import { serve } from "./bench/servers.mjs";
import { weighRoutes } from "./bench/weights.mjs";
import { allWork } from "./bench/work.mjs";
import { withClient } from "./database.mjs";
import { findDatabase, migrate, roleOf } from "./migrate.mjs";
import { giveUp, say, step } from "./narrate.mjs";
import { DATA_FOLDER, loadEnvironment } from "./project.mjs";
import { clientsWanted, LARGE, seedLarge } from "./seed-large.mjs";
import { buildApp, generateClient } from "./setup.mjs";
import { urlFor } from "./test-databases.mjs";

// npm run bench [-- --clients 1000000] [-- --rounds 5] [-- --only "search"]: the production build against the large
// database, next to what the same machine can do at best. Say what else ran when you quote it.

const SECRET = "a secret for measuring only, long enough to be taken";
const COUNT = { 1: 40, 8: 160 };
const RESULT = path.join(DATA_FOLDER, "bench.json");

function option(name, otherwise) {
  const place = process.argv.indexOf(name);
  return place === -1 ? otherwise : process.argv[place + 1];
}

async function isFilled(url, clients) {
  const count = () =>
    withClient(url, async (client) => (await client.query("select count(*)::int as count from clients")).rows[0].count);
  return (await count().catch(() => 0)) === clients;
}

/** The large database, made or brought up to date. */
async function ensureLarge({ ownerUrl, appUrl }, clients) {
  const large = { ownerUrl: urlFor(ownerUrl, LARGE), appUrl: urlFor(appUrl, LARGE) };
  if (!(await isFilled(large.ownerUrl, clients))) return seedLarge({ ownerUrl, appUrl, clients });
  await migrate({ ownerUrl: large.ownerUrl, appRole: roleOf(appUrl) });
  return large;
}

const environmentFor = (large) => (origin) => ({
  APP_ORIGIN: origin,
  AUTH_SECRET: SECRET,
  DATABASE_URL: large.appUrl,
  DATABASE_OWNER_URL: "",
  DATA_DIR: path.join(DATA_FOLDER, "bench-files"),
  CASELOAD_DEMO: "0",
  CASELOAD_EMBEDDED: "1",
  CASELOAD_TEST: "",
  RESEND_API_KEY: "",
  SMTP_URL: "",
  LOG_LEVEL: "warn",
});

/** Medians of one round: one at a time and eight at once. */
async function oneRound(run, { count, both }) {
  const alone = await medianOf(run, { count: count ?? COUNT[1], lanes: 1 });
  return [alone, both ? await medianOf(run, { count: count ?? COUNT[8], lanes: 8 }) : null];
}

/** Runs everything in turn, several rounds, so that a disturbance meets all alike; medians over the rounds. */
async function measure(runs, rounds) {
  const seen = runs.map(() => []);
  // The first round only warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, { run, ...options }] of runs.entries()) {
      const times = await oneRound(
        run,
        round === 0 ? { ...options, count: Math.min(options.count ?? 16, 16) } : options,
      );
      if (round > 0) seen[at].push(times);
    }
  }
  return seen.map((rows) => [0, 1].map((at) => (rows[0][at] === null ? null : median(rows.map((row) => row[at])))));
}

async function measureWork(works, { app, empty, statements, limits, rounds }) {
  const runs = [];
  const add = (run, options = {}) => runs.push({ run, both: true, ...options }) - 1;
  const floors = Object.fromEntries(
    Object.entries(EMPTY).map(([kind, work]) => [kind, add((turn, lane) => timed(work, { ...empty, turn, lane }))]),
  );
  const places = works.map((work) => {
    const options = { count: work.count, both: work.budget[1] !== null };
    return {
      work,
      ours: add((turn, lane) => timed(work, { ...app, turn, lane }), options),
      sql: add(limits.run(statements.get(work.name)), options),
    };
  });
  const times = await measure(runs, rounds);
  return places.map(({ work, ours, sql }) => ({
    name: work.name,
    budget: work.budget,
    ours: times[ours],
    sql: times[sql],
    statements: statements.get(work.name).length,
    empty: work.floor ? times[floors[work.floor]] : null,
  }));
}

function publish({ results, memory, routes, clients, rounds }) {
  const load = loadavg()[0].toFixed(1);
  const where = `${machine()}; ${clients.toLocaleString("en")} clients; medians of ${rounds} rounds; load ${load}`;
  say(`\n${where}\n\n${workTable(results)}\n`);
  if (memory) say(`Memory of the app afterwards: ${(memory / 1e6).toFixed(0)} MB (budget 350 MB)\n`);
  say(`${weightTable(routes)}\n`);
  mkdirSync(DATA_FOLDER, { recursive: true });
  writeFileSync(RESULT, JSON.stringify({ where, results, memory, routes }, null, 2));
  say(`As data: ${path.relative(process.cwd(), RESULT)}`);
}

async function bench(large, { clients, rounds }) {
  const environment = environmentFor(large);
  await step("Build", () => buildApp(environment("http://localhost:3000")));
  const cookies = await withClient(large.ownerUrl, (client) => signEverybodyIn(client, SECRET));
  const only = option("--only", "");
  const all = await withClient(large.ownerUrl, (client) => allWork({ client, clients, cookies }));
  const works = all.filter(({ name }) => name.includes(only));
  let statements;
  await step("Read the statements", async () => {
    statements = await recordStatements(works, environment);
  });
  const empty = await serveEmptyApp();
  const app = await serve({ probe: "/api/health", environment });
  const limits = await openLimits(large.appUrl);
  try {
    let results;
    await step("Measure", async () => {
      results = await measureWork(works, { app, empty, statements, limits, rounds });
    });
    publish({ results, memory: app.memory(), routes: weighRoutes(), clients, rounds });
  } finally {
    await limits.close();
    await app.stop();
    await empty.stop();
  }
}

async function main() {
  loadEnvironment();
  const clients = clientsWanted(process.argv);
  await generateClient();
  const database = await findDatabase();
  try {
    let large;
    await step("Large database", async () => {
      large = await ensureLarge(database, clients);
    });
    await bench(large, { clients, rounds: Number(option("--rounds", "3")) });
  } finally {
    await database.stop();
  }
}

main().catch(giveUp);
