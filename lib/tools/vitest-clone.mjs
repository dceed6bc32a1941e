import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { cloneDatabase } from "./test-databases.mjs";

// Runs before each database test file, and before anything that the file imports: a database and a data folder of its own.
// The database is dropped when the process has ended, because the file's own connections may still be open here.

const { template, ...server } = inject("testServer");
const database = await cloneDatabase(server, template);
const dataFolder = mkdtempSync(path.join(tmpdir(), "caseload-test-"));

Object.assign(process.env, {
  DATABASE_URL: database.appUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  AUTH_SECRET: "a secret for tests only, long enough to be taken",
  APP_ORIGIN: "http://localhost:3000",
  DATA_DIR: dataFolder,
  CASELOAD_TEST: "1",
});

afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));
