import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ensureDatabase, withClient } from "./database.mjs";
import { migrate, readMigrations } from "./migrate.mjs";
import { isRunning } from "./processes.mjs";
import { ROOT, TEST_DATABASE_FOLDER } from "./project.mjs";

// Databases for tests: one fast server shared by everybody who tests in this folder, a migrated template per state of
// the migrations, and cheap clones of it. A clone carries the id of the process that made it; the dead ones are swept.

/** Serialises the making of templates between test runs. */
const TEMPLATE_LOCK = 20261122;

/** The same server and roles, another database. */
export function urlFor(url, database) {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

export async function startTestServer() {
  const server = await ensureDatabase({ folder: TEST_DATABASE_FOLDER, fast: true });
  // Local runs leave the server for the next one; a build machine is left as it was found.
  return { ...server, done: () => (process.env.CI ? server.stop() : server.leave()) };
}

function stateOfMigrations() {
  const hash = createHash("sha256").update(readFileSync(path.join(ROOT, "prisma/grants.sql")));
  for (const { name, checksum } of readMigrations()) hash.update(`${name} ${checksum}\n`);
  return hash.digest("hex").slice(0, 12);
}

async function exists(client, database) {
  return (await client.query("select 1 from pg_database where datname = $1", [database])).rowCount > 0;
}

/**
 * The name of a migrated template database, made if it is not there yet. `fill(ownerUrl, appUrl)` may put rows into it;
 * `state` then names what was put in.
 * @param {{ ownerUrl: string, appUrl: string }} server
 * @param {{ state?: string, fill?: (ownerUrl: string, appUrl: string) => Promise<unknown> }} [content]
 */
export async function ensureTemplate(server, { state = "", fill } = {}) {
  const mark = createHash("sha256").update(stateOfMigrations()).update(state).digest("hex").slice(0, 12);
  const template = `template_${mark}`;
  await withClient(server.ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    if (await exists(client, template)) return;
    const draft = `draft_${mark}`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    await migrate({ ownerUrl: urlFor(server.ownerUrl, draft), appRole: new URL(server.appUrl).username });
    await fill?.(urlFor(server.ownerUrl, draft), urlFor(server.appUrl, draft));
    await client.query(`alter database ${draft} rename to ${template}`);
  });
  return template;
}

/**
 * Drops a database with whoever is in it. The owner may not throw the app's role out, whose statements outlive an app
 * that was killed: so that role ends its own connections first.
 */
async function dropDatabase(server, name) {
  await withClient(server.appUrl, (client) =>
    client.query(
      "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and usename = current_user",
      [name],
    ),
  );
  await withClient(server.ownerUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
}

/** A database of one's own: a copy of the template. Answers its two addresses and how to drop it. */
export async function cloneDatabase(server, template) {
  const name = `test_${process.pid}_${randomBytes(6).toString("hex")}`;
  await withClient(server.ownerUrl, (client) => client.query(`create database ${name} template ${template}`));
  const drop = () => dropDatabase(server, name);
  return { name, ownerUrl: urlFor(server.ownerUrl, name), appUrl: urlFor(server.appUrl, name), drop };
}

/** Drops the clones of processes that have ended, and templates of states long gone. */
export async function sweepDatabases(server) {
  await withClient(server.ownerUrl, async (client) => {
    const { rows: old } = await client.query(
      "select datname as name from pg_database where datname like 'template\\_%' order by oid desc offset 8",
    );
    for (const { name } of old) await client.query(`drop database if exists ${name}`).catch(() => {});
    const { rows } = await client.query("select datname as name from pg_database where datname like 'test\\_%'");
    for (const { name } of rows) {
      if (isRunning(Number(name.split("_")[1]))) continue;
      await dropDatabase(server, name);
    }
  });
}
