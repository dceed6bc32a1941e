import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, whatever folder a command was called from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

export const DATA_FOLDER = path.join(ROOT, ".data");
export const DATABASE_FOLDER = path.join(DATA_FOLDER, "postgres");
export const TEST_DATABASE_FOLDER = path.join(DATA_FOLDER, "test-postgres");

export const NEXT = path.join(ROOT, "node_modules/next/dist/bin/next");

/** Reads .env; what the environment says already wins. */
export function loadEnvironment() {
  const file = path.join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}
