import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Duplicates reach over all contacts, so whoever may see one may see all: administrators and staff. */
export function duplicatesVisibleTo(actor: Actor): SqlFragment {
  return actor.can("duplicates.view") ? sql`true` : sql`false`;
}
