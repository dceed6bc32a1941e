import "server-only";
import { paymentsVisibleTo } from "@/lib/features/billing/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { now } from "@/lib/platform/clock";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { CURRENCY, money } from "@/lib/values/money";
import { sql } from "@/lib/values/sql";
import { dayIn } from "@/lib/values/wall-clock";
import type { Snapshot } from "./schema";

type Sums = { invoiced: string; thisYear: string; paid: string; lastCents: number | null; lastOn: string | null };

/**
 * A client's snapshot, added up from two indexes in one query; null where the person may not see its money.
 * @param zone the client's center's: there the year to date begins.
 */
export async function findSnapshot(
  actor: Actor,
  { clientId, zone, at = now() }: { clientId: string; zone: string; at?: Date },
): Promise<Snapshot | null> {
  if (!isId(clientId)) return null;
  const today = dayIn(zone, at);
  const firstOfYear = `${today.slice(0, 4)}-01-01`;
  const [sums] = await rows<Sums>(sql`
    select coalesce(invoiced.ever, 0)::text as invoiced, coalesce(invoiced.this_year, 0)::text as "thisYear",
      coalesce(paid.ever, 0)::text as paid, last.amount_cents as "lastCents", last.received_on::text as "lastOn"
    from clients
    left join lateral (
      select sum(i.amount_cents) as ever, sum(i.amount_cents) filter (
        where i.issued_on between ${firstOfYear}::date and ${today}::date) as this_year
      from invoices i where i.client_id = clients.id and i.currency = ${CURRENCY} and i.voided_at is null
    ) invoiced on true
    left join lateral (
      select sum(p.amount_cents) as ever from payments p where p.client_id = clients.id and p.currency = ${CURRENCY}
    ) paid on true
    left join lateral (
      select p.amount_cents, p.received_on from payments p where p.client_id = clients.id and p.currency = ${CURRENCY}
      order by p.received_on desc limit 1
    ) last on true
    where clients.id = ${clientId}::uuid and ${paymentsVisibleTo(actor)}`);
  if (!sums) return null;
  const { lastCents, lastOn } = sums;
  const lastPayment =
    lastCents !== null && lastOn !== null ? { amount: money(lastCents, CURRENCY), receivedOn: lastOn } : null;
  return {
    lastPayment,
    yearToDate: money(Number(sums.thisYear), CURRENCY),
    lifetime: money(Number(sums.invoiced), CURRENCY),
    balance: money(Number(sums.invoiced) - Number(sums.paid), CURRENCY),
  };
}
