import type { Actor } from "@/lib/platform/access/actor";

/** Operations reach over all records, so whoever may see one may see all: administrators and staff. */
export function operationsVisibleTo(actor: Actor): { id?: { in: string[] } } {
  return actor.can("operations.view") ? {} : { id: { in: [] } };
}
