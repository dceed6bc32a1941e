import "server-only";
import { joinSql, sql, sqlName } from "@/lib/values/sql";
import type { Tx } from "./db";
import { execute } from "./rows";

/**
 * Adds many rows in one statement. Records name columns of the table as the database does, all of them the same ones;
 * columns left out take their defaults.
 */
export async function insertMany(tx: Tx, table: string, records: readonly Record<string, unknown>[]): Promise<void> {
  const [first] = records;
  if (!first) return;
  const name = sqlName(table);
  const columns = joinSql(Object.keys(first).map(sqlName), ", ");
  await execute(
    sql`insert into ${name} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(records)}::jsonb)`,
    tx,
  );
}
