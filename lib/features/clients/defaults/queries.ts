import "server-only";
import { clientsVisibleTo } from "@/lib/features/clients/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { ClientDefaults, DefaultChoices } from "./schema";

/** What new work with a client begins with; null where the person does not reach the client. */
export async function findDefaults(actor: Actor, clientId: string, tx?: Tx): Promise<ClientDefaults | null> {
  if (!isId(clientId)) return null;
  const [found] = await rows<ClientDefaults>(
    sql`select coalesce(d.version, 0) as version, d.worker_comp_code as "workerCompCode",
        d.multiplier_code as "multiplierCode", d.rate_cents as "rateCents",
        case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name, 'minutes', s.default_minutes,
          'rateCents', s.default_rate_cents) end as service,
        case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as "fundingSource",
        case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.first_name || ' ' || p.last_name)
          end as practitioner
      from clients left join client_defaults d on d.client_id = clients.id
      left join services s on s.id = d.service_id
      left join funding_sources f on f.id = d.funding_source_id
      left join practitioners p on p.id = d.practitioner_id
      where clients.id = ${clientId}::uuid and ${clientsVisibleTo(actor)}`,
    tx,
  );
  return found ?? null;
}

/** What defaults can be chosen from, in one query. */
export async function findDefaultChoices(_actor: Actor, tx?: Tx): Promise<DefaultChoices> {
  const [choices] = await rows<DefaultChoices>(
    sql`select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
        from services where archived_at is null) as services,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]'::jsonb)
        from funding_sources where archived_at is null) as "fundingSources",
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', first_name || ' ' || last_name)
        order by last_name, first_name, id), '[]'::jsonb) from practitioners where status = 'ACTIVE') as practitioners`,
    tx,
  );
  return choices ?? { services: [], fundingSources: [], practitioners: [] };
}
