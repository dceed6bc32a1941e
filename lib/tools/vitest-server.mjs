import { ensureTemplate, startTestServer, sweepDatabases } from "./test-databases.mjs";

// Runs once before the database tests: the server, and the template that every test file copies.

export default async function prepare(project) {
  const server = await startTestServer();
  const { ownerUrl, appUrl } = server;
  await sweepDatabases(server);
  project.provide("testServer", { ownerUrl, appUrl, template: await ensureTemplate(server) });
  return async () => {
    await sweepDatabases(server);
    await server.done();
  };
}
