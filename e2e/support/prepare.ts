import { mkdirSync } from "node:fs";
import path from "node:path";
import { DATA_FOLDER } from "../../lib/tools/project.mjs";
import { buildApp, generateClient } from "../../lib/tools/setup.mjs";
import { ensureTemplate, startTestServer, sweepDatabases } from "../../lib/tools/test-databases.mjs";
import { testEnvironment } from "../../lib/tools/test-environment.mjs";

/** Once before all browser tests: the production build, the test server, and the template that every worker copies. */
export default async function prepare() {
  mkdirSync(DATA_FOLDER, { recursive: true });
  await generateClient();
  const server = await startTestServer();
  const { ownerUrl, appUrl } = server;
  await sweepDatabases(server);
  await ensureTemplate(server);
  const env = testEnvironment({ port: 3000, appUrl, dataDir: path.join(DATA_FOLDER, "e2e-build") });
  await buildApp(env);
  process.env.CASELOAD_TEST_SERVER = JSON.stringify({ ownerUrl, appUrl });
  return async () => {
    await sweepDatabases(server);
    await server.done();
  };
}
