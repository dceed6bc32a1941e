import "server-only";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { sql, sqlName } from "@/lib/values/sql";

/**
 * When records become one: what the one that stays has filled in stays, and what it has not comes from the first of the
 * others that has.
 */
export async function combineCustomValues(
  tx: Tx,
  { kind, winnerId, loserIds }: { kind: "contact" | "client"; winnerId: string; loserIds: readonly string[] },
): Promise<void> {
  const owner = sqlName(`${kind}_id`);
  await execute(
    sql`update custom_values v set ${owner} = ${winnerId}::uuid, record_id = ${winnerId}::uuid
      from (select distinct on (l.field_id) l.field_id, l.record_id from custom_values l
        where l.record_id = any(${[...loserIds]}::uuid[])
          and not exists (select from custom_values w where w.field_id = l.field_id and w.record_id = ${winnerId}::uuid)
        order by l.field_id, array_position(${[...loserIds]}::uuid[], l.record_id)) taken
      where v.field_id = taken.field_id and v.record_id = taken.record_id`,
    tx,
  );
}
