import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { ensureDatabase, withClient } from "./database.mjs";
import { birthOf, pause, runQuietly } from "./processes.mjs";
import { ROOT } from "./project.mjs";

const folders: string[] = [];

function newFolder(mode = 0o755) {
  const folder = mkdtempSync(path.join(tmpdir(), "caseload-supervisor-"));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Another process that opens the database of the folder, says whether it started it, and then does `after`. */
function starter(folder: string, after: string, fast = true) {
  const script = `
    import { ensureDatabase } from ${JSON.stringify(path.join(ROOT, "lib/tools/database.mjs"))};
    const database = await ensureDatabase({ folder: ${JSON.stringify(folder)}, fast: ${fast} });
    process.stdout.write((database.started ? "started " : "attached ") + database.port);
    ${after}`;
  return runQuietly(process.execPath, ["--input-type=module", "-e", script], { cwd: ROOT });
}

const postmaster = (folder: string) =>
  Number(readFileSync(path.join(folder, "data/postmaster.pid"), "utf8").split("\n")[0]);

const count = (url: string) =>
  withClient(url, async (client) => Number((await client.query("select count(*) from kept")).rows[0].count));

it("gives each test file a database of its own, as the role that owns nothing", async () => {
  await withClient(process.env.DATABASE_URL, async (client) => {
    const { rows } = await client.query("select current_user as role, current_database() as name");
    expect(rows[0].role).toBe("caseload_app");
    expect(rows[0].name).toMatch(/^test_/);
  });
});

it("ends with one server when two start at once, and the last one to leave stops it", async () => {
  const folder = newFolder();
  const stopAtEnd = "await new Promise((go) => setTimeout(go, 700)); await database.stop();";
  const outcomes = await Promise.all([starter(folder, stopAtEnd), starter(folder, stopAtEnd)]);
  const said = outcomes.map(({ output }) => output.split(" "));
  expect(said.map(([what]) => what).sort()).toEqual(["attached", "started"]);
  expect(said[0]?.[1]).toBe(said[1]?.[1]);
  expect(() => postmaster(folder)).toThrow();
});

it("comes back after the app was killed, after the server was killed, and with a misleading pid file", async () => {
  const folder = newFolder();
  await starter(folder, "process.kill(process.pid, 'SIGKILL')", false);
  const first = postmaster(folder);
  expect(birthOf(first)).not.toBeNull();

  const attached = await ensureDatabase({ folder });
  expect(attached.started).toBe(false);
  await withClient(attached.ownerUrl, (client) => client.query("create table kept as select generate_series(1, 5)"));

  process.kill(first, "SIGKILL");
  await pause(100);
  const second = await ensureDatabase({ folder });
  expect(second.started).toBe(true);
  expect(second.ownerUrl).toBe(attached.ownerUrl);
  expect(await count(second.ownerUrl)).toBe(5);
  await second.stop();

  // The number of a server long gone now belongs to another program: this one.
  writeFileSync(path.join(folder, "data/postmaster.pid"), `${process.pid}\n${folder}/data\n1\n1234\n\n\n\nready\n`);
  const third = await ensureDatabase({ folder });
  expect(await count(third.ownerUrl)).toBe(5);
  await third.stop();
  expect(() => postmaster(folder)).toThrow();
});

it("keeps its passwords from other users and listens to this machine only", async () => {
  const folder = newFolder();
  const database = await ensureDatabase({ folder, fast: true });
  const secrets = readFileSync(path.join(folder, "server.json"), "utf8");
  expect(JSON.parse(secrets).port).toBeLessThan(32_768);
  await withClient(database.superUrl, async (client) => {
    const { rows } = await client.query(
      "select current_setting('listen_addresses') as at, current_setting('data_checksums') as sums",
    );
    expect(rows[0]).toEqual({ at: "127.0.0.1", sums: "on" });
  });
  const open = Object.assign(new URL(database.appUrl), { password: "guessed" }).href;
  await expect(withClient(open, (client) => client.query("select 1"))).rejects.toThrow(
    "password authentication failed",
  );
  await database.stop();
});

// Only root lends the server another user, who may be shut out.
if (process.getuid?.() === 0) {
  it("finds another place when the project is closed to the server's user", async () => {
    const folder = newFolder(0o700);
    const database = await ensureDatabase({ folder, fast: true });
    folders.push(path.dirname(/in (\S+),/.exec(database.note)?.[1] ?? folder));
    expect(database.note).toContain("closed to other users");
    await database.stop();
  });
}
