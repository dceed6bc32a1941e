import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { birthOf, pause } from "./processes.mjs";

// Claims are small files "pid birth": they say which living processes use a server, and which one may start it.

const me = () => `${process.pid} ${birthOf(process.pid)}`;

function isHeld(file) {
  try {
    const [pid, birth] = readFileSync(file, "utf8").split(" ");
    return Boolean(pid) && birthOf(Number(pid)) === birth;
  } catch {
    return false;
  }
}

function take(file) {
  try {
    writeFileSync(file, me(), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/**
 * Runs `work` while no other living process holds the same lock file. A lock left behind by a killed process is
 * taken over. Two processes that take over at the same instant are told apart by PostgreSQL's own lock file.
 */
export async function underLock(file, work) {
  for (const deadline = Date.now() + 300_000; !take(file); await pause(100)) {
    if (!isHeld(file)) rmSync(file, { force: true });
    if (Date.now() > deadline) throw new Error(`Another process has held ${file} for five minutes.`);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Notes that this process uses the server of the folder. */
export function joinUsers(folder) {
  const users = path.join(folder, "users");
  mkdirSync(users, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(users, String(process.pid)), me(), { mode: 0o600 });
}

/** Takes this process off the list; answers whether nobody else alive is on it. */
export function leaveUsers(folder) {
  const users = path.join(folder, "users");
  rmSync(path.join(users, String(process.pid)), { force: true });
  let others = 0;
  for (const name of readdirSync(users)) {
    if (isHeld(path.join(users, name))) others += 1;
    else rmSync(path.join(users, name), { force: true });
  }
  return others === 0;
}
