import { tsImport } from "tsx/esm/api";
import { cloneDatabase, ensureTemplate, startTestServer } from "./test-databases.mjs";

// npm run drill:mail -- [mails] [kills]: two workers send a mailing and are killed at it; then the same while the
// provider misbehaves. Prints what arrived, and fails when a mail is missing or came twice.

const [mails = 5000, kills = 20] = process.argv.slice(2).map(Number);
const { mailDrill } = await tsImport("../../e2e/support/mail-drill.ts", import.meta.url);
const server = await startTestServer();
const template = await ensureTemplate(server);

async function drill(name, options) {
  const database = await cloneDatabase(server, template);
  try {
    const figures = await mailDrill({ databaseUrl: database.appUrl, mails, batchSize: 100, ...options });
    console.log(name, JSON.stringify(figures));
    const { duplicates, missing, states, busiestSecond } = figures;
    if (duplicates + missing > 0 || states.SENT !== mails || busiestSecond > 5) process.exitCode = 1;
  } finally {
    // A killed worker's connection may linger for a moment; what is left is swept by the next test run.
    await database.drop().catch(() => {});
  }
}

try {
  await drill("workers killed:", { kills });
  await drill("provider faults:", { kills: 0, faults: { tooMany: 0.3, broken: 0.1, lostAnswer: 0.05 } });
} finally {
  await server.done();
}
