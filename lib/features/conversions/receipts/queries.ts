import "server-only";
import { type ConversionResult, receiptRecord } from "@/lib/features/conversions/schema";
import { prospectsVisibleTo } from "@/lib/features/prospects/scope";
import type { Actor } from "@/lib/platform/access/actor";
import { rows } from "@/lib/platform/db/rows";
import { isId } from "@/lib/values/id";
import { sql } from "@/lib/values/sql";

type Found = Omit<ConversionResult, "receipt"> & { source: unknown };

/** What the conversion of a prospect did; null while it is none. */
export async function findConversion(actor: Actor, prospectId: string): Promise<ConversionResult | null> {
  if (!isId(prospectId) || !actor.can("prospects.view")) return null;
  const [found] = await rows<Found>(sql`
    select o.id as "operationId", r.source, a.first_name || ' ' || a.last_name as by, v.converted_at as at,
      o.undo_until as "undoUntil", nullif(r.undo, 'undone') as "keptBy"
    from conversions v join prospects on prospects.id = v.prospect_id
    join operations o on o.id = v.operation_id join operation_rows r on r.operation_id = o.id
    left join accounts a on a.id = o.account_id
    where v.prospect_id = ${prospectId}::uuid and ${prospectsVisibleTo(actor)} limit 1`);
  if (!found) return null;
  const { source, ...result } = found;
  return { ...result, receipt: receiptRecord.parse(source) };
}
