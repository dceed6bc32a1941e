import { type Actor, centersSeen } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Which tasks (`t`) a person reads and does: staff everybody's or those of their centers, a practitioner only their own. */
export function tasksVisibleTo(actor: Actor): SqlFragment {
  if (actor.kind === "system") return sql`true`;
  if (actor.kind !== "account") return sql`false`;
  if (actor.reach("tasks", "view") === "none") return sql`false`;
  const own = sql`t.assignee_id = ${actor.accountId}::uuid`;
  if (actor.role === "practitioner") return own;
  const centers = centersSeen(actor, "tasks");
  return centers ? sql`(t.center_id = any(${centers}::uuid[]) or ${own})` : sql`true`;
}
