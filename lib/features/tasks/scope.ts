import type { Actor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Staff see everybody's tasks; a practitioner only their own. */
export function tasksVisibleTo(actor: Actor): Prisma.TaskWhereInput {
  if (actor.kind === "system") return {};
  if (actor.kind !== "account") return { id: { in: [] } };
  return actor.role === "practitioner" ? { assigneeId: actor.accountId } : {};
}
