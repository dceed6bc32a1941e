import "server-only";
import { findFilterContext } from "@/lib/features/filters/queries";
import { compileFilter, type FilterContext } from "@/lib/features/filters/rules";
import type { FilterTree } from "@/lib/features/filters/schema";
import { foundBy, holdsEveryWord, SHORTEST_SEARCH, searchText } from "@/lib/features/filters/search/rules";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { refuse } from "@/lib/platform/refusal";
import { isId } from "@/lib/values/id";
import { joinSql, type SqlFragment, sql } from "@/lib/values/sql";
import { clientFilterFieldsFor } from "./filter-fields";
import { filterOfAddress } from "./rules";
import type { ClientKind, ClientPurpose, ClientSelection, ClientSort, ClientStanding, ResourceKind } from "./schema";
import { clientsVisibleTo } from "./scope";

const CLIENT_PAGE = 50;
/** Counting on would cost more than the number is worth. */
const COUNT_LIMIT = 10_000;

export type ClientRow = {
  id: string;
  number: string;
  name: string;
  kind: ClientKind;
  purpose: ClientPurpose | null;
  resourceKind: ResourceKind | null;
  status: string;
  standing: ClientStanding;
  center: string;
  practitioner: string | null;
  practitionerActive: boolean;
  primaryContact: { name: string; email: string | null } | null;
  lastSessionAt: Date | null;
  /** Local date of the newest valid signature. */
  agreementOn: string | null;
};

export type ClientListQuery = {
  q?: string;
  filter: FilterTree | null;
  sort: ClientSort;
  direction: "asc" | "desc";
  page?: string;
};

/** One page of clients, 50 rows from wherever the cursor stands: an index walk, never an offset. */
export async function listClients(actor: Actor, query: ClientListQuery): Promise<Page<ClientRow>> {
  const order = ORDERS[query.sort];
  const cursor = decodeCursor(query.page);
  const backwards = cursor?.direction === "before";
  const descending = (query.direction === "desc") !== backwards;
  const common = await isCommon(query.q);
  const where = [matching(actor, { ...query, common }, await findFilterContext()), beyond(order, cursor, descending)];
  const direction = descending ? sql` desc` : sql` asc`;
  const sorted = joinSql(
    order.columns.map((column) => sql`${column}${direction}`),
    ", ",
  );
  type Found = ClientRow & { sortKey: Cursor["values"] };
  const found = await rows<Found>(sql`
    with page as materialized (
      select clients.id, row_number() over () as place from (
        select clients.id from clients where ${joinSql(where, " and ")} order by ${sorted} limit ${CLIENT_PAGE + 1}
      ) clients
    )
    select clients.id, clients.number, clients.name, clients.kind::text as kind, clients.purpose::text as purpose,
      clients.resource_kind::text as "resourceKind",
      s.name::text as status, s.standing::text as standing, ce.name::text as center,
      p.first_name || ' ' || p.last_name as practitioner, p.status = 'ACTIVE' as "practitionerActive",
      people.contact as "primaryContact", held.at as "lastSessionAt", signed.day as "agreementOn",
      jsonb_build_array(${joinSql([...order.columns], ", ")}) as "sortKey"
    from page
    join clients on clients.id = page.id
    join client_statuses s on s.id = clients.status_id
    join centers ce on ce.id = clients.center_id
    left join practitioners p on p.id = clients.practitioner_id
    left join lateral (
      select jsonb_build_object('name', k.first_name || ' ' || k.last_name, 'email', k.email) as contact
      from relationships r join contacts k on k.id = r.contact_id and k.deleted_at is null
      where r.client_id = clients.id and r.is_primary
    ) people on true
    left join lateral (
      select max(a.starts_at) as at from attendances a where a.client_id = clients.id and a.starts_at <= ${now()}::timestamptz
    ) held on true
    left join lateral (
      select max(g.signed_on)::text as day from signatures g where g.client_id = clients.id and g.voided_at is null
    ) signed on true
    order by page.place`);
  const page = pageOf(found, { size: CLIENT_PAGE, cursor, valuesOf: (row) => row.sortKey });
  return { ...page, rows: page.rows.map(({ sortKey: _, ...row }) => row) };
}

/** How many clients match, exact up to 10,000; `more` when there are further ones. */
export async function countClients(
  actor: Actor,
  query: Pick<ClientListQuery, "q" | "filter">,
): Promise<{ count: number; more: boolean }> {
  const where = matching(actor, query, await findFilterContext());
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from (select 1 from clients where ${where} limit ${COUNT_LIMIT + 1}) matching`,
  );
  const count = found?.count ?? 0;
  return { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT };
}

/**
 * The ids of a frozen selection as SQL ("select clients.id …"), within what the person may see; for work in sets.
 * @throws {RefusalError} `unreadable_filter`: a filter that cannot be read must never mean everybody.
 */
export async function selectClientIds(actor: Actor, selection: ClientSelection): Promise<SqlFragment> {
  if (!selection.all) {
    return sql`select clients.id from clients where ${clientsVisibleTo(actor)} and clients.id = any(${selection.ids}::uuid[])`;
  }
  const filter = filterOfAddress({ filter: selection.filter });
  if (filter === "unreadable") refuse("unreadable_filter", "filters.problem.unreadable");
  const where = matching(actor, { q: selection.q, filter }, await findFilterContext());
  return sql`select clients.id from clients where ${where} and clients.id <> all(${selection.except}::uuid[])`;
}

/** How many clients a selection means, exactly. */
export async function countSelection(actor: Actor, selection: ClientSelection, tx?: Tx): Promise<number> {
  const ids = await selectClientIds(actor, selection);
  const [found] = await rows<{ count: number }>(sql`select count(*)::int as count from (${ids}) chosen`, tx);
  return found?.count ?? 0;
}

/** From here on a search sorts so many rows that walking the list's order is faster. */
const COMMON = 1_000;

async function isCommon(q: string | undefined): Promise<boolean> {
  const text = searchText(q);
  if (!text || text.length < SHORTEST_SEARCH) return false;
  const [found] = await rows<{ count: number }>(
    sql`select count(*)::int as count from (${foundBy("client", text)} limit ${COMMON}) found`,
  );
  return found?.count === COMMON;
}

type Matched = Pick<ClientListQuery, "q" | "filter"> & { common?: boolean };

/** Scope, search and filter as one condition on `clients`. */
function matching(actor: Actor, { q, filter, common }: Matched, context: FilterContext): SqlFragment {
  const conditions = [clientsVisibleTo(actor)];
  const text = searchText(q);
  if (text && common) conditions.push(holdsEveryWord("client", sql`clients.id`, { text }));
  else if (text && text.length >= SHORTEST_SEARCH) conditions.push(sql`clients.id in (${foundBy("client", text)})`);
  else if (text) conditions.push(sql`clients.id in (${numbered([text, `@${text}`])})`);
  if (filter) {
    const compiled = compileFilter(filter, clientFilterFieldsFor(filter), context);
    if (!compiled.ok) refuse("unreadable_filter", "filters.problem.unreadable");
    conditions.push(compiled.where);
  }
  return joinSql(conditions, " and ");
}

/** The clients who have or had one of these numbers: two index lookups, which an "or" over them would not be. */
function numbered(numbers: readonly string[]): SqlFragment {
  return sql`select c.id from clients c where c.number = any(${numbers}::text[])
    union all select f.client_id from former_numbers f where f.number = any(${numbers}::text[])`;
}

type ColumnType = "text" | "int" | "uuid";
type Order = { columns: readonly SqlFragment[]; types: readonly ColumnType[] };

const CASTS: Record<ColumnType, SqlFragment> = { text: sql`::text`, int: sql`::int`, uuid: sql`::uuid` };
const FITS: Record<ColumnType, (value: unknown) => boolean> = {
  text: (value) => typeof value === "string",
  int: Number.isInteger,
  uuid: isId,
};

/** Only orders that an index of `clients` holds; the id at the end makes each place unique. */
const ORDERS: Record<ClientSort, Order> = {
  name: { columns: [sql`fold_text(clients.name)`, sql`clients.id`], types: ["text", "uuid"] },
  number: {
    columns: [sql`length(clients.number)`, sql`clients.number`, sql`clients.id`],
    types: ["int", "text", "uuid"],
  },
  newest: { columns: [sql`clients.id`], types: ["uuid"] },
};

/** The rows behind the cursor. A cursor that was tampered with is none: the list begins at its first page. */
function beyond({ columns, types }: Order, cursor: Cursor | null, descending: boolean): SqlFragment {
  if (!cursor || cursor.values.length !== types.length) return sql`true`;
  const { values } = cursor;
  if (!types.every((type, index) => FITS[type](values[index]))) return sql`true`;
  const left = joinSql([...columns], ", ");
  const right = joinSql(
    types.map((type, index) => sql`${values[index] ?? null}${CASTS[type]}`),
    ", ",
  );
  return descending ? sql`(${left}) < (${right})` : sql`(${left}) > (${right})`;
}
