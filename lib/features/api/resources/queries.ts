import "server-only";
import type { KeyActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { decodeCursor, encodeCursor } from "@/lib/platform/page";
import { refuse } from "@/lib/platform/refusal";
import { isId } from "@/lib/values/id";
import { joinSql, type SqlFragment, sql, sqlName } from "@/lib/values/sql";
import type { ListQuery, Resource, ResourceRow } from "./schema";
import { fieldsReadBy, rowsReadBy } from "./scope";

const TABLES: Record<Resource, SqlFragment> = {
  testimonials: sql`testimonials r`,
  events: sql`training_events r`,
  centers: sql`centers r`,
  practitioners: sql`practitioners r`,
  clients: sql`clients r`,
  contacts: sql`contacts r`,
  sessions: sql`sessions r`,
};

/** Fields that are more than the column of their name. */
const COMPUTED: Record<string, SqlFragment> = {
  "events.isOnline": sql`r.online_url is not null`,
  "events.seatsLeft": sql`greatest(r.capacity - r.seats_taken, 0)`,
  "clients.kind": sql`r.kind::text`,
  "clients.status": sql`(select s.name::text from client_statuses s where s.id = r.status_id)`,
  "contacts.clientIds": sql`array(select l.client_id from relationships l join clients c on c.id = l.client_id
    where l.contact_id = r.id and c.deleted_at is null order by l.client_id)`,
  "sessions.status": sql`r.status::text`,
  "sessions.practitionerIds": sql`array(select p.practitioner_id from session_practitioners p
    where p.session_id = r.id order by p.practitioner_id)`,
  "sessions.clientIds": sql`array(select a.client_id from attendances a join clients c on c.id = a.client_id
    where a.session_id = r.id and c.deleted_at is null order by a.client_id)`,
};

const columnName = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function column(resource: Resource, field: string): SqlFragment {
  const value = COMPUTED[`${resource}.${field}`] ?? sqlName(`r.${columnName(field)}`);
  // Whatever zone the connection is in, instants leave in UTC.
  if (field.endsWith("At"))
    return sql`${field}::text, to_char(${value} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return sql`${field}::text, ${value}`;
}

function selected(actor: KeyActor, resource: Resource): SqlFragment {
  const pairs = ["id", ...fieldsReadBy(actor, resource)].map((field) => column(resource, field));
  return sql`jsonb_build_object(${joinSql(pairs, ", ")})`;
}

/** One page of a resource in the order in which its records were made: one walk along the primary key. */
export async function listResource(
  actor: KeyActor,
  resource: Resource,
  { cursor, limit }: ListQuery,
): Promise<{ data: ResourceRow[]; next: string | null }> {
  const after = cursor ? decodeCursor(cursor)?.values[0] : null;
  if (cursor && !isId(after)) refuse("invalid_query", "api.refusals.cursor");
  const found = await rows<{ row: ResourceRow }>(sql`select ${selected(actor, resource)} as row
    from ${TABLES[resource]} where ${rowsReadBy(actor, resource)}
      and ${after ? sql`r.id > ${after}::uuid` : sql`true`}
    order by r.id limit ${limit + 1}`);
  const data = found.slice(0, limit).map(({ row }) => row);
  const last = data.at(-1);
  const next = found.length > limit && last ? encodeCursor({ direction: "after", values: [last.id] }) : null;
  return { data, next };
}

/** One record of a resource; null where there is none for this key. */
export async function findResource(actor: KeyActor, resource: Resource, id: string): Promise<ResourceRow | null> {
  if (!isId(id)) return null;
  const [found] = await rows<{ row: ResourceRow }>(sql`select ${selected(actor, resource)} as row
    from ${TABLES[resource]} where ${rowsReadBy(actor, resource)} and r.id = ${id}::uuid`);
  return found?.row ?? null;
}
