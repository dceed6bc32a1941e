import type { Actor } from "@/lib/platform/access/actor";

/** Whose drafts a person reads and writes: their own, nobody else's ever, whatever their role. Null for who has none. */
export function draftsOf(actor: Actor): string | null {
  return actor.kind === "account" ? actor.accountId : null;
}
