import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Problem } from "../narrate.mjs";
import { runQuietly } from "../processes.mjs";
import { DATA_FOLDER, NEXT, ROOT } from "../project.mjs";
import { fingerprint } from "../setup.mjs";
import { serve } from "./servers.mjs";

// The second limit: the same framework with nothing of ours in it, a table of 50 rows from memory and a small answer.

const FOLDER = path.join(DATA_FOLDER, "bench-floor");

const ROWS = `const ROWS = Array.from({ length: 50 }, (_, at) => ({
  id: at, name: "Client number " + at, status: "Active", center: "Center " + (at % 10),
  practitioner: "Counselor " + (at % 40), contact: "Contact " + at, day: "2026-11-0" + (at % 9 + 1),
}));`;

const FILES = {
  "package.json": '{ "name": "bench-floor", "private": true, "type": "module" }\n',
  "next.config.mjs": `export default { outputFileTracingRoot: ${JSON.stringify(FOLDER)}, poweredByHeader: false };\n`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
  "app/page.jsx": `import { headers } from "next/headers";
${ROWS}
export default async function Page() {
  await headers();
  return (
    <table>
      <tbody>
        {ROWS.map((row) => (
          <tr key={row.id}>
            <td><a href={"/" + row.id}>{row.name}</a></td><td>{row.status}</td><td>{row.center}</td>
            <td>{row.practitioner}</td><td>{row.contact}</td><td>{row.day}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
`,
  "app/answer/route.js": `${ROWS}
export const dynamic = "force-dynamic";
export function GET() {
  return Response.json(ROWS.slice(0, 12));
}
`,
};

/**
 * Builds the empty app unless it is built already. With webpack: Turbopack follows no link out of the folder, and from a
 * wider root it would take our own proxy and instrumentation along.
 */
async function build() {
  const mark = JSON.stringify(FILES) + fingerprint(["package-lock.json"]);
  const stamp = path.join(FOLDER, ".next/built-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === mark) return;
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(FOLDER, name)), { recursive: true });
    writeFileSync(path.join(FOLDER, name), text);
  }
  const modules = path.join(FOLDER, "node_modules");
  if (!existsSync(modules)) symlinkSync(path.join(ROOT, "node_modules"), modules, "junction");
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runQuietly(process.execPath, [NEXT, "build", "--webpack"], { cwd: FOLDER, env });
  if (code !== 0) throw new Problem(`The empty app could not be built.\n${output}`);
  writeFileSync(stamp, mark);
}

/** Serves the empty app; answers as `serve` does. */
export async function serveEmptyApp() {
  await build();
  return serve({ folder: FOLDER, probe: "/answer" });
}

/** What stands for each kind of work in the empty app. */
export const EMPTY = {
  page: { name: "an empty page", request: ({ origin }) => ({ address: `${origin}/` }) },
  answer: { name: "an empty answer", request: ({ origin }) => ({ address: `${origin}/answer` }) },
};
