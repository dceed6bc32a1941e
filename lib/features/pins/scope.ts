import type { Actor } from "@/lib/platform/access/actor";

/** Pinned notes are for administrators and staff, as Additional Information is. */
export function mayReadPins(actor: Actor): boolean {
  return actor.kind === "account" && actor.role !== "practitioner";
}
