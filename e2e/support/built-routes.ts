import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../../lib/tools/project.mjs";

/** What belongs to the framework and shows nobody's data. */
const FRAMEWORK = /^\/(_not-found|_global-error|favicon\.ico|icon\.svg|apple-icon|manifest\.webmanifest|robots\.txt)/;

/** An address of the production build and what it can be asked for. */
export type BuiltRoute = { address: string; handler: boolean; methods: string[] };

/** "/(staff)/staff/tasks/page" is "/staff/tasks". */
function addressOf(entry: string): string {
  const parts = entry.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

function methodsOf(entry: string): string[] {
  const source = readFileSync(path.join(ROOT, "app", `${entry.slice(1)}.ts`), "utf8");
  const names = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  return names.filter((name) => new RegExp(`(function |as )${name}\\b`).test(source));
}

/** Every page and route handler of the production build, read from its own manifest. */
export function builtRoutes(): BuiltRoute[] {
  const folder = path.join(ROOT, ".next/server");
  const manifest = readdirSync(folder).includes("app-paths-manifest.json")
    ? JSON.parse(readFileSync(path.join(folder, "app-paths-manifest.json"), "utf8"))
    : {};
  const entries = Object.keys(manifest).filter((entry) => !FRAMEWORK.test(entry));
  return entries.map((entry) => {
    const handler = entry.endsWith("/route");
    return { address: addressOf(entry), handler, methods: handler ? methodsOf(entry) : ["GET"] };
  });
}
