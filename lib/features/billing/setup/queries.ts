import "server-only";
import { paymentsVisibleTo } from "@/lib/features/billing/scope";
import type { Actor } from "@/lib/platform/access/actor";
import type { Tx } from "@/lib/platform/db/db";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";
import { type BillingSetup, USUAL_TERMS } from "./schema";

/** How a client is billed and who could get its invoices; null where the person may not see it. */
export async function findBillingSetup(actor: Actor, clientId: string, tx?: Tx): Promise<BillingSetup | null> {
  if (!isId(clientId)) return null;
  const [found] = await rows<BillingSetup>(
    sql`select b.cycle::text as cycle, b.method::text as method, coalesce(b.terms_days, ${USUAL_TERMS}::int) as "termsDays",
        coalesce(b.version, 0) as version, coalesce(people.list, '[]'::jsonb) as contacts
      from clients left join client_billing b on b.client_id = clients.id
      left join lateral (
        select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.first_name || ' ' || k.last_name, 'email', k.email,
          'gets', r.gets_invoices, 'isPayable', r.is_accounts_payable)
          order by r.is_accounts_payable desc, r.is_primary desc, k.last_name, k.first_name, k.id) as list
        from relationships r join contacts k on k.id = r.contact_id and k.deleted_at is null
        where r.client_id = clients.id
      ) people on true
      where clients.id = ${clientId}::uuid and ${paymentsVisibleTo(actor)}`,
    tx,
  );
  return found ?? null;
}
