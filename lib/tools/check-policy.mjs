import { walk } from "./source-files.mjs";

// Who may call what stands twice: at the door itself and in the policy, which the role matrix is made from.
// A door without a row, a row without a door and a row that says something else are all findings.

const text = (node) => (node?.type === "Literal" && typeof node.value === "string" ? node.value : null);
const POLICY = ["lib/policy.ts", "lib/policy-portal.ts", "lib/policy-routes.ts"];
const keyOf = (property) => property.key?.name ?? text(property.key);

/** The address of a page or route file: "app/(staff)/staff/tasks/page.tsx" is "/staff/tasks". */
export function addressOf(file) {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !/^\(.*\)$/.test(part)).join("/")}`;
}

/** Permission by action name, from `export const x = action({ permission })`. */
export function actionsIn(sources) {
  const found = {};
  for (const { program } of sources.filter(({ file }) => /^lib\/features\/.*\/actions\.ts$/.test(file))) {
    walk(program, (node) => {
      if (node.type !== "VariableDeclarator" || node.init?.callee?.name !== "action") return;
      const permission = node.init.arguments[0]?.properties?.find((property) => keyOf(property) === "permission");
      found[node.id.name] = text(permission?.value) ?? "not a plain text";
    });
  }
  return found;
}

/** Permission by address, from `admit("…")`; a route without one is "open" unless its row says more. */
export function routesIn(sources) {
  const found = {};
  for (const { file, program } of sources.filter(({ file }) => /^app\/.*(page\.tsx|route\.ts)$/.test(file))) {
    let permission = null;
    walk(program, (node) => {
      if (node.type === "CallExpression" && ["admit", "admitRequest"].includes(node.callee.name))
        permission ??= text(node.arguments[0]);
    });
    found[addressOf(file)] = permission ?? "open";
  }
  return found;
}

function tableIn(sources, name) {
  const table = {};
  for (const { program } of sources.filter(({ file }) => POLICY.includes(file))) {
    walk(program, (node) => {
      if (node.type !== "VariableDeclarator" || node.id.name !== name) return;
      walk(node.init, (inner) => {
        if (inner.type === "Property") table[keyOf(inner)] = text(inner.value);
      });
    });
  }
  return table;
}

function differences(kind, doors, rows) {
  const missing = Object.keys(doors)
    .filter((name) => !(name in rows))
    .map((name) => `${kind} ${name} has no row in ${POLICY.join(" or ")} ("${doors[name]}")`);
  const orphans = Object.keys(rows)
    .filter((name) => !(name in doors))
    .map((name) => `the policy has a row for ${kind} ${name}, which does not exist`);
  const wrong = Object.keys(doors)
    .filter((name) => name in rows && rows[name] !== doors[name])
    .map((name) => `${kind} ${name} asks for "${doors[name]}", its row says "${rows[name]}"`);
  return [...missing, ...orphans, ...wrong];
}

/** Every action and every address has its row, and nothing else has. */
export function checkPolicy(sources) {
  return [
    {
      name: "every action and route has its row of the policy",
      problems: [
        ...differences("action", actionsIn(sources), {
          ...tableIn(sources, "ACTIONS"),
          ...tableIn(sources, "PORTAL_ACTIONS"),
        }),
        ...differences("route", routesIn(sources), tableIn(sources, "ROUTES")),
      ],
    },
  ];
}
