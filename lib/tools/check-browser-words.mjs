import { existsSync, readFileSync } from "node:fs";
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

const METHODS = new Set(["rich", "markup", "raw", "has"]);

/** The beginnings of the keys that an expression may stand for; [""] where they are not written out. */
function keysOf(argument) {
  if (argument?.type === "Literal") return [argument.value];
  if (argument?.type === "TemplateLiteral") return [argument.quasis[0].value.cooked];
  if (argument?.type !== "ConditionalExpression") return [""];
  return [...keysOf(argument.consequent), ...keysOf(argument.alternate)];
}

/** A branch for a key with a dot, "*" for the words that hang on the namespace itself. */
function branchOf(namespace, key) {
  if (key === "") return namespace;
  return key.includes(".") ? `${namespace}.${key.split(".")[0]}` : `${namespace}.*`;
}

/** Keys asked of the translator called `name`; [""] as soon as it is handed on. */
function keysAskedOf(name, program) {
  const keys = new Set();
  walk(program, (node, parent) => {
    if (node.type !== "Identifier" || node.name !== name) return;
    if (parent?.type === "VariableDeclarator" || (parent?.type === "Property" && parent.key === node)) return;
    if (parent?.type === "CallExpression" && parent.callee === node) {
      for (const key of keysOf(parent.arguments[0])) keys.add(key);
    } else if (parent?.type !== "MemberExpression" || !METHODS.has(parent.property.name)) keys.add("");
  });
  walk(program, (node) => {
    const { callee } = node;
    if (node.type !== "CallExpression" || callee.type !== "MemberExpression" || callee.object.name !== name) return;
    for (const key of keysOf(node.arguments[0])) keys.add(key);
  });
  return keys.has("") ? [""] : [...keys];
}

/** Branches of the catalogue that one file asks for ("clients.bulk", "clients.*", "clients"); "" where none is written out. */
function askedBy({ program }) {
  const asked = new Set();
  walk(program, (node) => {
    const call = node.type === "VariableDeclarator" ? node.init : null;
    if (call?.type !== "CallExpression" || call.callee.name !== "useTranslations") return;
    const namespace = call.arguments[0]?.value;
    if (typeof namespace !== "string") return asked.add("");
    for (const key of keysAskedOf(node.id.name, program)) asked.add(branchOf(namespace, key));
  });
  return [...asked];
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

/** Whether a whole branch is listed of which only some is asked for. */
function isTooWide(listed, asked) {
  if (listed.endsWith(".*") || asked.has(listed)) return false;
  const [name, ...rest] = listed.split(".");
  const file = path.join(ROOT, "messages/en", `${name}.json`);
  let branch = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  for (const key of rest) branch = branch?.[key] ?? {};
  const kept = new Set([...asked].filter((one) => covers(listed, one)).map((one) => one.split(".")[rest.length + 1]));
  return Object.entries(branch).some(([key, words]) => !kept.has(typeof words === "string" ? "*" : key));
}

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
    const listed = table.get(holder).find((one) => covers(one, namespace));
    const mark = `${holder} ${listed}`;
    used.set(mark, (used.get(mark) ?? new Set()).add(namespace));
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
  const used = new Map();
  const shown = sources.filter(({ file, isTest }) => file.startsWith("app/") && file.endsWith(".tsx") && !isTest);
  const missing = shown.flatMap(({ file }) => problemsOf(file, { graph, table, used }));
  const unused = [...table].flatMap(([area, words]) =>
    words
      .filter((listed) => !used.has(`${area} ${listed}`))
      .map((listed) => `${TABLE}: "${area}" lists "${listed}", which nothing there asks for in the browser`),
  );
  const wide = [...used]
    .filter(([mark, asked]) => isTooWide(mark.slice(mark.indexOf(" ") + 1), asked))
    .map(([mark, asked]) => `${TABLE}: ${mark} is more than is asked for there: ${[...asked].join(", ")}`);
  const heavy = shown.flatMap(({ file }) => heavyPackages(file, graph));
  return [
    { name: "code sent to the browser is light", problems: [...new Set(heavy)] },
    {
      name: "words sent to the browser",
      problems: [...new Set([...missing, ...unused, ...wide, ...layoutProblems(table, sources)])],
    },
  ];
}
