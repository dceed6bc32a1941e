import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process with this id exists, also when it belongs to somebody else. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Names one life of a process, because the system hands the same number out again later. Null when it is gone. */
export function birthOf(pid) {
  if (!isRunning(pid)) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may contain spaces; the start time is field 22, counted from behind the bracket.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : rest[18];
  } catch {
    const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return stdout?.trim() || "unknown";
  }
}

/** Runs a program to its end without a terminal; resolves to its exit code and everything it printed. */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    // "exit", not "close": a server started by the program keeps the pipes open for ever.
    child.on("exit", (code, signal) => setTimeout(() => resolve({ code: code ?? 1, signal, output }), 5));
  });
}

/** Runs a program in this terminal; resolves to its exit code. */
export function runAloud(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], ...options });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? (signal ? 128 : 1)));
  });
}

export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
