import { clientsVisibleTo } from "@/lib/features/clients/scope";
import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Which rows of `payments`, joined with their `clients`, a person may read: administrators and staff, nobody else. */
export function paymentsVisibleTo(actor: Actor): SqlFragment {
  const isOffice = actor.kind === "system" || (actor.kind === "account" && actor.role !== "practitioner");
  if (!isOffice) return sql`false`;
  const centers = centersSeen(actor, "payments");
  const seen = clientsVisibleTo(actor);
  return centers ? sql`(${seen} and clients.center_id = any(${centers}::uuid[]))` : seen;
}
