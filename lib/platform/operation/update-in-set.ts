import "server-only";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { execute } from "@/lib/platform/db/rows";
import { type SqlFragment, sql, sqlName } from "@/lib/values/sql";

type SetChange = {
  table: string;
  subjectKind: string;
  /** Records the caller has locked; each becomes a row of the operation. */
  ids: readonly string[];
  /** Condition on `t` for records that stand as wanted already. */
  unless: SqlFragment;
  /** Assignments, which may name `t`. */
  set: SqlFragment;
  /** What the row is called, from `t`. */
  name: SqlFragment;
};

/** Changes many records alike and keeps the operation's rows with all that undoing needs: two statements for any number. */
export async function updateInSet(
  tx: Tx,
  operationId: string,
  { table, subjectKind, ids, unless, set, name }: SetChange,
): Promise<void> {
  const t = sqlName(table);
  await execute(
    sql`insert into operation_rows (id, operation_id, position, outcome, reasons, source, subject_kind, subject_id, before, applied_at)
      select new_id(), ${operationId}::uuid, row_number() over (order by t.id), planned.outcome, '[]'::jsonb,
        jsonb_build_object('name', ${name}), ${subjectKind}, t.id,
        case when planned.outcome = 'update' then jsonb_build_object(${table}::text, jsonb_build_object(t.id, to_jsonb(t))) end,
        case when planned.outcome = 'update' then ${now()}::timestamptz end
      from ${t} t cross join lateral (select case when ${unless} then 'unchanged' else 'update' end as outcome) planned
      where t.id = any(${[...ids]}::uuid[])`,
    tx,
  );
  await execute(
    sql`with changed as (
        update ${t} t set ${set} from operation_rows r
        where r.operation_id = ${operationId}::uuid and r.outcome = 'update' and t.id = r.subject_id
        returning r.id as row_id, t.id, md5(t::text) as print
      )
      update operation_rows r set after = jsonb_build_object(${table}::text, jsonb_build_object(changed.id, changed.print))
      from changed where r.id = changed.row_id`,
    tx,
  );
}
