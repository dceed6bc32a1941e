import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/**
 * Which rows of `prospects` a person may read: staff every live one or those of their centers
 * and their own, a practitioner those they own, nobody else any.
 */
export function prospectsVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`prospects.deleted_at is null`;
  if (actor.kind !== "account") return sql`false`;
  const centers = centersSeen(actor, "prospects");
  const own = sql`prospects.owner_id = ${actor.accountId}::uuid`;
  if (actor.reach("prospects", "view") === "none") return sql`false`;
  if (actor.role === "practitioner") return sql`(prospects.deleted_at is null and ${own})`;
  if (!centers) return sql`prospects.deleted_at is null`;
  return sql`(prospects.deleted_at is null and (prospects.center_id = any(${centers}::uuid[]) or ${own}))`;
}
