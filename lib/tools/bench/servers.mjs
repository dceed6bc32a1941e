import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { Problem } from "../narrate.mjs";
import { freePort } from "../ports.mjs";
import { pause } from "../processes.mjs";
import { NEXT, ROOT } from "../project.mjs";
import { SERVING } from "../serving.mjs";

// Starts a production build to be measured, and says how much memory it holds.

const SECONDS_TO_START = 60;

async function answers(address) {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Serves the build in `folder`; `probe` is an address that answers once it is ready.
 * @returns {Promise<{ origin: string, pid: number, stop: () => Promise<void> }>}
 */
export async function serve({ folder = ROOT, probe, environment = () => ({}), preload = [] }) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const preloads = preload.flatMap((file) => ["--import", file]);
  const child = spawn(process.execPath, [...SERVING.args, ...preloads, NEXT, "start", "-p", String(port)], {
    cwd: folder,
    env: { ...process.env, ...SERVING.env, ...environment(origin), NODE_ENV: "production", PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const stop = () => end(child);
  for (let waited = 0; waited < SECONDS_TO_START * 10; waited += 1) {
    if (await answers(origin + probe)) return { origin, pid: child.pid, stop };
    if (child.exitCode !== null) break;
    await pause(100);
  }
  await stop();
  throw new Problem(`The build in ${folder} did not start; what it says stands above.`);
}

function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.on("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5000).unref();
  });
}

function statusOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/status`, "utf8");
    const read = (name) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1] ?? 0);
    return { parent: read("PPid"), resident: read("VmRSS") * 1024 };
  } catch {
    return null;
  }
}

/** Resident memory of a process and its children in bytes; null where the system does not tell. */
export function memoryOf(pid) {
  if (process.platform !== "linux") return null;
  const all = new Map();
  for (const name of readdirSync("/proc")) {
    const status = /^\d+$/.test(name) ? statusOf(name) : null;
    if (status) all.set(Number(name), status);
  }
  const isOurs = (one) => one === pid || (all.has(one) && all.get(one).parent > 1 && isOurs(all.get(one).parent));
  return [...all].filter(([one]) => isOurs(one)).reduce((sum, [, { resident }]) => sum + resident, 0);
}
