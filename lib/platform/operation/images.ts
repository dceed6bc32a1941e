import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import { hasKey, keyText, shapeOf } from "./tables";

type Image = Record<string, unknown>;

/** Whole rows by table and key, as they stood; null or nothing where there was none. */
export type Images = Record<string, Record<string, Image | null>>;

/** A fingerprint of each row by table and key, as it was left; null where it was removed. */
export type Prints = Record<string, Record<string, string | null>>;

/** What was touched and how: what stood there before, and what it was left as. */
export type Trace = { before: Images; after: Prints };

/** Which rows of which tables to keep: a condition on each, over the table's own columns. */
export type TraceScope = Readonly<Record<string, SqlFragment>>;

/**
 * Does the work and keeps what it changed among the rows of the scope: rows that met the condition before or meet it
 * afterwards, so created and removed ones are among them.
 */
export async function traced(tx: Tx, scope: TraceScope, work: () => Promise<void>): Promise<Trace> {
  const tables = Object.keys(scope);
  const read = async (table: string) => imagesWhere(tx, table, scope[table] ?? sql`false`);
  const before = new Map<string, Row[]>();
  for (const table of tables) before.set(table, await read(table));
  await work();
  const trace: Trace = { before: {}, after: {} };
  for (const table of tables)
    keepDifferences(trace, table, { before: before.get(table) ?? [], after: await read(table) });
  return trace;
}

type Row = { key: string; image: Image; print: string };

function keepDifferences(trace: Trace, table: string, { before, after }: { before: Row[]; after: Row[] }) {
  const old = new Map(before.map((row) => [row.key, row]));
  const left = new Map(after.map((row) => [row.key, row]));
  const touched = [...new Set([...old.keys(), ...left.keys()])].filter(
    (key) => old.get(key)?.print !== left.get(key)?.print,
  );
  if (touched.length === 0) return;
  trace.before[table] = Object.fromEntries(touched.map((key) => [key, old.get(key)?.image ?? null]));
  trace.after[table] = Object.fromEntries(touched.map((key) => [key, left.get(key)?.print ?? null]));
}

async function imagesWhere(tx: Tx, table: string, condition: SqlFragment): Promise<Row[]> {
  const shape = await shapeOf(tx, table);
  const name = sqlName(table);
  return rows<Row>(
    sql`select ${keyText(shape, table)} as key, to_jsonb(${name}) as image, md5(${name}::text) as print
      from ${name} where ${condition} for update`,
    tx,
  );
}

/**
 * Fingerprints of the rows with these keys, locked so that they stay what they are until the transaction ends.
 * @param lock false where this transaction holds them already; locking writes every row once more.
 */
export async function printsOf(
  tx: Tx,
  table: string,
  keys: readonly string[],
  { lock = true }: { lock?: boolean } = {},
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const shape = await shapeOf(tx, table);
  const found = await rows<{ key: string; print: string }>(
    sql`select ${keyText(shape, "t")} as key, md5(t::text) as print from ${sqlName(table)} t
      where ${hasKey(shape, keys)} ${lock ? sql`for update` : sql``}`,
    tx,
  );
  return new Map(found.map(({ key, print }) => [key, print]));
}

/** Whole rows by key, locked. */
export async function imagesOf(tx: Tx, table: string, keys: readonly string[]): Promise<Map<string, Image>> {
  if (keys.length === 0) return new Map();
  const shape = await shapeOf(tx, table);
  const found = await rows<Omit<Row, "print">>(
    sql`select ${keyText(shape, "t")} as key, to_jsonb(t) as image from ${sqlName(table)} t
      where ${hasKey(shape, keys)} for update`,
    tx,
  );
  return new Map(found.map((row) => [row.key, row.image]));
}
