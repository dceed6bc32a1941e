import { readdirSync, readFileSync } from "node:fs";
import { Problem } from "../narrate.mjs";
import { freePort } from "../ports.mjs";
import { pause } from "../processes.mjs";
import { ROOT } from "../project.mjs";
import { processCount, startProcess } from "../serving.mjs";

// Starts a production build to be measured, and says how much memory it holds.

const SECONDS_TO_START = 60;

async function answers(address) {
  return fetch(address).then(
    (response) => response.ok,
    () => false,
  );
}

/**
 * Serves the build in `folder` as npm start does; `probe` is an address that answers once it is ready.
 * @returns {Promise<{ origin: string, memory: () => number | null, stop: () => Promise<void> }>}
 */
export async function serve({ folder = ROOT, probe, environment = () => ({}), preloads = [] }) {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const all = { ...process.env, ...environment(origin), NODE_ENV: "production", PORT: String(port) };
  const start = () => startProcess({ folder, port, environment: all, preloads, output: "ignore" });
  const children = Array.from({ length: processCount(all) }, start);
  const stop = () => Promise.all(children.map(end));
  for (let waited = 0; waited < SECONDS_TO_START * 10; waited += 1) {
    if (await answers(origin + probe)) return { origin, memory: () => memoryOf(children.map(({ pid }) => pid)), stop };
    if (children.some(({ exitCode }) => exitCode !== null)) break;
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

/** Resident memory of processes and their children in bytes; null where the system does not tell. */
function memoryOf(pids) {
  if (process.platform !== "linux") return null;
  const all = new Map();
  for (const name of readdirSync("/proc")) {
    const status = /^\d+$/.test(name) ? statusOf(name) : null;
    if (status) all.set(Number(name), status);
  }
  const isOurs = (one) =>
    pids.includes(one) || (all.has(one) && all.get(one).parent > 1 && isOurs(all.get(one).parent));
  return [...all].filter(([one]) => isOurs(one)).reduce((sum, [, { resident }]) => sum + resident, 0);
}
