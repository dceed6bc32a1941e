import { walk } from "./source-files.mjs";

// Holds the numbers: short files, short functions, no escape hatches, one clock.

const CAPS = { file: 250, function: 60, component: 90, page: 50, actionStatements: 4, props: 6 };

const isFunction = (node) =>
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node?.type ?? "");

/** Functions that have a name: { name, node, lines, isComponent, exported }. */
function namedFunctions(source) {
  const found = [];
  const add = (name, node, owner) => {
    const lines = source.lineOf(node.end) - source.lineOf(node.start) + 1;
    found.push({
      name,
      node,
      lines,
      at: source.lineOf(owner.start),
      isComponent: source.file.endsWith(".tsx") && /^[A-Z]/.test(name),
    });
  };
  walk(source.program, (node) => {
    if (node.type === "FunctionDeclaration" && node.id) add(node.id.name, node, node);
    if (node.type === "VariableDeclarator" && isFunction(node.init) && node.id.type === "Identifier")
      add(node.id.name, node.init, node);
    if (node.type === "MethodDefinition" && node.key.type === "Identifier") add(node.key.name, node.value, node);
  });
  return found;
}

function quantile(sorted, share) {
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] : 0;
}

function figures(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `median ${quantile(sorted, 0.5)}, p90 ${quantile(sorted, 0.9)}, longest ${sorted.at(-1) ?? 0}`;
}

function longFiles(code) {
  return code
    .filter(({ lines }) => lines > CAPS.file)
    .map(({ file, lines }) => `${file}: ${lines} lines; at most ${CAPS.file}`);
}

function longFunctions(code, functions) {
  return code.flatMap((source) =>
    functions
      .get(source)
      .filter(({ lines, isComponent }) => lines > (isComponent ? CAPS.component : CAPS.function))
      .map(
        ({ name, lines, at, isComponent }) =>
          `${source.file}:${at}: ${name} has ${lines} lines; at most ${isComponent ? CAPS.component : CAPS.function}`,
      ),
  );
}

function longPages(code) {
  return code
    .filter(({ file, lines }) => file.startsWith("app/") && file.endsWith("/page.tsx") && lines > CAPS.page)
    .map(({ file, lines }) => `${file}: ${lines} lines; a page has at most ${CAPS.page}`);
}

function longActions(code) {
  const problems = [];
  for (const source of code.filter(({ file }) => /^lib\/features\/.*\/actions\.ts$/.test(file))) {
    walk(source.program, (node) => {
      const isRun = node.type === "Property" && node.key.name === "run" && isFunction(node.value);
      const body = isRun && node.value.body.type === "BlockStatement" ? node.value.body.body : [];
      if (body.length > CAPS.actionStatements) {
        problems.push(
          `${source.file}:${source.lineOf(node.start)}: an action of ${body.length} statements; at most ${CAPS.actionStatements}`,
        );
      }
    });
  }
  return problems;
}

/** How many props a component declares, by what it takes apart or by the literal type beside it. */
function countProps({ params }) {
  const [props] = params;
  if (!props) return 0;
  const literal = props.typeAnnotation?.typeAnnotation;
  const declared = literal?.type === "TSTypeLiteral" ? literal.members.length : 0;
  const taken = props.type === "ObjectPattern" ? props.properties.filter(({ type }) => type === "Property").length : 0;
  return Math.max(declared, taken);
}

function manyProps(code, functions) {
  return code
    .filter(({ file }) => file.startsWith("components/"))
    .flatMap((source) =>
      functions
        .get(source)
        .filter(({ isComponent, node }) => isComponent && countProps(node) > CAPS.props)
        .map(
          ({ name, at, node }) =>
            `${source.file}:${at}: ${name} takes ${countProps(node)} props; at most ${CAPS.props}`,
        ),
    );
}

const FORBIDDEN_NODES = {
  TSAnyKeyword: "any",
  TSNonNullExpression: "non-null !",
};
const FORBIDDEN_COMMENTS = /@ts-(ignore|expect-error|nocheck)|biome-ignore|\b(TODO|FIXME|XXX)\b/;

function escapeHatches(sources) {
  const problems = [];
  for (const source of sources) {
    const note = (offset, what) => problems.push(`${source.file}:${source.lineOf(offset)}: ${what}`);
    walk(source.program, (node) => {
      if (FORBIDDEN_NODES[node.type]) note(node.start, FORBIDDEN_NODES[node.type]);
    });
    for (const { value, start } of source.comments) {
      const [found] = FORBIDDEN_COMMENTS.exec(value) ?? [];
      // This file has to spell out what it looks for.
      if (found && !source.file.startsWith("lib/tools/check-")) note(start, found);
    }
  }
  return problems;
}

const TEST_DODGES = /^(skip|only|fixme|todo|waitForTimeout)$/;

function dodgedTests(sources) {
  const problems = [];
  for (const source of sources.filter(({ file, isTest }) => isTest || file.startsWith("e2e/"))) {
    walk(source.program, (node) => {
      if (node.type !== "MemberExpression" || !TEST_DODGES.test(node.property?.name ?? "")) return;
      problems.push(`${source.file}:${source.lineOf(node.start)}: .${node.property.name}`);
    });
  }
  return problems;
}

const KEEPS_TIME = /^(lib\/values\/|lib\/tools\/|lib\/platform\/clock\.ts|prisma\/|e2e\/)/;

function timeProblem(node, source) {
  const isPlatform = source.file.startsWith("lib/platform/");
  if (node.type === "NewExpression" && node.callee.name === "Date" && !(isPlatform && node.arguments.length))
    return "new Date";
  if (node.type !== "MemberExpression") return null;
  const { object, property } = node;
  if (object.name === "Date" && property.name === "now") return "Date.now";
  if (object.name === "Temporal" && property.name === "Now") return "Temporal.Now";
  if (object.name === "Intl" && /^(DateTimeFormat|NumberFormat)$/.test(property.name ?? ""))
    return `Intl.${property.name}`;
  return /^toLocale(Date|Time)?String$/.test(property.name ?? "") ? property.name : null;
}

function strayTime(code) {
  const problems = [];
  for (const source of code.filter(({ file }) => !KEEPS_TIME.test(file))) {
    walk(source.program, (node) => {
      const problem = timeProblem(node, source);
      if (problem)
        problems.push(`${source.file}:${source.lineOf(node.start)}: ${problem}; use platform/clock and values/format`);
    });
  }
  return problems;
}

function commentShare(code) {
  let comment = 0;
  for (const source of code) {
    for (const { start, end } of source.comments) comment += source.lineOf(end) - source.lineOf(start) + 1;
  }
  const lines = code.reduce((sum, source) => sum + source.lines, 0);
  return `${((100 * comment) / Math.max(lines, 1)).toFixed(1)} % of ${lines} lines are comments`;
}

/** The figures of the code base and the caps on them. */
export function checkShape(sources) {
  const code = sources.filter(({ isTest }) => !isTest);
  const functions = new Map(code.map((source) => [source, namedFunctions(source)]));
  const lengths = [...functions.values()].flat().map(({ lines }) => lines);
  return [
    { name: "files", note: figures(code.map(({ lines }) => lines)), problems: longFiles(code) },
    { name: "functions", note: figures(lengths), problems: longFunctions(code, functions) },
    {
      name: "pages, actions and props are small",
      note: commentShare(code),
      problems: [...longPages(code), ...longActions(code), ...manyProps(code, functions)],
    },
    { name: "no escape hatches", problems: escapeHatches(sources) },
    { name: "no dodged tests", problems: dodgedTests(sources) },
    { name: "one clock, one format", problems: strayTime(code) },
  ];
}
