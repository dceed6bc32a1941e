import { allFiles } from "./source-files.mjs";

// Holds the shape of lib/features, app and components: which files there may be, and who may import whom.

export const RUNGS = {
  1: [
    "settings",
    "centers",
    "accounts",
    "custom-fields",
    "drafts",
    "filters",
    "merges",
    "messages",
    "notices",
    "pins",
    "practitioners",
    "tasks",
    "templates",
  ],
  2: ["contacts", "clients", "prospects", "agreements"],
  3: ["documents", "scheduling", "training", "calendar", "testimonials", "requests", "assessments", "billing"],
  4: ["conversions", "leaving", "recycling", "mailings", "stream", "inbox", "portal-logins"],
  5: ["imports", "updates", "exports", "reports", "federal-export", "audit", "api", "configuration"],
};
const RUNG_OF = new Map(Object.entries(RUNGS).flatMap(([rung, names]) => names.map((name) => [name, Number(rung)])));

/** Inside a feature arrows point to the same or a lower level. */
const LEVELS = {
  schema: 0,
  rules: 0,
  copy: 0,
  scope: 1,
  queries: 1,
  emails: 1,
  "filter-fields": 1,
  "bulk-fields": 1,
  "import-fields": 1,
  commands: 2,
  actions: 3,
  jobs: 3,
};
const FEATURE_FILE = /^([a-z]+(?:-[a-z]+)*)\.(ts|tsx)$/;
const TEST_FILE = /\.test\.tsx?$/;
const RESERVED =
  /^(page|layout|template|default|loading|error|global-error|not-found|forbidden|unauthorized)\.tsx$|^route\.ts$/;
const RESERVED_DATA =
  /^(globals\.css|favicon\.ico|(icon|apple-icon|opengraph-image)\.(png|svg|tsx)|(robots|sitemap|manifest)\.ts)$/;
const HIDDEN_FROM_COMPONENTS = new Set(["queries", "commands", "scope", "jobs"]);
const PURE_PACKAGES = ["zod", "temporal-polyfill", "rrule-temporal", "libphonenumber-js"];

const nameOf = (target) => target.split("/").at(-1);
const featureOf = (target) => (target?.startsWith("lib/features/") ? target.split("/")[2] : null);
const withoutExtension = (file) => file.replace(/\.(tsx?|mjs)$/, "");

/** Only the closed vocabulary of files, in features that stand on a rung. */
function vocabulary() {
  return allFiles()
    .filter((file) => file.startsWith("lib/features/"))
    .flatMap((file) => {
      const [, , feature, ...rest] = file.split("/");
      if (rest.length === 0) return [`${file}: a feature is a folder`];
      if (!RUNG_OF.has(feature))
        return [`${file}: "${feature}" has no rung; give it one in lib/tools/check-features.mjs`];
      const [, word, extension] = FEATURE_FILE.exec(rest.at(-1)) ?? [];
      // Sample files that tests read.
      if (rest.at(-2) === "fixtures" && !/\.(tsx?|mjs)$/.test(file)) return [];
      const isWord = word in LEVELS && extension === (word === "emails" ? "tsx" : "ts");
      return isWord || TEST_FILE.test(file)
        ? []
        : [`${file}: not in the vocabulary of a feature (${Object.keys(LEVELS).join(", ")})`];
    });
}

/** What is wrong with one import of a feature's file, or null. */
function arrowProblem(source, { target }) {
  const [mine, other] = [featureOf(source.file), featureOf(target)];
  const [from, to] = [nameOf(withoutExtension(source.file)), nameOf(target)];
  if (!(to in LEVELS)) return `"${target}" is not a file of a feature`;
  // Fields are data: anybody may read them, and they may be made of what scope and queries know.
  const level = to.endsWith("-fields") ? 0 : LEVELS[to];
  if (level > LEVELS[from]) return `${from} may not import ${to}: arrows point to schema, rules, copy`;
  if (mine === other) return null;
  if (to === "actions" || to === "jobs") return `nobody imports another feature's ${to}`;
  if ((RUNG_OF.get(other) ?? 9) > (RUNG_OF.get(mine) ?? 0)) return `${mine} stands on a lower rung than ${other}`;
  return null;
}

const inFeatures = (sources) => sources.filter(({ file, isTest }) => file.startsWith("lib/features/") && !isTest);

function arrows(sources) {
  return inFeatures(sources).flatMap((source) =>
    source.imports
      .filter(({ target }) => featureOf(target))
      .flatMap((found) => {
        const problem = arrowProblem(source, found);
        return problem ? [`${source.file}:${source.lineOf(found.start)}: ${problem}`] : [];
      }),
  );
}

/** Features of one rung may use each other, but never in a circle. */
function circles(sources) {
  const uses = new Map();
  for (const { file, imports } of inFeatures(sources)) {
    const mine = featureOf(file);
    for (const { target } of imports) {
      const other = featureOf(target);
      if (other && other !== mine) uses.set(mine, (uses.get(mine) ?? new Map()).set(other, file));
    }
  }
  const problems = [];
  const visit = (feature, trail) => {
    if (trail.includes(feature)) {
      const circle = [...trail.slice(trail.indexOf(feature)), feature];
      problems.push(`${circle.join(" → ")} (begins in ${uses.get(circle[0]).get(circle[1])})`);
      return;
    }
    for (const other of uses.get(feature)?.keys() ?? []) visit(other, [...trail, feature]);
    uses.delete(feature);
  };
  for (const feature of [...uses.keys()]) visit(feature, []);
  return problems;
}

function doors(sources) {
  return inFeatures(sources).flatMap(({ file, text, imports }) => {
    const word = nameOf(withoutExtension(file));
    const problems = [];
    if (word === "actions" && !text.startsWith('"use server"')) problems.push(`${file}: begins with "use server"`);
    if (word === "queries" && !/^import "server-only";/m.test(text)) problems.push(`${file}: imports "server-only"`);
    if (
      word !== "actions" &&
      imports.some(({ specifier }) => /^next(\/|$)/.test(specifier) && specifier !== "next/server")
    ) {
      problems.push(`${file}: only actions know Next; a job or the API calls this too`);
    }
    if (
      ["queries", "scope", "rules", "schema"].includes(word) &&
      /\b(tx|db)\.\w+\.(create|update|upsert|delete)/.test(text)
    ) {
      problems.push(`${file}: only commands write`);
    }
    return problems;
  });
}

function barrels(sources) {
  return sources
    .filter(({ file }) => /^(lib|components)\//.test(file))
    .flatMap(({ file, imports }) =>
      imports.some(({ passedOn, typeOnly }) => passedOn && !typeOnly)
        ? [`${file}: passes another file's exports on; import them where they are made`]
        : [],
    );
}

function pureValues(sources) {
  return sources
    .filter(({ file, isTest }) => file.startsWith("lib/values/") && !isTest)
    .flatMap((source) =>
      source.imports
        .filter(({ target, specifier }) =>
          target ? !target.startsWith("lib/values/") : !PURE_PACKAGES.includes(specifier.split("/")[0]),
        )
        .map(({ specifier }) => `${source.file}: imports "${specifier}"; values import zod and each other`),
    );
}

function relativeImports(sources) {
  return sources
    .filter(({ file }) => /^(lib\/features|components|app)\//.test(file))
    .flatMap(({ file, imports }) => {
      const home = file.startsWith("lib/features/")
        ? file.split("/").slice(0, 3).join("/")
        : file.split("/").slice(0, -1).join("/");
      return imports
        .filter(({ specifier, target }) => specifier.startsWith("..") && !`${target}/`.startsWith(`${home}/`))
        .map(({ specifier }) => `${file}: "${specifier}" leaves its folder; write it as @/…`);
    });
}

function reservedNames() {
  return allFiles()
    .filter((file) => file.startsWith("app/"))
    .filter((file) => !RESERVED.test(nameOf(file)) && !RESERVED_DATA.test(nameOf(file)))
    .map((file) => `${file}: app holds only Next's reserved file names`);
}

const isComponentName = (name) => /^[A-Z][a-z]/.test(name ?? "");

function components(sources) {
  return sources
    .filter(({ file, isTest }) => file.startsWith("components/") && !isTest)
    .flatMap(({ file, imports, exports }) => {
      const problems = [];
      const shown = exports.filter(({ exportName, isType }) => !isType && isComponentName(exportName.name));
      if (file.endsWith(".tsx") && shown.length > 1 && !file.startsWith("components/ui/")) {
        problems.push(
          `${file}: exports ${shown.map(({ exportName }) => exportName.name).join(", ")}; one component per file`,
        );
      }
      if (!/^[a-z0-9]+(-[a-z0-9]+)*\.tsx?$/.test(nameOf(file))) problems.push(`${file}: file names are kebab-case`);
      for (const { target, typeOnly } of imports) {
        if (typeOnly || !featureOf(target) || !HIDDEN_FROM_COMPONENTS.has(nameOf(target))) continue;
        problems.push(`${file}: imports values of ${target}; components take props, types are fine`);
      }
      return problems;
    });
}

/** The rules of the tree, each with what breaks it. */
export function checkFeatures(sources) {
  return [
    { name: "features use the closed vocabulary", problems: vocabulary() },
    { name: "arrows between a feature's files and between rungs", problems: arrows(sources) },
    { name: "no circle of features", problems: circles(sources) },
    { name: "doors: actions, queries, commands", problems: doors(sources) },
    { name: "no barrels", problems: barrels(sources) },
    { name: "values are pure", problems: pureValues(sources) },
    { name: "imports across folders are absolute", problems: relativeImports(sources) },
    { name: "app holds only reserved names", problems: reservedNames() },
    { name: "components: one per file, no queries", problems: components(sources) },
  ];
}
