import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { DATA_FOLDER } from "../project.mjs";
import { timed } from "./load.mjs";
import { serve } from "./servers.mjs";
import { isSeen, RECORDER, takeStatements } from "./statements.mjs";

// The first limit: what a page asks the database, taken from the app itself, and asked again without the app.

const FILE = path.join(DATA_FOLDER, "bench-statements");
const LANES = 8;

/** The statements of one request of each work, with their values: name → statements. */
export async function recordStatements(works, environment) {
  const app = await serve({
    probe: "/api/health",
    preloads: [RECORDER],
    environment: (origin) => ({ ...environment(origin), CASELOAD_STATEMENTS: FILE, WEB_CONCURRENCY: "1" }),
  });
  const statements = new Map();
  try {
    for (const work of works) {
      // The first time loads the page's code and the words.
      for (let turn = 0; turn < 2; turn += 1) {
        takeStatements(FILE);
        await timed(work, { origin: app.origin, turn: 1, lane: 0 });
      }
      statements.set(
        work.name,
        takeStatements(FILE).filter((statement) => !isSeen(statement)),
      );
    }
  } finally {
    await app.stop();
    rmSync(FILE, { force: true });
  }
  return statements;
}

const nameOf = (text) => `bench_${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;

/** New rows have ids of their own and cannot be written twice; the limit is a little too low without them. */
const isRepeatable = ({ text }) => !/\binsert into\b/i.test(text);

/** What was changed is taken back, so that it can be changed again. */
const undone = (text) => (/^\s*commit/i.test(text) ? "rollback" : text);

async function runAll(client, statements) {
  const started = performance.now();
  for (const { text, values } of statements.filter(isRepeatable)) {
    if (values.length) await client.query({ name: nameOf(text), text, values });
    else await client.query(undone(text));
  }
  return performance.now() - started;
}

/** Connections on which recorded statements can be run again, prepared, one after another. */
export async function openLimits(url) {
  const clients = await Promise.all(
    Array.from({ length: LANES }, async () => {
      const client = new pg.Client(url);
      await client.connect();
      return client;
    }),
  );
  return {
    run: (statements) => (_turn, lane) => runAll(clients[lane], statements),
    close: () => Promise.all(clients.map((client) => client.end())),
  };
}
