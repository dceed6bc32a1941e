import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { giveUp, Problem, say } from "./narrate.mjs";
import { ROOT } from "./project.mjs";
import { differenceToModels } from "./schema-engine.mjs";
import { cloneDatabase, ensureTemplate, startTestServer } from "./test-databases.mjs";

// npm run db:diff add-phone: drafts the next migration from what the Prisma models say beyond the migrations so far.

async function draft() {
  const server = await startTestServer();
  try {
    const database = await cloneDatabase(server, await ensureTemplate(server));
    try {
      return await differenceToModels(database.ownerUrl);
    } finally {
      await database.drop();
    }
  } finally {
    await server.done();
  }
}

async function main(name = "") {
  if (!/^[a-z][a-z0-9-_]*$/.test(name)) throw new Problem("Say what the migration does: npm run db:diff add-phone");
  const sql = await draft();
  if (!sql) return say("The migrations already say everything that the models say.");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = path.join("prisma/migrations", `${stamp}_${name.replaceAll("-", "_")}`);
  mkdirSync(path.join(ROOT, folder), { recursive: true });
  writeFileSync(path.join(ROOT, folder, "migration.sql"), `${sql}\n`);
  say(`${folder}/migration.sql\n\n${sql}\n\nReview it, then: npm run db:migrate`);
}

main(process.argv[2]).catch(giveUp);
