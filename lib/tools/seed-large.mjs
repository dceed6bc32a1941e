import pg from "pg";
import { withClient } from "./database.mjs";
import { fillLarge } from "./large/fill.mjs";
import { findDatabase, migrate, roleOf } from "./migrate.mjs";
import { giveUp, step } from "./narrate.mjs";
import { loadEnvironment } from "./project.mjs";
import { urlFor } from "./test-databases.mjs";

// npm run db:seed:large [-- --clients 1000000]: a database of its own beside the real one, for measuring.

export const LARGE = "caseload_large";

/** Makes the large database anew and fills it; answers the addresses of both roles. */
export async function seedLarge({ ownerUrl, appUrl, clients }) {
  await withClient(ownerUrl, async (client) => {
    await client.query(`drop database if exists ${LARGE} with (force)`);
    await client.query(`create database ${LARGE}`);
    await client.query(`grant connect, temporary on database ${LARGE} to ${client.escapeIdentifier(roleOf(appUrl))}`);
  });
  const large = { ownerUrl: urlFor(ownerUrl, LARGE), appUrl: urlFor(appUrl, LARGE) };
  await migrate({ ownerUrl: large.ownerUrl, appRole: roleOf(appUrl) });
  const client = new pg.Client(large.ownerUrl);
  await client.connect();
  try {
    await step(`Fill with ${clients} clients`, () => fillLarge(client, { clients }));
  } finally {
    await client.end();
  }
  return large;
}

/** The number after --clients, 50,000 without. */
export function clientsWanted(args) {
  const place = args.indexOf("--clients");
  return place === -1 ? 50_000 : Number(args[place + 1]);
}

if (process.argv[1]?.endsWith("seed-large.mjs")) {
  loadEnvironment();
  const run = async () => {
    const database = await findDatabase();
    try {
      await seedLarge({ ...database, clients: clientsWanted(process.argv) });
    } finally {
      await database.stop();
    }
  };
  run().catch(giveUp);
}
