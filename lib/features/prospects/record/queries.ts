import "server-only";
import { customValuesOf } from "@/lib/features/custom-fields/queries";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import type { ProspectRecord } from "./schema";

/** One prospect with its people and what became of it, in one query; null for an unknown or foreign one. */
export async function findProspect(actor: Actor, prospectId: string, tx?: Tx): Promise<ProspectRecord | null> {
  if (!isId(prospectId)) return null;
  const [prospect] = await rows<ProspectRecord>(
    sql`
    select prospects.id, prospects.name, prospects.department, prospects.source, prospects.notes,
      jsonb_build_object('id', s.id, 'name', s.name, 'outcome', s.outcome) as stage,
      prospects.email::text as email, prospects.phone, prospects.language, prospects.version, prospects.created_at as "createdAt",
      case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.first_name || ' ' || o.last_name) end as owner,
      case when z.id is not null then jsonb_build_object('id', z.id, 'name', z.name) end as center,
      prospects.next_step as "nextStep", prospects.next_step_on::text as "nextStepOn",
      ${customValuesOf("prospect", sql`prospects.id`)} as custom,
      coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'firstName', p.first_name, 'lastName', p.last_name,
          'name', trim(p.first_name || ' ' || p.last_name), 'title', p.title, 'email', p.email, 'phone', p.phone,
          'isMain', p.is_main, 'contactId', p.contact_id) order by p.is_main desc, p.last_name, p.first_name, p.id)
        from prospect_contacts p where p.prospect_id = prospects.id), '[]'::jsonb) as people,
      (select jsonb_build_object('clientId', c.id, 'clientName', c.name, 'clientNumber', c.number,
          'operationId', v.operation_id, 'existing', v.existing)
        from conversions v join clients c on c.id = v.client_id where v.prospect_id = prospects.id) as conversion
    from prospects join prospect_stages s on s.id = prospects.stage_id
    left join accounts o on o.id = prospects.owner_id
    left join centers z on z.id = prospects.center_id
    where prospects.id = ${prospectId}::uuid and ${prospectsVisibleTo(actor)}`,
    tx,
  );
  return prospect ?? null;
}
