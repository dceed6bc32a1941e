import type { Actor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Staff see everything in the recycle bin; nobody else sees anything. */
export function recycledVisibleTo(actor: Actor): Prisma.RecycledRecordWhereInput {
  if (actor.kind === "system") return {};
  return actor.kind === "account" && actor.role !== "practitioner" ? {} : { id: { in: [] } };
}
