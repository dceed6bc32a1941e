import type { KeyActor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";
import type { Resource } from "./schema";

/** What there is to read at all, whoever asks: nothing deleted, nothing that is not out yet. */
const LIVE: Record<Resource, SqlFragment> = {
  testimonials: sql`r.published_at is not null`,
  events: sql`r.deleted_at is null and r.status = 'PUBLISHED' and r.audience = 'PUBLIC'`,
  centers: sql`r.archived_at is null`,
  practitioners: sql`r.status = 'ACTIVE'`,
  clients: sql`r.deleted_at is null`,
  contacts: sql`r.deleted_at is null`,
  sessions: sql`exists (select from attendances a join clients c on c.id = a.client_id and c.deleted_at is null
    where a.session_id = r.id)`,
};

/** Which rows of a resource (`r`) a key reads: none where its scopes do not name it. */
export function rowsReadBy(actor: KeyActor, resource: Resource): SqlFragment {
  return Object.hasOwn(actor.grants, resource) ? sql`(${LIVE[resource]})` : sql`false`;
}

/** The fields a key reads, of those there are. */
export function fieldsReadBy(actor: KeyActor, resource: Resource): readonly string[] {
  return actor.grants[resource] ?? [];
}
