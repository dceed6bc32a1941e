import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { money } from "@/lib/values/money";
import { sql } from "@/lib/values/sql";
import type { PaymentRow } from "./schema";
import { paymentsVisibleTo } from "./scope";

/** How many payments a client's page shows. */
export const PAYMENTS_SHOWN = 20;

type Stored = Omit<PaymentRow, "amount"> & { amountCents: number; currency: string };

/** The last payments of a client, the newest first. */
export async function listPayments(actor: Actor, { clientId }: { clientId: string }): Promise<PaymentRow[]> {
  if (!isId(clientId)) return [];
  const found = await rows<Stored>(sql`
    select p.id, p.amount_cents as "amountCents", p.currency, p.received_on::text as "receivedOn", p.method, p.reference,
      a.first_name || ' ' || a.last_name as "recordedBy"
    from payments p
    join clients on clients.id = p.client_id
    left join accounts a on a.id = p.recorded_by_id
    where p.client_id = ${clientId}::uuid and ${paymentsVisibleTo(actor)}
    order by p.received_on desc, p.created_at desc, p.id desc limit ${PAYMENTS_SHOWN}`);
  return found.map(({ amountCents, currency, ...row }) => ({ ...row, amount: money(amountCents, currency) }));
}
