import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { joinSql, type SqlFragment, sql, sqlName } from "@/lib/values/sql";

/** A column of another table that names rows of this one. */
export type Reference = { table: string; column: string };

export type KeyColumn = { name: string; type: string };

export type TableShape = {
  name: string;
  /** Columns of the primary key, in order. */
  key: KeyColumn[];
  columns: string[];
  references: Reference[];
  /** Tables this one names rows of. */
  parents: string[];
};

/** What was recorded of a row, what it is found by, and what triggers count; nothing of it depends on the row. */
const BYSTANDERS = new Set(["history", "operation_rows", "search_entries", "document_usage"]);

let known: Map<string, TableShape> | null = null;

/** Every table with its key and with what refers to it, as the database itself says. */
export async function tableShapes(tx: Tx): Promise<Map<string, TableShape>> {
  known ??= await readShapes(tx);
  return known;
}

export async function shapeOf(tx: Tx, table: string): Promise<TableShape> {
  const shape = (await tableShapes(tx)).get(table);
  if (!shape) throw new Error(`there is no table ${table}`);
  return shape;
}

type Found = {
  name: string;
  key: KeyColumn[];
  columns: string[];
  foreign: { column: string; target: string }[] | null;
};

async function readShapes(tx: Tx): Promise<Map<string, TableShape>> {
  const found = await rows<Found>(
    sql`
      select c.relname::text as name,
        coalesce((select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by k.place)
          from pg_index i, unnest(i.indkey::int[]) with ordinality k (num, place)
          join pg_attribute a on a.attnum = k.num where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid), '[]') as key,
        array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          order by a.attnum) as columns,
        (select json_agg(json_build_object('column', a.attname, 'target', f.confrelid::regclass::text)) from pg_constraint f
          join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
          where f.conrelid = c.oid and f.contype = 'f') as "foreign"
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
    tx,
  );
  return new Map(found.map((table) => [table.name, shape(table, found)]));
}

function shape(table: Found, all: readonly Found[]): TableShape {
  const references = all.flatMap((other) => {
    if (BYSTANDERS.has(other.name)) return [];
    const foreign = (other.foreign ?? []).filter(({ target }) => target === table.name);
    return foreign.map(({ column }) => ({ table: other.name, column }));
  });
  // Tasks, messages and documents hang on any record by its id alone; what has another record's id has none of its own.
  const own = table.key.some(({ name }) => name === "id") ? all : [];
  const loose = own.filter(({ name, columns }) => columns.includes("subject_id") && !BYSTANDERS.has(name));
  return {
    name: table.name,
    key: table.key,
    columns: table.columns,
    references: [...references, ...loose.map(({ name }) => ({ table: name, column: "subject_id" }))],
    parents: (table.foreign ?? []).map(({ target }) => target).filter((target) => target !== table.name),
  };
}

/** The key of a row as one text: its id, or the columns of the key with colons between. */
export function keyText({ key }: TableShape, alias: string): SqlFragment {
  const parts = key.map(({ name }) => sql`${sqlName(`${alias}.${name}`)}::text`);
  return parts.reduce((whole, part) => sql`${whole} || ':' || ${part}`);
}

const TYPES: Readonly<Record<string, SqlFragment>> = {
  uuid: sql`uuid`,
  integer: sql`int`,
  text: sql`text`,
  citext: sql`citext`,
};

/** "Row t has one of these keys", column by column, so that the primary key's index answers. */
export function hasKey({ name, key }: TableShape, keys: readonly string[]): SqlFragment {
  const columns = key.map((column) => sqlName(`t.${column.name}`));
  const lists = key.map((_, place) => sql`${keys.map((text) => partOf(text, place, key.length))}::text[]`);
  const casts = key.map(({ type }, place) => {
    const known = TYPES[type];
    if (!known) throw new Error(`keys of ${name} cannot be traced: ${type}`);
    return sql`${sqlName(`k.k${place}`)}::${known}`;
  });
  const names = key.map((_, place) => sqlName(`k${place}`));
  return sql`(${joinSql(columns, ", ")}) in (select ${joinSql(casts, ", ")} from unnest(${joinSql(lists, ", ")}) as k (${joinSql(names, ", ")}))`;
}

/** The last part keeps its colons. */
function partOf(text: string, place: number, count: number): string {
  if (count === 1) return text;
  const parts = text.split(":");
  return place < count - 1 ? (parts[place] ?? "") : parts.slice(place).join(":");
}

/** The named tables, those that others refer to first. */
export function parentsFirst(shapes: Map<string, TableShape>, names: readonly string[]): TableShape[] {
  const ordered: TableShape[] = [];
  const visit = (name: string) => {
    const table = shapes.get(name);
    if (!table || ordered.includes(table)) return;
    for (const parent of table.parents) if (names.includes(parent)) visit(parent);
    ordered.push(table);
  };
  for (const name of names) visit(name);
  return ordered;
}
