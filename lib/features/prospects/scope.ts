import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Which rows of `prospects` a person may read: staff every live one, a practitioner those they own, nobody else any. */
export function prospectsVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`prospects.deleted_at is null`;
  if (actor.kind !== "account") return sql`false`;
  if (actor.role !== "practitioner") return sql`prospects.deleted_at is null`;
  return sql`(prospects.deleted_at is null and prospects.owner_id = ${actor.accountId}::uuid)`;
}
