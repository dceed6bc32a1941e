import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { type Images, imagesOf, type Prints, printsOf, type Trace } from "./images";

type Entry = { row: string; table: string; key: string; image: Record<string, unknown> | null };

/** Keeps what a whole batch of rows touches, in a few statements per table whatever the size of the batch. */
export function traceBook() {
  const entries: Entry[] = [];

  return {
    /** A record that this row makes. */
    created(row: string, table: string, key: string) {
      entries.push({ row, table, key, image: null });
    },

    /** Records that rows are about to change; they are locked and stay as they are until then. */
    async changing(tx: Tx, table: string, touched: readonly { row: string; key: string }[]) {
      const images = await imagesOf(
        tx,
        table,
        touched.map(({ key }) => key),
      );
      for (const { row, key } of touched) entries.push({ row, table, key, image: images.get(key) ?? null });
    },

    /** The traces by row, when everything is written. What was made stands only among the prints. */
    async close(tx: Tx): Promise<Map<string, Trace>> {
      const traces = new Map<string, { before: Images; after: Prints }>();
      for (const [table, ofTable] of entriesByTable(entries)) {
        const keys = ofTable.map(({ key }) => key);
        // Made or locked by this very transaction: nobody else can change them before it ends.
        const prints = await printsOf(tx, table, keys, { lock: false });
        for (const { row, key, image } of ofTable) {
          const trace = traces.get(row) ?? { before: {}, after: {} };
          traces.set(row, trace);
          trace.after[table] ??= {};
          trace.after[table][key] = prints.get(key) ?? null;
          if (image === null) continue;
          trace.before[table] ??= {};
          trace.before[table][key] = image;
        }
      }
      return traces;
    },
  };
}

function entriesByTable(entries: readonly Entry[]): Map<string, Entry[]> {
  const tables = new Map<string, Entry[]>();
  for (const entry of entries) {
    const ofTable = tables.get(entry.table);
    if (ofTable) ofTable.push(entry);
    else tables.set(entry.table, [entry]);
  }
  return tables;
}

export type TraceBook = ReturnType<typeof traceBook>;
