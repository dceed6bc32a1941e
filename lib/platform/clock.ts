import { readFileSync } from "node:fs";
import { env } from "./env";

/** The present instant. Tests set it through a file; everything that needs the time asks here. */
export function now(): Date {
  const { CASELOAD_TEST, CLOCK_FILE } = env();
  if (CASELOAD_TEST && CLOCK_FILE) {
    const text = readClockFile(CLOCK_FILE);
    if (text) return new Date(text);
  }
  return new Date();
}

function readClockFile(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch (error) {
    // No file means no test has set the time.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
