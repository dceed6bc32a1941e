import "server-only";
import { MERGED_TABLES, type MergedKind, type Merging, type Reference } from "@/lib/features/merges/schema";
import type { Tx } from "@/lib/platform/db/db";
import { execute, rows } from "@/lib/platform/db/rows";
import type { TraceScope } from "@/lib/platform/operation/images";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";

/** Which records become one, and what names them. */
export type Following = Merging & { kind: MergedKind; references: readonly Reference[] };

/** Rows that hang on any kind of record only mean one of this kind where they say so. */
function namedBy({ column }: Reference, kind: MergedKind, ids: readonly string[]): SqlFragment {
  const named = sql`${sqlName(column)} = any(${[...ids]}::uuid[])`;
  return column === "subject_id" ? sql`${named} and subject_kind = ${kind}` : named;
}

/** Points everything that only has to be pointed elsewhere at the record that stays. */
export async function moveReferences(tx: Tx, { kind, winnerId, loserIds, references }: Following): Promise<void> {
  for (const reference of references.filter(({ follow }) => follow === "moves")) {
    await execute(
      sql`update ${sqlName(reference.table)} set ${sqlName(reference.column)} = ${winnerId}::uuid
        where ${namedBy(reference, kind, loserIds)}`,
      tx,
    );
  }
}

/**
 * Every row that the merge may change, named by what does not change with it: the same rows meet the conditions before
 * and afterwards.
 * @param own the conditions of tables whose rows have no id, or are made and removed by the merge.
 */
export async function scopeOf(
  tx: Tx,
  { kind, winnerId, loserIds, references }: Following,
  own: TraceScope,
): Promise<TraceScope> {
  const all = [winnerId, ...loserIds];
  const scope: Record<string, SqlFragment> = {
    staff_notes: sql`subject_kind = ${kind} and subject_id = any(${all}::uuid[])`,
    not_duplicates: sql`(first_id = any(${all}::uuid[]) or second_id = any(${all}::uuid[]))`,
    ...own,
  };
  const following = references.filter(({ follow, table }) => follow !== "stays" && !scope[table]);
  for (const table of new Set(following.map((reference) => reference.table))) {
    const ids = table === MERGED_TABLES[kind] ? [...all] : [];
    for (const reference of following.filter((other) => other.table === table))
      ids.push(...(await idsOf(tx, table, namedBy(reference, kind, all))));
    scope[table] = sql`id = any(${ids}::uuid[])`;
  }
  return scope;
}

/** The ids of the rows of a table that meet a condition. */
export async function idsOf(tx: Tx, table: string, where: SqlFragment): Promise<string[]> {
  return (await rows<{ id: string }>(sql`select id from ${sqlName(table)} where ${where}`, tx)).map(({ id }) => id);
}
