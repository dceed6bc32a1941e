import "server-only";
import type { Actor } from "@/lib/platform/access/actor";
import { type SqlFragment, sql } from "@/lib/values/sql";

/** Administrators in administrator mode read everything that happened; nobody else reads any of it here. */
export function auditVisibleTo(actor: Actor): SqlFragment {
  return actor.can("audit.view") ? sql`true` : sql`false`;
}
