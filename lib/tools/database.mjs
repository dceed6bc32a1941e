import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import pg from "pg";
import { joinUsers, leaveUsers, underLock } from "./claims.mjs";
import { Problem } from "./narrate.mjs";
import { freePort } from "./ports.mjs";
import { postgresHome } from "./postgres-home.mjs";
import { isRunning, pause, runQuietly } from "./processes.mjs";

// Looks after the embedded PostgreSQL server of one folder. The server outlives the process that started it, so that a
// killed app loses nothing and the next start simply attaches; the last living user stops it.

const OWNER = "caseload_owner";
const APP = "caseload_app";
const DATABASE = "caseload";

const DURABLE = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };
const FAST = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };

function secretsOf(folder) {
  const file = path.join(folder, "server.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8"));
  const password = () => randomBytes(24).toString("hex");
  const secrets = {
    id: randomBytes(6).toString("hex"),
    port: null,
    superuser: password(),
    [OWNER]: password(),
    [APP]: password(),
  };
  saveSecrets(folder, secrets);
  return secrets;
}

function saveSecrets(folder, secrets) {
  const draft = path.join(folder, `server.json.${process.pid}`);
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(draft, path.join(folder, "server.json"));
}

/** Connection strings of one server's database. */
function urlsOf(secrets) {
  const at = `127.0.0.1:${secrets.port}`;
  return {
    ownerUrl: `postgresql://${OWNER}:${secrets[OWNER]}@${at}/${DATABASE}`,
    appUrl: `postgresql://${APP}:${secrets[APP]}@${at}/${DATABASE}`,
    superUrl: `postgresql://postgres:${secrets.superuser}@${at}/postgres`,
  };
}

/**
 * Opens one connection for the time of `work`.
 * @template T
 * @param {string | undefined} connectionString
 * @param {(client: import("pg").Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  // A server that goes away between two statements must not end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Reads postmaster.pid: who serves this data folder, or null. A file that names another program is removed. */
function livingServer(data) {
  const file = path.join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  if (!pid || !isRunning(pid) || !servesFolder(pid, data)) {
    rmSync(file, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

function servesFolder(pid, data) {
  try {
    // PostgreSQL works inside its data folder; another program that got the same number does not.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch (error) {
    return error.code === "EACCES" || process.platform !== "linux";
  }
}

async function initialise(home, { secrets, fast }) {
  if (existsSync(path.join(home.data, "PG_VERSION"))) return;
  // A half-made folder of an interrupted start is never taken for a database: it gets its name when it is complete.
  const draft = `${home.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (home.user.uid !== undefined) chownSync(draft, home.user.uid, home.user.gid);
  const passwordFile = path.join(home.data, "..", `initdb.${process.pid}`);
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  if (home.user.uid !== undefined) chownSync(passwordFile, home.user.uid, home.user.gid);
  try {
    const flags = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8"];
    const args = [
      `--pgdata=${draft}`,
      ...flags,
      "--locale=C.UTF-8",
      "--data-checksums",
      ...(fast ? ["--no-sync"] : []),
    ];
    const { code, output } = await runQuietly(path.join(home.native, "bin/initdb"), args, { ...home.user, cwd: "/" });
    if (code !== 0) throw new Problem(`The database could not be created in ${home.data}.\n${output}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(home.data, { recursive: true, force: true });
  renameSync(draft, home.data);
}

function serverFlags(port, fast) {
  const settings = {
    ...(fast ? FAST : DURABLE),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: fast ? "300" : "100",
    shared_buffers: "128MB",
    // Disks have no arms any more, and a page's queries are too short to be worth compiling.
    random_page_cost: "1.1",
    effective_cache_size: "1GB",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    password_encryption: "scram-sha-256",
  };
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
  return [`-p ${port}`, ...flags].join(" ");
}

const control = (home, args) =>
  runQuietly(path.join(home.native, "bin/pg_ctl"), [...args, "-D", home.data], { ...home.user, cwd: "/" });

async function launch(folder, home, { secrets, port, fast }) {
  const log = path.join(home.data, "..", "server.log");
  if (!existsSync(log)) writeFileSync(log, "", { mode: 0o600 });
  if (home.user.uid !== undefined) chownSync(log, home.user.uid, home.user.gid);
  let output = "";
  for (let attempt = 0; attempt < 8; attempt += 1) {
    secrets.port = await freePort(port ?? secrets.port);
    saveSecrets(folder, secrets);
    const started = await control(home, ["start", "-w", "-t", "60", "-l", log, "-o", serverFlags(secrets.port, fast)]);
    if (started.code === 0) return;
    output = started.output;
    // After a kill the old server's children need a moment to let go of its shared memory.
    await pause(500);
  }
  throw new Problem(`The database did not start. The end of ${log} says why.\n${output}`);
}

/** Answers whether it had to start the server. */
async function attachOrStart(folder, home, { secrets, ...options }) {
  for (let waited = 0; waited < 240; waited += 1) {
    const server = livingServer(home.data);
    if (!server) break;
    if (server.ready) {
      if (server.port !== secrets.port) saveSecrets(folder, Object.assign(secrets, { port: server.port }));
      return false;
    }
    await pause(250);
  }
  await initialise(home, { secrets, fast: options.fast });
  await launch(folder, home, { secrets, ...options });
  return true;
}

/** Makes the two roles and the database, and sets their passwords to the remembered ones. */
async function prepareRoles(secrets) {
  await withClient(urlsOf(secrets).superUrl, async (client) => {
    const { rows } = await client.query("select current_setting('data_directory') as folder");
    if (!rows[0]) throw new Problem("The embedded database does not answer.");
    for (const [role, attributes] of [
      [OWNER, "login createdb nosuperuser"],
      [APP, "login nocreatedb nosuperuser"],
    ]) {
      const { rowCount } = await client.query("select 1 from pg_roles where rolname = $1", [role]);
      const verb = rowCount ? "alter" : "create";
      await client.query(`${verb} role ${role} ${attributes} password ${client.escapeLiteral(secrets[role])}`);
    }
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (rowCount) return;
    await client.query(`create database ${DATABASE} owner ${OWNER}`);
    await client.query(`revoke all on database ${DATABASE} from public`);
    await client.query(`grant connect, temporary on database ${DATABASE} to ${APP}`);
  });
}

async function stopServer(home) {
  if (!livingServer(home.data)) return;
  await control(home, ["stop", "-m", "fast", "-w", "-t", "60"]);
}

/**
 * Starts the embedded PostgreSQL of `folder`, or attaches to the one that serves it already.
 * `fast` gives durability up for speed: for tests only. `stop` stops the server unless another living process uses it.
 * @param {{ folder: string, port?: number, fast?: boolean }} options
 */
export async function ensureDatabase({ folder, port, fast = false }) {
  const root = path.resolve(folder);
  mkdirSync(root, { recursive: true, mode: 0o755 });
  const { home, secrets, started } = await underLock(path.join(root, "start.lock"), async () => {
    const secrets = secretsOf(root);
    const home = postgresHome(root, { id: secrets.id, lasting: !fast });
    const started = await attachOrStart(root, home, { secrets, port, fast });
    await prepareRoles(secrets);
    joinUsers(root);
    return { home, secrets, started };
  });
  const stop = () =>
    underLock(path.join(root, "start.lock"), async () => {
      if (leaveUsers(root)) await stopServer(home);
    });
  /** Leaves the server running for whoever comes next. */
  const leave = () => void leaveUsers(root);
  const isServing = () => livingServer(home.data) !== null;
  return { ...urlsOf(secrets), port: secrets.port, started, note: home.note, isServing, stop, leave };
}
