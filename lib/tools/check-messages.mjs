import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "./project.mjs";
import { walk } from "./source-files.mjs";

// Holds the words: catalogues that agree with each other, and with the code that asks for them.

const folder = (language) => path.join(ROOT, "messages", language);

function read(language, name) {
  const file = path.join(folder(language), name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function names(language) {
  return existsSync(folder(language)) ? readdirSync(folder(language)).filter((name) => name.endsWith(".json")) : [];
}

/** All messages of a catalogue as a flat map: "card.title" → text. */
function flatten(messages, prefix = "") {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** The parameters that a message is given: {name} and {count, plural, …}. */
function parametersOf(text) {
  return [...new Set([...text.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map(([, name]) => name))].sort().join(", ");
}

function languagesAgree() {
  return names("es").flatMap((name) => {
    const english = read("en", name);
    if (!english) return [`messages/es/${name}: there is no English catalogue of this name`];
    const [en, es] = [new Map(flatten(english)), new Map(flatten(read("es", name)))];
    const missing = [...en.keys()].filter((key) => !es.has(key)).map((key) => `messages/es/${name}: lacks "${key}"`);
    const extra = [...es.keys()]
      .filter((key) => !en.has(key))
      .map((key) => `messages/es/${name}: "${key}" is not in English`);
    const different = [...en]
      .filter(([key, text]) => es.has(key) && parametersOf(text) !== parametersOf(es.get(key)))
      .map(([key, text]) => `messages/es/${name}: "${key}" should be given ${parametersOf(text) || "nothing"}`);
    return [...missing, ...extra, ...different];
  });
}

const TRANSLATORS = new Set(["useTranslations", "getTranslations"]);

/** The namespace asked for by useTranslations("x") or await getTranslations("x"); undefined when it is not written out. */
function namespaceOf(init) {
  const call = init?.type === "AwaitExpression" ? init.argument : init;
  if (call?.type !== "CallExpression" || !TRANSLATORS.has(call.callee.name)) return undefined;
  const [argument] = call.arguments;
  return argument?.type === "Literal" ? argument.value : undefined;
}

const METHODS = new Set(["rich", "markup", "raw", "has"]);

/** The variable that is called to translate: t("…") and t.rich("…"). */
function translatorOf({ callee }) {
  if (callee.type === "Identifier") return callee.name;
  const isMethod = callee.type === "MemberExpression" && METHODS.has(callee.property.name);
  return isMethod && callee.object.type === "Identifier" ? callee.object.name : null;
}

function missingKeys(source, catalogue) {
  const namespaces = new Map();
  const problems = [];
  walk(source.program, (node) => {
    const namespace = node.type === "VariableDeclarator" ? namespaceOf(node.init) : undefined;
    if (namespace !== undefined) namespaces.set(node.id.name, [...(namespaces.get(node.id.name) ?? []), namespace]);
  });
  walk(source.program, (node) => {
    const [key] = node.type === "CallExpression" ? node.arguments : [];
    const asked = key?.type === "Literal" && typeof key.value === "string" ? namespaces.get(translatorOf(node)) : null;
    if (!asked || asked.some((namespace) => catalogue.has(`${namespace}.${key.value}`))) return;
    problems.push(`${source.file}:${source.lineOf(node.start)}: no message "${asked.join('" or "')}.${key.value}"`);
  });
  return problems;
}

function codeAgrees(sources) {
  const everything = names("en").flatMap((name) => flatten({ [name.replace(/\.json$/, "")]: read("en", name) }));
  const catalogue = new Set(everything.map(([key]) => key));
  return sources.filter(({ isTest }) => !isTest).flatMap((source) => missingKeys(source, catalogue));
}

export function checkMessages(sources) {
  return [
    { name: "English and Spanish agree", problems: languagesAgree() },
    { name: "every message asked for exists", problems: codeAgrees(sources) },
  ];
}
