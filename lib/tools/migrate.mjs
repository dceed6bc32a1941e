import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDatabase, withClient } from "./database.mjs";
import { giveUp, Problem, say, step } from "./narrate.mjs";
import { DATABASE_FOLDER, loadEnvironment, ROOT } from "./project.mjs";

// Applies prisma/migrations as "prisma migrate deploy" would, but offline: that command needs an engine from the network.

/** The key under which every Prisma tool queues its migrations. */
const PRISMA_LOCK = 72707369;

const LEDGER = `create table if not exists _prisma_migrations (
  id                  varchar(36) primary key not null,
  checksum            varchar(64) not null,
  finished_at         timestamptz,
  migration_name      varchar(255) not null,
  logs                text,
  rolled_back_at      timestamptz,
  started_at          timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`;

/** The reviewed migrations of a folder in the order of their names: { name, sql, checksum (sha256, hex) }. */
export function readMigrations(folder = path.join(ROOT, "prisma/migrations")) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function appliedMigrations(client) {
  await client.query(LEDGER);
  const { rows } = await client.query(
    "select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  const broken = rows.find((row) => !row.finished_at);
  if (broken) {
    throw new Problem(
      `Migration ${broken.name} was begun by another tool and never finished.\n` +
        "Repair the database by hand, then set rolled_back_at or finished_at of its row in _prisma_migrations.",
    );
  }
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseChanged(migrations, applied) {
  const changed = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (!changed) return;
  throw new Problem(
    `Migration ${changed.name} was changed after it had been applied to this database.\n` +
      "Put the file back as it was and write a new migration; or, on a database without real data: npm run db:reset",
  );
}

function lineOf(sql, position) {
  return sql.slice(0, Number(position)).split("\n").length;
}

/** One file, one transaction: it is applied and noted, or nothing happened. */
async function apply(client, { name, sql, checksum }) {
  const startedAt = new Date();
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const where = error.position ? `, line ${lineOf(sql, error.position)}` : "";
    const hint = error.detail ? `\n${error.detail}` : "";
    throw new Problem(`Migration ${name} failed and was taken back${where}: ${error.message}${hint}`);
  }
}

async function migrateWorker(ownerUrl) {
  const { Logger, runMigrations } = await import("graphile-worker");
  const quiet = new Logger(() => () => {});
  await runMigrations({ connectionString: ownerUrl, logger: quiet });
}

async function grant(client, appRole) {
  const sql = readFileSync(path.join(ROOT, "prisma/grants.sql"), "utf8");
  await client.query("begin");
  await client.query(sql.replaceAll("caseload_app", client.escapeIdentifier(appRole)));
  await client.query("commit");
}

/**
 * Brings a database up to date: our migrations, those of the job queue, then what the app's role may do.
 * Several at once queue up. Answers the names of the migrations that this call applied.
 */
export async function migrate({ ownerUrl, appRole, migrations = readMigrations() }) {
  return withClient(ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [PRISMA_LOCK]);
    const applied = await appliedMigrations(client);
    refuseChanged(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of missing) await apply(client, migration);
    await migrateWorker(ownerUrl);
    await grant(client, appRole);
    return missing.map(({ name }) => name);
  });
}

export const roleOf = (url) => decodeURIComponent(new URL(url).username);

/**
 * Where the commands of this folder find the database: a server of one's own, or the embedded one.
 * `stop` leaves a server running that was running before; `shutDown` is for npm start, which owns it.
 */
export async function findDatabase() {
  const { DATABASE_URL, DATABASE_OWNER_URL } = process.env;
  if (DATABASE_URL) {
    const urls = { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL || DATABASE_URL };
    return { ...urls, note: "your own server", embedded: false, stop: async () => {}, shutDown: async () => {} };
  }
  const server = await ensureDatabase({ folder: DATABASE_FOLDER });
  const stop = async () => (server.started ? server.stop() : server.leave());
  return { ...server, embedded: true, stop, shutDown: server.stop };
}

export function migrationNote(names) {
  return names.length ? `applied ${names.join(", ")}` : "";
}

async function main() {
  loadEnvironment();
  const database = await findDatabase();
  try {
    await step("Migrate the database", async () =>
      migrationNote(await migrate({ ownerUrl: database.ownerUrl, appRole: roleOf(database.appUrl) })),
    );
    say("The database is up to date.");
  } finally {
    await database.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main().catch(giveUp);
