import "server-only";
import { type Handed, MOST_RECORDS } from "@/lib/features/updates/schema";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import type { BulkChange, BulkNoun } from "@/lib/platform/operation/bulk-field";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";

const PAGE = 50;

/** One record that could be changed, with what stands there now. */
export type ChoosableRow = { id: string; name: string; detail: string | null; now: string | null };

export const idOf = ({ alias }: BulkNoun) => sqlName(`${alias}.id`);
export const tableOf = ({ table, alias }: BulkNoun): SqlFragment => sql`${sqlName(table)} ${sqlName(alias)}`;

/** The records a list handed over, within what the person may see, as a condition over the noun's alias. */
export async function handedCondition(actor: Actor, noun: BulkNoun, handed: Handed): Promise<SqlFragment> {
  const { ids, except, address } = handed;
  if (ids) return sql`${await noun.chosen(actor, {})} and ${idOf(noun)} = any(${[...ids]}::uuid[])`;
  return sql`${await noun.chosen(actor, address)} and ${idOf(noun)} <> all(${[...except]}::uuid[])`;
}

type Asked = { handed: Handed; change: BulkChange | null; at?: string };

/** One page of the records that were handed over. */
export async function listChoosable(
  actor: Actor,
  noun: BulkNoun,
  { handed, change, at }: Asked,
): Promise<Page<ChoosableRow>> {
  const cursor = decodeCursor(at);
  const order = cursor?.direction === "before" ? sql`desc` : sql`asc`;
  const found = await rows<ChoosableRow>(sql`
    select ${idOf(noun)} as id, ${noun.name} as name, ${noun.detail} as detail, ${change?.present ?? sql`null::text`} as now
    from ${tableOf(noun)} where ${await handedCondition(actor, noun, handed)} and ${beyond(noun, cursor)}
    order by ${idOf(noun)} ${order} limit ${PAGE + 1}`);
  return pageOf(found, { size: PAGE, cursor, valuesOf: ({ id }) => [id] });
}

function beyond(noun: BulkNoun, cursor: Cursor | null): SqlFragment {
  const [id] = cursor?.values ?? [];
  if (!cursor || !isId(id)) return sql`true`;
  return cursor.direction === "before" ? sql`${idOf(noun)} < ${id}::uuid` : sql`${idOf(noun)} > ${id}::uuid`;
}

/** How many records were handed over, up to one more than can be changed at once. */
export async function countHanded(actor: Actor, noun: BulkNoun, handed: Handed, tx?: Tx): Promise<number> {
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from ${tableOf(noun)}
      where ${await handedCondition(actor, noun, handed)} limit ${MOST_RECORDS + 1}) chosen`,
    tx,
  );
  return found?.count ?? 0;
}
