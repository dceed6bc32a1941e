import type { Actor } from "@/lib/platform/access/actor";
import type { Prisma } from "@/lib/platform/db/db";

/** Staff see everything in the recycle bin, but who sees only some centers sees nothing; nor does anybody else. */
export function recycledVisibleTo(actor: Actor): Prisma.RecycledRecordWhereInput {
  if (actor.kind === "system") return {};
  return actor.can("recycle-bin.view") ? {} : { id: { in: [] } };
}
