import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Which tasks (`t`) a person reads and does: staff everybody's, a practitioner only their own. */
export function tasksVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "account") return sql`false`;
  return actor.role === "practitioner" ? sql`t.assignee_id = ${actor.accountId}::uuid` : sql`true`;
}
