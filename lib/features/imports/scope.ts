import type { Actor } from "@/lib/platform/access/actor";

/** Imports reach over all records: whoever may run them sees all of them, nobody else any. */
export function importsVisibleTo(actor: Actor): { kind: string } | { id: { in: string[] } } {
  return actor.can("imports.run") ? { kind: "import" } : { id: { in: [] } };
}
