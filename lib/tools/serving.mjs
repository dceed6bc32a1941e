import path from "node:path";
import { ROOT } from "./project.mjs";

const preload = (name) => ["--import", path.join(ROOT, "lib/tools", name)];

/**
 * How Node serves the built app: it ends with the process that started it, and its memory stays near what is in use. A
 * few arenas are enough for what the C library hands out beside the heap.
 */
export const SERVING = {
  args: ["--max-semi-space-size=8", ...preload("with-parent.mjs"), ...preload("small-heap.mjs")],
  env: { MALLOC_ARENA_MAX: "2" },
};
