import "server-only";
import { joinSql, type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import type { Tx } from "./db";
import { execute } from "./rows";

/** Records of one table, by the names of its columns; all of them name the same ones. */
type Records = readonly Record<string, unknown>[];

/** Adds many rows in one statement. Columns left out take their defaults. */
export async function insertMany(tx: Tx, table: string, records: Records): Promise<void> {
  await insertTogether(tx, { [table]: records });
}

/**
 * Adds rows to several tables in one statement: keys between them are checked, and triggers run, when all are there.
 */
export async function insertTogether(tx: Tx, tables: Readonly<Record<string, Records>>): Promise<void> {
  const inserts = Object.entries(tables).flatMap(([table, records]) => insert(table, records));
  if (inserts.length === 0) return;
  const parts = inserts.map((part, place) => sql`${sqlName(`part${place}`)} as (${part})`);
  await execute(sql`with ${joinSql(parts, ", ")} select 1`, tx);
}

function insert(table: string, records: Records): SqlFragment[] {
  const [first] = records;
  if (!first) return [];
  const name = sqlName(table);
  const columns = joinSql(Object.keys(first).map(sqlName), ", ");
  const content = JSON.stringify(records);
  return [
    sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${content}::jsonb)`,
  ];
}
