import type pg from "pg";

type Row = Record<string, unknown>;

/** Every row of every table as JSON, by table and by its id, and the oldest transaction that was still open then. */
export type Snapshot = { since: string; tables: Map<string, Map<string, Row>> };

const LEFT_OUT = new Set(["rate_limits", "_prisma_migrations"]);

const TABLES = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;

/** Reads the whole database; after a former look, only the rows that were written since, the others stay the same objects. */
export async function takeSnapshot(client: pg.Client, former?: Snapshot): Promise<Snapshot> {
  const { rows: moments } = await client.query<{ since: string }>(
    "select pg_snapshot_xmin(pg_current_snapshot())::text as since",
  );
  const { rows: tables } = await client.query<{ name: string }>(TABLES);
  const wanted = tables.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name }) => name);
  const written = former ? `where t.xmin::text::bigint >= ${BigInt(former.since)}` : "";
  const parts = wanted.map(
    (name) => `select '${name}' as name, to_jsonb(t) as row from ${client.escapeIdentifier(name)} t ${written}`,
  );
  const { rows } = await client.query<{ name: string; row: Row }>(parts.join(" union all "));
  const snapshot = new Map(wanted.map((name) => [name, new Map(former?.tables.get(name))]));
  for (const { name, row } of rows) snapshot.get(name)?.set(String(row.id ?? row.key ?? JSON.stringify(row)), row);
  return { since: moments[0]?.since ?? "0", tables: snapshot };
}

/** What is otherwise: "clients.name" with its new value; of a new row every column. */
export function changesBetween(
  before: Snapshot,
  after: Snapshot,
): { column: string; value: unknown; isNew: boolean }[] {
  return [...after.tables].flatMap(([table, rows]) =>
    [...rows].flatMap(([id, row]) => {
      const former = before.tables.get(table)?.get(id);
      if (former === row) return [];
      return Object.entries(row)
        .filter(([column, value]) => !former || JSON.stringify(former[column]) !== JSON.stringify(value))
        .map(([column, value]) => ({ column: `${table}.${column}`, value, isNew: !former }));
    }),
  );
}
