import cluster from "node:cluster";
import path from "node:path";
import { Problem } from "./narrate.mjs";
import { NEXT, ROOT } from "./project.mjs";

// How Node serves the built app. A page is drawn by one core; where there are more, several processes may share the port,
// and the database keeps them apart as it does instances.

const preload = (file) => ["--import", file];

/** The memory of a process stays near what is in use. */
const ARGUMENTS = ["--max-semi-space-size=8", ...preload(path.join(ROOT, "lib/tools/small-heap.mjs"))];
/** A few arenas are enough for what the C library hands out beside the heap. */
const MEMORY = { MALLOC_ARENA_MAX: "2" };

/** How many processes serve: WEB_CONCURRENCY, else one. */
export function processCount({ WEB_CONCURRENCY: wanted }) {
  if (!wanted) return 1;
  if (!/^[1-9]\d?$/.test(wanted))
    throw new Problem(`WEB_CONCURRENCY is the number of processes that serve, 1 to 99, not "${wanted}".`);
  return Number(wanted);
}

/** Starts a process that serves the build in `folder`, shares the port with its like, and ends with the one that started it. */
export function startProcess({ folder = ROOT, port, environment, preloads = [], output = "inherit" }) {
  cluster.setupPrimary({
    exec: NEXT,
    args: ["start", "-p", String(port)],
    execArgv: [...ARGUMENTS, ...preloads.flatMap(preload)],
    cwd: folder,
    stdio: ["ignore", output, "inherit", "ipc"],
  });
  return cluster.fork({ ...MEMORY, ...environment }).process;
}
