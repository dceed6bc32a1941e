import { withClient } from "./database.mjs";
import { demoSignIns, forgetDemo, seedDemo } from "./demo.mjs";
import { findDatabase, migrate, roleOf } from "./migrate.mjs";
import { giveUp, Problem, say, step } from "./narrate.mjs";
import { DATA_FOLDER, loadEnvironment } from "./project.mjs";
import { generateClient, ownSecret } from "./setup.mjs";

// npm run db:reset: throws every record away and begins again with the demonstration.

async function empty({ ownerUrl, appUrl, superUrl }) {
  const name = new URL(ownerUrl).pathname.slice(1);
  // On a server of one's own the owner does it from the maintenance database that every server has.
  const maintenance = superUrl ?? Object.assign(new URL(ownerUrl), { pathname: "/postgres" }).href;
  await withClient(maintenance, async (client) => {
    const database = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} owner ${client.escapeIdentifier(roleOf(ownerUrl))}`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(
      `grant connect, temporary on database ${database} to ${client.escapeIdentifier(roleOf(appUrl))}`,
    );
  });
  forgetDemo();
}

async function main() {
  loadEnvironment();
  if (process.env.DATABASE_URL && !process.argv.includes("--force")) {
    throw new Problem(
      "DATABASE_URL names a server of your own. To throw its records away: npm run db:reset -- --force",
    );
  }
  await step("Generate the database client", generateClient);
  const database = await findDatabase();
  const { ownerUrl, appUrl } = database;
  try {
    await step("Throw everything away", () => empty(database));
    await step("Migrate", async () => void (await migrate({ ownerUrl, appRole: roleOf(appUrl) })));
    const own = {
      AUTH_SECRET: ownSecret(),
      APP_ORIGIN: "http://localhost:3000",
      DATA_DIR: DATA_FOLDER,
      CASELOAD_DEMO: "1",
      CASELOAD_EMBEDDED: "1",
    };
    const environment = { ...own, ...process.env, DATABASE_URL: appUrl };
    await step("Demonstration data", () => seedDemo({ ownerUrl, environment }));
    say(demoSignIns());
  } finally {
    await database.stop();
  }
}

main().catch(giveUp);
