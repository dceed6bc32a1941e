import type { MadeClient } from "./schema";

const HANGING = ["sessions", "reportable", "agreements", "invoices", "payments"] as const;

/** What keeps a client from being a pre-client again: each with how many, or that its number is another one by now. */
export type UndoBlock = { code: (typeof HANGING)[number]; count: number } | { code: "number" };

/** Everything that came to hang on a client since it was made one. */
export function undoBlocks(client: MadeClient): UndoBlock[] {
  return [
    ...HANGING.filter((code) => client[code] > 0).map((code) => ({ code, count: client[code] })),
    ...(client.number === client.made.newNumber ? [] : [{ code: "number" as const }]),
  ];
}
