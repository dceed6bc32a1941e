import { existsSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

// What the app asks the database, taken from the app itself.

/** Preload this into an app whose CASELOAD_STATEMENTS names a file. */
export const RECORDER = fileURLToPath(new URL("record-statements.mjs", import.meta.url));

/**
 * The statements recorded since the last call.
 * @param {string} file
 * @returns {{ text: string, values: unknown[] }[]}
 */
export function takeStatements(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  rmSync(file);
  return lines.map((line) => JSON.parse(line));
}

/** That a sign-in was seen is written once a second, whatever is asked. */
export const isSeen = ({ text }) => /^UPDATE "public"\."sign_ins"/i.test(text);
