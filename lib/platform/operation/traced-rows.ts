import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import type { Images, Prints, Trace } from "./images";
import { keyText, shapeOf } from "./tables";

/** Rows of a table by the record they belong to; `owner` is over the table's alias. */
export type OwnedTable = { table: string; alias: string; owner: SqlFragment };

type Found = { owner: string; key: string; image: Record<string, unknown>; print: string };
type Owned = Map<string, Found>;

/**
 * Does the work and keeps what it changed, record by record: a few statements per table whatever the number of records.
 * A table may be named once only.
 */
export async function tracedRows(
  tx: Tx,
  { tables, ids }: { tables: readonly OwnedTable[]; ids: readonly string[] },
  work: () => Promise<void>,
): Promise<Map<string, Trace>> {
  const before: Owned[] = [];
  for (const table of tables) before.push(await ownedRows(tx, table, ids));
  await work();
  const traces = new Map<string, Trace>();
  for (const [place, table] of tables.entries()) {
    const after = await ownedRows(tx, table, ids);
    keepChanged(traces, table.table, { before: before[place] ?? new Map(), after });
  }
  return traces;
}

async function ownedRows(tx: Tx, { table, alias, owner }: OwnedTable, ids: readonly string[]): Promise<Owned> {
  const shape = await shapeOf(tx, table);
  const name = sqlName(alias);
  const found = await rows<Found>(
    sql`select ${owner}::text as owner, ${keyText(shape, alias)} as key, to_jsonb(${name}) as image, md5(${name}::text) as print
      from ${sqlName(table)} ${name} where ${owner} = any(${[...ids]}::uuid[]) for no key update of ${name}`,
    tx,
  );
  return new Map(found.map((row) => [row.key, row]));
}

function keepChanged(traces: Map<string, Trace>, table: string, { before, after }: { before: Owned; after: Owned }) {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [old, left] = [before.get(key), after.get(key)];
    if (old?.print === left?.print) continue;
    const owner = old?.owner ?? left?.owner ?? "";
    const trace = traces.get(owner) ?? { before: {}, after: {} };
    traces.set(owner, trace);
    imagesOf(trace.before, table)[key] = old?.image ?? null;
    printsOf(trace.after, table)[key] = left?.print ?? null;
  }
}

function imagesOf(images: Images, table: string) {
  images[table] ??= {};
  return images[table];
}

function printsOf(prints: Prints, table: string) {
  prints[table] ??= {};
  return prints[table];
}
