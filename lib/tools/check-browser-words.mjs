import { existsSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./project.mjs";
import { walk } from "./source-files.mjs";

// Holds lib/platform/i18n/browser-namespaces.ts: what is sent to the browser is what is asked for there, no less, no more.
// And keeps what only the server needs out of the browser's code.

const TABLE = "lib/platform/i18n/browser-namespaces.ts";

/** The table as it is written: folder of app → paths of messages. */
function readTable(sources) {
  const table = new Map();
  const source = sources.find(({ file }) => file === TABLE);
  walk(source?.program, (node) => {
    if (node.type !== "Property" || node.value.type !== "ArrayExpression") return;
    const words = node.value.elements.map((element) => element.value);
    table.set(node.key.value ?? node.key.name, words);
  });
  return table;
}

/** Schemas are checked on the server, and so are telephone numbers. */
const SERVER_ONLY = new Set(["zod", "libphonenumber-js"]);

function openingWord({ program }) {
  return program.body.find((statement) => statement.directive)?.directive ?? null;
}

/** Files that this one needs at run time, `import()` included. */
function neededBy(source, fileOf) {
  const targets = source.imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target);
  walk(source.program, (node) => {
    if (node.type !== "ImportExpression" || typeof node.source.value !== "string") return;
    const { value } = node.source;
    if (value.startsWith("@/")) targets.push(value.slice(2));
    if (value.startsWith(".")) targets.push(path.posix.join(path.posix.dirname(source.file), value));
  });
  return targets.map(fileOf).filter(Boolean);
}

/** Namespaces of useTranslations in one file; "" where none is written out. */
function askedBy(source) {
  const asked = [];
  walk(source.program, (node) => {
    if (node.type !== "CallExpression" || node.callee.name !== "useTranslations") return;
    const value = node.arguments[0]?.value;
    asked.push(typeof value === "string" ? value : "");
  });
  return asked;
}

/** One entry per file of the project: whether it begins in the browser, what it needs, what words it asks for. */
function readGraph(sources) {
  const byName = new Map(sources.map((source) => [source.file.replace(/\.(tsx?|mjs)$/, ""), source]));
  const graph = new Map();
  for (const source of sources) {
    const opening = openingWord(source);
    graph.set(source.file, {
      isBrowser: opening === "use client",
      // A server action is called over the network: what it needs stays there.
      needs: opening === "use server" ? [] : neededBy(source, (target) => byName.get(target)?.file),
      asked: askedBy(source),
      packages: source.imports.filter(({ typeOnly, target }) => !typeOnly && !target).map(({ specifier }) => specifier),
    });
  }
  return graph;
}

/** Calls `see(file, entry)` for everything that runs in the browser when `start` is shown. */
function walkBrowser(start, graph, see) {
  const seen = new Set();
  const visit = (file, above) => {
    const entry = graph.get(file);
    const inBrowser = above || entry?.isBrowser;
    const mark = `${file} ${inBrowser}`;
    if (!entry || seen.has(mark)) return;
    seen.add(mark);
    if (inBrowser) see(file, entry);
    for (const next of entry.needs) visit(next, inBrowser);
  };
  visit(start, false);
}

/** Words asked for in the browser by what `start` shows: namespace → a file that asks. */
function browserWords(start, graph) {
  const words = new Map();
  walkBrowser(start, graph, (file, { asked }) => {
    for (const namespace of asked) words.set(namespace, file);
  });
  return words;
}

function heavyPackages(start, graph) {
  const problems = [];
  walkBrowser(start, graph, (file, { packages }) => {
    for (const name of packages.filter((one) => SERVER_ONLY.has(one.split("/")[0])))
      problems.push(`${file}: runs in the browser and imports ${name}`);
  });
  return problems;
}

const covers = (listed, namespace) => namespace === listed || namespace.startsWith(`${listed}.`);

/** The folders of the table around a file of app, outermost first. */
function areasOf(file, table) {
  return [...table.keys()].filter((area) => area === "" || file.startsWith(`app/${area}/`));
}

function problemsOf(file, { graph, table, used }) {
  const areas = areasOf(file, table);
  return [...browserWords(file, graph)].flatMap(([namespace, asker]) => {
    if (!namespace) return [`${asker}: runs in the browser, so its useTranslations names what it needs`];
    const holder = areas.find((area) => table.get(area).some((listed) => covers(listed, namespace)));
    if (holder === undefined) return [`${TABLE}: "${areas.at(-1)}" lacks "${namespace}" (${asker})`];
    used.add(`${holder} ${table.get(holder).find((listed) => covers(listed, namespace))}`);
    return [];
  });
}

function layoutProblems(table, sources) {
  return [...table.keys()].flatMap((area) => {
    const file = path.posix.join("app", area, "layout.tsx");
    const layout = existsSync(path.join(ROOT, file)) && sources.find((source) => source.file === file);
    return layout?.text?.includes(`browserWords("${area}")`) ? [] : [`${file}: hands out browserWords("${area}")`];
  });
}

/** Every word the browser asks for is sent to it by the layout around, and nothing else is. */
export function checkBrowserWords(sources) {
  const table = readTable(sources);
  const graph = readGraph(sources);
  const used = new Set();
  const shown = sources.filter(({ file, isTest }) => file.startsWith("app/") && file.endsWith(".tsx") && !isTest);
  const missing = shown.flatMap(({ file }) => problemsOf(file, { graph, table, used }));
  const unused = [...table].flatMap(([area, words]) =>
    words
      .filter((listed) => !used.has(`${area} ${listed}`))
      .map((listed) => `${TABLE}: "${area}" lists "${listed}", which nothing there asks for in the browser`),
  );
  const heavy = shown.flatMap(({ file }) => heavyPackages(file, graph));
  return [
    { name: "code sent to the browser is light", problems: [...new Set(heavy)] },
    {
      name: "words sent to the browser",
      problems: [...new Set([...missing, ...unused, ...layoutProblems(table, sources)])],
    },
  ];
}
