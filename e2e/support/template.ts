import { DATA_FOLDER } from "../../lib/tools/project.mjs";
import { fingerprint, runTypeScript } from "../../lib/tools/setup.mjs";
import { ensureTemplate } from "../../lib/tools/test-databases.mjs";
import { testEnvironment } from "../../lib/tools/test-environment.mjs";

export type Template = "empty" | "demo";
type Server = { ownerUrl: string; appUrl: string };

async function seed(ownerUrl: string, appUrl: string) {
  const env = testEnvironment({ port: 3000, appUrl, dataDir: `${DATA_FOLDER}/e2e-seed` });
  const options = { env: { ...env, DATABASE_OWNER_URL: ownerUrl }, quiet: true };
  const { code, output } = await runTypeScript("prisma/seed.ts", [], options);
  if (code !== 0) throw new Error(`The demonstration could not be seeded:\n${output}`);
}

/** The database that an app begins on; the demonstration is seeded once for each state of the code that seeds it. */
export function templateFor(server: Server, template: Template): Promise<string> {
  if (template === "empty") return ensureTemplate(server);
  const state = fingerprint(["prisma/seed.ts", "prisma/factories", "lib/features", "lib/platform", "lib/values"]);
  return ensureTemplate(server, { state, fill: seed });
}
