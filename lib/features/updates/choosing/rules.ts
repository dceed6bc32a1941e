import type { BulkChange, BulkRefusal } from "@/lib/platform/operation/bulk-field";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";

/** Why a record is refused the value, as one JSON object in SQL; null where nothing stands in the way. */
export function refusalOf({ refusals = [] }: BulkChange): SqlFragment {
  if (refusals.length === 0) return sql`null::jsonb`;
  const reason = ({ code, values }: BulkRefusal) =>
    sql`jsonb_build_object('code', ${code}::text) || coalesce(${values ?? sql`'{}'::jsonb`}, '{}'::jsonb)`;
  const cases = refusals.map((refusal) => sql`when ${refusal.when} then ${reason(refusal)}`);
  return sql`case ${joinSql(cases, " ")} end`;
}
