import type { Actor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Which centers a person may read: the team all of them, a contact those of the clients they act for. */
export function centersVisibleTo(actor: Actor): Prisma.CenterWhereInput {
  if (actor.kind === "system" || actor.kind === "account") return {};
  if (actor.kind !== "contact") return { id: { in: [] } };
  return { id: { in: actor.clients.map(({ centerId }) => centerId) } };
}
