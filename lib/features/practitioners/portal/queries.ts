import "server-only";
import { languagesOf } from "@/lib/features/settings/coded-lists/queries";
import type { ContactActor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { sql } from "@/lib/values/sql";
import type { OwnPractitioner } from "./schema";

const MOST = 200;

/**
 * Who works with the clients of a contact: whom staff assigned, before and after the first session, the practitioner
 * of the client itself first. Whoever has left is not among them.
 */
export async function listOwnPractitioners(actor: ContactActor): Promise<OwnPractitioner[]> {
  const ids = actor.clients.map(({ clientId }) => clientId);
  if (ids.length === 0) return [];
  return rows<OwnPractitioner>(sql`
    with own as (select c.id, c.name, c.practitioner_id from clients c where c.id = any(${ids}::uuid[]) and c.deleted_at is null),
    pairs as (
      select practitioner_id, id, name, true as first from own where practitioner_id is not null
      union all
      select x.practitioner_id, own.id, own.name, false from own join client_practitioners x on x.client_id = own.id
    ),
    theirs as (
      select practitioner_id, bool_or(first) as first, jsonb_agg(distinct name::text) as clients from pairs group by practitioner_id
    )
    select p.id, p.first_name || ' ' || p.last_name as name, p.title, p.email::text as email, p.phone, ce.name::text as center,
      ${languagesOf(sql`p`)} as languages, p.photo_file_id is not null as "hasPhoto", theirs.clients,
      coalesce((select jsonb_agg(s.name order by s.name) from practitioner_services ps join services s on s.id = ps.service_id
        where ps.practitioner_id = p.id and s.archived_at is null), '[]'::jsonb) as services
    from theirs join practitioners p on p.id = theirs.practitioner_id left join centers ce on ce.id = p.center_id
    where p.status = 'ACTIVE'
    order by theirs.first desc, p.last_name, p.first_name, p.id
    limit ${MOST}`);
}
