import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { DuplicateCount } from "@/lib/features/merges/schema";
import { duplicatesVisibleTo } from "@/lib/features/merges/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { type Cursor, decodeCursor, type Page, pageOf } from "@/lib/platform/page";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { ClientDuplicatesSearch, ClientGroup, ClientReason, DuplicateClient } from "./schema";

const GROUPS_PER_PAGE = 25;
/** Beyond so many groups the figure would say no more, and counting would cost. */
const COUNTED = 200;
/** Names are compared pair by pair, so of very many clients with one address only these are. */
const COMPARED = 100;
/** Longer groups are shown by their first clients. */
const SHOWN = 12;
/** How alike two names are before they are shown: trigram similarity, 1 is the same letters. */
const LIKENESS = 0.5;

type FoundGroup = { place: Cursor["values"]; shared: string; ids: string[] };
type Walk = { cursor: Cursor | null; limit: number };

/** One page of groups that may each be one client. */
export async function listClientDuplicates(
  actor: Actor,
  { reason, page }: ClientDuplicatesSearch,
): Promise<Page<ClientGroup>> {
  const cursor = decodeCursor(page);
  const found = await walkGroups(actor, reason, { cursor, limit: GROUPS_PER_PAGE + 1 });
  const { rows: groups, ...ways } = pageOf(found, { size: GROUPS_PER_PAGE, cursor, valuesOf: ({ place }) => place });
  const clients = await listMembers(
    actor,
    groups.flatMap(({ ids }) => ids.slice(0, SHOWN)),
  );
  return {
    ...ways,
    rows: groups.map(({ shared, ids }) => ({
      shared,
      size: ids.length,
      clients: ids.slice(0, SHOWN).flatMap((id) => clients.get(id) ?? []),
    })),
  };
}

/** How many groups a reason makes, how many clients are in them, and how many in the largest. */
export async function countClientDuplicates(actor: Actor, reason: ClientReason): Promise<DuplicateCount> {
  const found = await walkGroups(actor, reason, { cursor: null, limit: COUNTED + 1 });
  const counted = found.slice(0, COUNTED);
  return {
    groups: counted.length,
    people: new Set(counted.flatMap(({ ids }) => ids)).size,
    largest: counted.reduce((most, { ids }) => Math.max(most, ids.length), 0),
    more: found.length > COUNTED,
  };
}

type Way = { keys: SqlFragment; key: SqlFragment; members: (key: SqlFragment) => SqlFragment; shared: SqlFragment };

/** Each way has an index in the order of its keys, so a page ends as soon as it has enough groups. */
const WAYS: Record<ClientReason, Way> = {
  address: way(sql`address_key(address_line1, postal_code)`, {
    given: sql`address_line1 is not null`,
    shared: sql`(select concat_ws(', ', c.address_line1, c.city, c.postal_code) from clients c where c.id = found.ids[1])`,
  }),
  phone: way(sql`phone`, { given: sql`phone is not null`, shared: sql`g.key` }),
  website: way(sql`website_key(website)`, { given: sql`website is not null`, shared: sql`g.key` }),
  email: {
    key: sql`k.email::text`,
    keys: sql`contacts k join relationships r on r.contact_id = k.id and r.is_primary
      join clients c on c.id = r.client_id and c.deleted_at is null where k.deleted_at is null and k.email is not null`,
    members: (key) => sql`select c.id, fold_text(c.name) as name from contacts k
      join relationships r on r.contact_id = k.id and r.is_primary join clients c on c.id = r.client_id and c.deleted_at is null
      where k.deleted_at is null and k.email = ${key}::citext`,
    shared: sql`g.key`,
  },
};

function way(key: SqlFragment, { given, shared }: { given: SqlFragment; shared: SqlFragment }): Way {
  const live = sql`clients where deleted_at is null and ${given}`;
  return {
    key,
    keys: sql`${live} and ${key} is not null`,
    members: (value) => sql`select id, fold_text(name) as name from ${live} and ${key} = ${value}`,
    shared,
  };
}

/** Live clients with one thing in common whose names are alike; pairs that were told apart are passed over. */
function walkGroups(actor: Actor, reason: ClientReason, { cursor, limit }: Walk): Promise<FoundGroup[]> {
  const { key, keys, members, shared } = WAYS[reason];
  const backwards = cursor?.direction === "before";
  const order = backwards ? sql`desc` : sql`asc`;
  const [from] = cursor?.values ?? [];
  const beyond =
    typeof from !== "string" ? sql`true` : backwards ? sql`${key} < ${from}::text` : sql`${key} > ${from}::text`;
  return rows<FoundGroup>(sql`
    select jsonb_build_array(g.key) as place, ${shared} as shared, found.ids
    from (select ${key} as key from ${keys} and ${beyond} group by 1 having count(*) > 1) g
    cross join lateral (
      with members as materialized (select id, name from (${members(sql`g.key`)}) m order by id limit ${COMPARED})
      select array_agg(distinct alike.id) as ids from (
        select a.id as first_id, b.id as second_id from members a join members b on a.id < b.id
        where similarity(a.name, b.name) >= ${LIKENESS}::real and not exists (select 1 from not_duplicates n
          where n.first_id = a.id and n.second_id = b.id)
      ) pairs cross join lateral (values (pairs.first_id), (pairs.second_id)) alike (id)
    ) found
    where ${duplicatesVisibleTo(actor)} and found.ids is not null
    order by g.key ${order} limit ${limit}`);
}

async function listMembers(actor: Actor, ids: readonly string[]): Promise<Map<string, DuplicateClient>> {
  if (ids.length === 0) return new Map();
  const found = await rows<DuplicateClient>(sql`
    select clients.id, clients.name, clients.number, clients.city, clients.phone, clients.website,
      (select k.first_name || ' ' || k.last_name from relationships r join contacts k on k.id = r.contact_id
        where r.client_id = clients.id and r.is_primary and k.deleted_at is null) as "primaryContact",
      (select count(*)::int from attendances a where a.client_id = clients.id) as sessions
    from clients where clients.id = any(${[...new Set(ids)]}::uuid[]) and ${clientsVisibleTo(actor)}`);
  return new Map(found.map((client) => [client.id, client]));
}
