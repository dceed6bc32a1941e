import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ROOT } from "../project.mjs";

// How much JavaScript each page of the production build loads before anything is pressed, compressed.

const MANIFEST = "page_client-reference-manifest.js";
/** Bytes, gz: the portal is for phones; the back office loads its editors when they are opened. */
const BUDGETS = { portal: 200_000, staff: 220_000 };

function* manifestsIn(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* manifestsIn(place);
    else if (entry.name === MANIFEST) yield place;
  }
}

/** The manifest is a script that puts its object into a global; the object itself is JSON. */
function readManifest(file) {
  const text = readFileSync(file, "utf8");
  return JSON.parse(text.slice(text.indexOf("] = ") + 4).replace(/;\s*$/, ""));
}

function weigher(build) {
  const known = new Map();
  return (file) => {
    const place = path.join(build, file);
    if (!known.has(file)) known.set(file, existsSync(place) ? gzipSync(readFileSync(place)).length : 0);
    return known.get(file);
  };
}

/** All pages, the heaviest first: { route, area, budget, bytes, chunks }; polyfills for old browsers are left out. */
export function weighRoutes(build = path.join(ROOT, ".next")) {
  const app = path.join(build, "server/app");
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(build, "build-manifest.json"), "utf8"));
  const weightOf = weigher(build);
  const routes = [...manifestsIn(app)].map((file) => {
    const route = path.relative(app, path.dirname(file)).split(path.sep).join("/");
    const area = route.startsWith("(staff)") ? "staff" : "portal";
    const entries = Object.values(readManifest(file).entryJSFiles ?? {});
    const chunks = [...new Set([...rootMainFiles, ...entries.flat()])].filter((chunk) => chunk.endsWith(".js"));
    const bytes = chunks.reduce((sum, chunk) => sum + weightOf(chunk), 0);
    return { route, area, budget: BUDGETS[area], bytes, chunks };
  });
  return routes.sort((a, b) => b.bytes - a.bytes);
}
