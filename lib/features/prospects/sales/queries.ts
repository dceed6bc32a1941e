import "server-only";
import { AGE_DAYS } from "@/lib/features/prospects/rules";
import { AGES, NO_SOURCE } from "@/lib/features/prospects/schema";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import type { SalesFigures } from "./schema";

const NOTHING: SalesFigures = {
  open: 0,
  withoutNextStep: 0,
  overdue: 0,
  stages: [],
  sources: [],
  owners: [],
  ages: [],
  months: [],
};
const MOST_BARS = 12;

/** The pipeline in figures, in one query over the prospects that the person sees. */
export async function findSalesFigures(actor: Actor, { zone }: { zone: string }): Promise<SalesFigures> {
  const at = now();
  const today = sql`(${at}::timestamptz at time zone ${zone})::date`;
  const [figures] = await rows<SalesFigures>(sql`
    with seen as materialized (
      select prospects.id, prospects.stage_id, prospects.source, prospects.owner_id, prospects.next_step, prospects.next_step_on,
        prospects.created_at, s.outcome = 'OPEN' as open
      from prospects join prospect_stages s on s.id = prospects.stage_id where ${prospectsVisibleTo(actor)}
    ), open as (select * from seen where open)
    select
      (select count(*)::int from open) as open,
      (select count(*)::int from open where next_step is null and next_step_on is null) as "withoutNextStep",
      (select count(*)::int from open where next_step_on < ${today}) as overdue,
      (select coalesce(jsonb_agg(jsonb_build_object('key', s.id, 'label', s.name, 'count',
          (select count(*) from seen where seen.stage_id = s.id)) order by s.position, s.name), '[]'::jsonb)
        from prospect_stages s where s.archived_at is null or exists (select 1 from seen where seen.stage_id = s.id)) as stages,
      ${most(sql`select coalesce(source, ${NO_SOURCE}) as key, source as label, count(*) as count from open group by source`)} as sources,
      ${most(sql`select coalesce(owner_id::text, 'none') as key, max(a.first_name || ' ' || a.last_name) as label, count(*) as count
        from open left join accounts a on a.id = owner_id group by owner_id`)} as owners,
      jsonb_build_array(${joinSql(
        AGES.map((age) => countOfAge(age, at)),
        ", ",
      )}) as ages,
      (select jsonb_agg(jsonb_build_object('month', to_char(m.start, 'YYYY-MM'), 'created', c.created, 'converted', c.converted)
          order by m.start desc)
        from generate_series(date_trunc('month', ${today}::timestamp) - interval '11 months', ${today}::timestamp, interval '1 month') m (start)
        cross join lateral (
          select count(*) as created, count(v.id) as converted from seen left join conversions v on v.prospect_id = seen.id
          where seen.created_at >= m.start at time zone ${zone} and seen.created_at < (m.start + interval '1 month') at time zone ${zone}
        ) c) as months`);
  return figures ?? NOTHING;
}

/** The most frequent ones. */
function most(counts: SqlFragment): SqlFragment {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('key', c.key, 'label', c.label, 'count', c.count)
    order by c.count desc, c.label), '[]'::jsonb) from (${counts} order by count desc limit ${MOST_BARS}) c)`;
}

function countOfAge(age: (typeof AGES)[number], at: Date): SqlFragment {
  const { from, to } = AGE_DAYS[age];
  const youngest = sql`created_at <= ${at}::timestamptz - make_interval(days => ${from}::int)`;
  const oldest = to === null ? sql`true` : sql`created_at > ${at}::timestamptz - make_interval(days => ${to}::int)`;
  return sql`jsonb_build_object('key', ${age}::text, 'label', ${age}::text, 'count',
    (select count(*) from open where ${youngest} and ${oldest}))`;
}
