import { mkdirSync } from "node:fs";
import path from "node:path";
import { DATA_FOLDER } from "../../lib/tools/project.mjs";
import { buildApp, fingerprint, generateClient, runTypeScript } from "../../lib/tools/setup.mjs";
import { ensureTemplate, startTestServer, sweepDatabases } from "../../lib/tools/test-databases.mjs";
import { testEnvironment } from "../../lib/tools/test-environment.mjs";

/** Fills the template that demo tests copy. */
async function seedTemplate(ownerUrl: string, appUrl: string) {
  const env = {
    ...testEnvironment({ port: 3000, appUrl, dataDir: path.join(DATA_FOLDER, "e2e-seed") }),
    DATABASE_OWNER_URL: ownerUrl,
  };
  const { code, output } = await runTypeScript("prisma/seed.ts", [], { env, quiet: true });
  if (code !== 0) throw new Error(`The demonstration could not be seeded:\n${output}`);
}

/** Once before all browser tests: the production build, the test server, and the two templates that workers copy. */
export default async function prepare() {
  mkdirSync(DATA_FOLDER, { recursive: true });
  await generateClient();
  const server = await startTestServer();
  const { ownerUrl, appUrl } = server;
  await sweepDatabases(server);
  const templates = {
    empty: await ensureTemplate(server),
    demo: await ensureTemplate(server, {
      state: fingerprint(["prisma/seed.ts", "prisma/factories"]),
      fill: seedTemplate,
    }),
  };
  const env = testEnvironment({ port: 3000, appUrl, dataDir: path.join(DATA_FOLDER, "e2e-build") });
  await buildApp(env);
  process.env.CASELOAD_TEST_SERVER = JSON.stringify({ ownerUrl, appUrl, templates });
  return async () => {
    await sweepDatabases(server);
    await server.done();
  };
}
