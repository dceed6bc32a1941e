import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "oxc-parser";
import { ROOT } from "./project.mjs";

// Every source file once, parsed: what the house checks look at.

const FOLDERS = ["app", "components", "lib", "prisma", "e2e"];
const GENERATED = "lib/platform/db/generated";

function* filesIn(folder) {
  if (!existsSync(path.join(ROOT, folder)) || folder === GENERATED) return;
  for (const entry of readdirSync(path.join(ROOT, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(name);
    else yield name;
  }
}

function rootFiles() {
  return readdirSync(ROOT).filter((name) => /\.(ts|mjs)$/.test(name) && name !== "next-env.d.ts");
}

const isCode = (name) => /\.(tsx?|mjs)$/.test(name) && !name.endsWith(".d.ts");

/** Where an import leads inside the project, without its extension; null for packages. */
function targetOf(file, specifier) {
  if (specifier.startsWith("@/")) return specifier.slice(2).replace(/\.(tsx?|mjs)$/, "");
  if (!specifier.startsWith(".")) return null;
  return path.posix.join(path.posix.dirname(file), specifier).replace(/\.(tsx?|mjs)$/, "");
}

function importsOf(file, module) {
  const named = module.staticImports.map(({ start, moduleRequest, entries }) => ({
    start,
    specifier: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ start, entries }) =>
    entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({ start, specifier: entry.moduleRequest.value, typeOnly: entry.isType, passedOn: true })),
  );
  return [...named, ...passedOn].map((found) => ({ ...found, target: targetOf(file, found.specifier) }));
}

function parse(file) {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  const { program, module, comments, errors } = parseSync(file, text);
  if (errors.length) throw new Error(`${file}: ${errors[0].message}`);
  return {
    file,
    text,
    program,
    comments,
    isTest: /\.(test|spec)\.tsx?$/.test(file),
    lines: text.trimEnd().split("\n").length,
    imports: importsOf(file, module),
    exports: module.staticExports.flatMap(({ entries }) => entries),
    lineOf: (offset) => text.slice(0, offset).split("\n").length,
  };
}

/** All files of the source folders, code or not, by their path from the project's folder. */
export function allFiles() {
  return FOLDERS.flatMap((folder) => [...filesIn(folder)]).sort();
}

/** All code, parsed. */
export function readSources() {
  return [...rootFiles(), ...allFiles().filter(isCode)].map(parse);
}

/** Calls `visit(node, parent)` for every node of a syntax tree, outer nodes first. */
export function walk(node, visit, parent = null) {
  if (!node || typeof node.type !== "string") return;
  visit(node, parent);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const child of value) walk(child, visit, node);
    else if (value && typeof value === "object") walk(value, visit, node);
  }
}
