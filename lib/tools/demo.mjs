import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withClient } from "./database.mjs";
import { Problem } from "./narrate.mjs";
import { DATA_FOLDER, ROOT } from "./project.mjs";
import { runTypeScript } from "./setup.mjs";

const SIGN_INS = path.join(DATA_FOLDER, "demo-sign-ins.txt");
const STAMP = path.join(DATA_FOLDER, "demo-seeded");

/** Names one database for good: another one with the same address has another mark. */
function markOf(ownerUrl) {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select system_identifier || '/' || (select oid from pg_database where datname = current_database()) as mark
       from pg_control_system()`,
    );
    return rows[0].mark;
  });
}

/** Fills the database with the demonstration organisation, once. The seed prints who to sign in as. */
export async function seedDemo({ ownerUrl, environment }) {
  if (!existsSync(path.join(ROOT, "prisma/seed.ts"))) return "there is none yet";
  const mark = await markOf(ownerUrl);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === mark) return "already there";
  const { code, output } = await runTypeScript("prisma/seed.ts", [], {
    env: { ...environment, DATABASE_OWNER_URL: ownerUrl },
    quiet: true,
  });
  if (code !== 0) throw new Problem(`The demonstration data could not be written.\n${output}`);
  mkdirSync(DATA_FOLDER, { recursive: true });
  writeFileSync(SIGN_INS, output, { mode: 0o600 });
  writeFileSync(STAMP, mark);
  return "written";
}

export function demoSignIns() {
  return existsSync(SIGN_INS) ? readFileSync(SIGN_INS, "utf8").trim() : "";
}

export function forgetDemo() {
  rmSync(SIGN_INS, { force: true });
  rmSync(STAMP, { force: true });
}
