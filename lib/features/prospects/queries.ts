import "server-only";
import { customFieldsOf } from "@/lib/features/custom-fields/queries";
import { parseFilter } from "@/lib/features/filters/addresses/rules";
import { compileFilter } from "@/lib/features/filters/rules";
import { foundBy, SHORTEST_SEARCH, searchText } from "@/lib/features/filters/search/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { isId } from "@/lib/values/id";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import { prospectFilterFieldsFor } from "./filter-fields";
import { AGE_DAYS } from "./rules";
import { NO_SOURCE, type ProspectChoice, type ProspectChoices, type ProspectRow, type ProspectSearch } from "./schema";
import { prospectsVisibleTo } from "./scope";

const PROSPECT_PAGE = 50;
const COUNT_LIMIT = 10_000;

/** Where months and days begin and end. */
type Zone = { zone: string };

/** One page of prospects, the newest first or by name: an index walk, never an offset. */
export async function listProspects(actor: Actor, search: ProspectSearch, { zone }: Zone): Promise<Page<ProspectRow>> {
  const byName = search.sort === "name";
  const cursor = decodeCursor(search.page);
  const descending = byName === (cursor?.direction === "before");
  const direction = descending ? sql` desc` : sql` asc`;
  const columns = byName ? [sql`fold_text(prospects.name)`, sql`prospects.id`] : [sql`prospects.id`];
  const sorted = joinSql(
    columns.map((column) => sql`${column}${direction}`),
    ", ",
  );
  const where = joinSql([prospectsMatching(actor, search, { zone }), beyond(cursor, { byName, descending })], " and ");
  const found = await rows<ProspectRow & { sortKey: Cursor["values"] }>(sql`
    with page as materialized (
      select prospects.id, row_number() over () as place from (
        select prospects.id from prospects where ${where} order by ${sorted} limit ${PROSPECT_PAGE + 1}
      ) prospects
    )
    select prospects.id, prospects.name, prospects.department, s.name::text as stage, s.outcome::text as outcome, prospects.source,
      o.first_name || ' ' || o.last_name as owner, z.name::text as center, prospects.email::text as email, prospects.phone,
      prospects.next_step as "nextStep", prospects.next_step_on::text as "nextStepOn", prospects.created_at as "createdAt",
      jsonb_build_array(${joinSql(columns, ", ")}) as "sortKey"
    from page join prospects on prospects.id = page.id
    join prospect_stages s on s.id = prospects.stage_id
    left join accounts o on o.id = prospects.owner_id
    left join centers z on z.id = prospects.center_id
    order by page.place`);
  const page = pageOf(found, { size: PROSPECT_PAGE, cursor, valuesOf: (row) => row.sortKey });
  return { ...page, rows: page.rows.map(({ sortKey: _, ...row }) => row) };
}

/** How many prospects match, exact up to 10,000. */
export async function countProspects(
  actor: Actor,
  choice: ProspectChoice,
  { zone }: Zone,
): Promise<{ count: number; more: boolean }> {
  const where = prospectsMatching(actor, choice, { zone });
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from prospects where ${where} limit ${COUNT_LIMIT + 1}) matching`,
  );
  const count = found?.count ?? 0;
  return { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT };
}

/** What forms and filters choose from, in one query; archived stages and centers and closed accounts left out. */
export async function findProspectChoices(actor: Actor): Promise<ProspectChoices> {
  const [choices] = await rows<ProspectChoices>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'outcome', outcome) order by position, name), '[]'::jsonb)
        from prospect_stages where archived_at is null) as stages,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name)
        order by last_name, first_name, id), '[]'::jsonb) from accounts where status = 'ACTIVE') as owners,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
        from centers where archived_at is null) as centers,
      (select coalesce(jsonb_agg(source order by source), '[]'::jsonb) from (
        select distinct prospects.source from prospects where ${prospectsVisibleTo(actor)} and prospects.source is not null
        order by 1 limit 100) known) as sources,
      ${customFieldsOf("prospect")} as custom`);
  return choices ?? { stages: [], owners: [], centers: [], sources: [], custom: [] };
}

/** Scope, search and choice as one condition on `prospects`. */
export function prospectsMatching(actor: Actor, choice: ProspectChoice, { zone }: Zone): SqlFragment {
  const { owner, center, source, stage, outcome } = choice;
  const text = searchText(choice.q);
  const conditions = [prospectsVisibleTo(actor)];
  const hasWord = text !== null && text.length >= SHORTEST_SEARCH;
  if (hasWord) conditions.push(sql`prospects.id in (${foundBy("prospect", text)})`);
  else if (text) conditions.push(sql`starts_with(fold_text(prospects.name), fold_text(${text}))`);
  if (stage) conditions.push(sql`prospects.stage_id = ${stage}::uuid`);
  if (outcome)
    conditions.push(
      sql`prospects.stage_id in (select id from prospect_stages where outcome = ${outcome}::"ProspectOutcome")`,
    );
  if (owner)
    conditions.push(owner === "none" ? sql`prospects.owner_id is null` : sql`prospects.owner_id = ${owner}::uuid`);
  if (center)
    conditions.push(center === "none" ? sql`prospects.center_id is null` : sql`prospects.center_id = ${center}::uuid`);
  if (source) conditions.push(source === NO_SOURCE ? sql`prospects.source is null` : sql`prospects.source = ${source}`);
  return joinSql([...conditions, ...inTime(choice, zone), ...asFiltered(choice, zone)], " and ");
}

/** A filter that cannot be read lets nothing through. */
function asFiltered({ filter }: ProspectChoice, zone: string): SqlFragment[] {
  if (!filter) return [];
  const tree = parseFilter(filter);
  const compiled = tree && compileFilter(tree, prospectFilterFieldsFor(tree), { today: dayIn(zone, now()), zone });
  return [compiled?.ok ? compiled.where : sql`false`];
}

function inTime({ next, age, created, converted }: ProspectChoice, zone: string): SqlFragment[] {
  const conditions: SqlFragment[] = [];
  const at = now();
  if (next === "none") conditions.push(sql`prospects.next_step is null and prospects.next_step_on is null`);
  if (next === "overdue")
    conditions.push(sql`prospects.next_step_on < (${at}::timestamptz at time zone ${zone})::date`);
  if (age) {
    const { from, to } = AGE_DAYS[age];
    conditions.push(sql`prospects.created_at <= ${at}::timestamptz - make_interval(days => ${from}::int)`);
    if (to !== null)
      conditions.push(sql`prospects.created_at > ${at}::timestamptz - make_interval(days => ${to}::int)`);
  }
  if (created) {
    const start = sql`${`${created}-01`}::timestamp`;
    conditions.push(sql`prospects.created_at >= ${start} at time zone ${zone}`);
    conditions.push(sql`prospects.created_at < (${start} + interval '1 month') at time zone ${zone}`);
  }
  if (converted) {
    const found = sql`exists (select 1 from conversions c where c.prospect_id = prospects.id)`;
    conditions.push(converted === "yes" ? found : sql`not ${found}`);
  }
  return conditions;
}

/** The rows behind the cursor. A cursor that was tampered with is none: the list begins at its first page. */
function beyond(cursor: Cursor | null, { byName, descending }: { byName: boolean; descending: boolean }): SqlFragment {
  const values = cursor?.values ?? [];
  const [name, id] = byName ? values : [null, values[0]];
  if (!isId(id) || (byName && typeof name !== "string")) return sql`true`;
  const compared = descending ? sql`<` : sql`>`;
  if (!byName) return sql`prospects.id ${compared} ${id}::uuid`;
  return sql`(fold_text(prospects.name), prospects.id) ${compared} (${name}::text, ${id}::uuid)`;
}
