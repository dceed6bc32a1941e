import type pg from "pg";

/** Every row of every table as JSON, by table and by its id. */
export type Snapshot = Map<string, Map<string, Record<string, unknown>>>;

const LEFT_OUT = new Set(["rate_limits", "_prisma_migrations"]);

const TABLES = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;

export async function takeSnapshot(client: pg.Client): Promise<Snapshot> {
  const { rows: tables } = await client.query<{ name: string }>(TABLES);
  const wanted = tables.filter(({ name }) => !LEFT_OUT.has(name)).map(({ name }) => name);
  const parts = wanted.map(
    (name) => `select '${name}' as name, to_jsonb(t) as row from ${client.escapeIdentifier(name)} t`,
  );
  const { rows } = await client.query<{ name: string; row: Record<string, unknown> }>(parts.join(" union all "));
  const snapshot: Snapshot = new Map(wanted.map((name) => [name, new Map()]));
  for (const { name, row } of rows) snapshot.get(name)?.set(String(row.id ?? row.key ?? JSON.stringify(row)), row);
  return snapshot;
}

/** What is otherwise: "clients.name" with its new value; of a new row every column. */
export function changesBetween(
  before: Snapshot,
  after: Snapshot,
): { column: string; value: unknown; isNew: boolean }[] {
  return [...after].flatMap(([table, rows]) =>
    [...rows].flatMap(([id, row]) => {
      const former = before.get(table)?.get(id);
      return Object.entries(row)
        .filter(([column, value]) => !former || JSON.stringify(former[column]) !== JSON.stringify(value))
        .map(([column, value]) => ({ column: `${table}.${column}`, value, isNew: !former }));
    }),
  );
}
