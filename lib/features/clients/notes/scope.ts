import type { Actor } from "@/lib/platform/access/actor";

/** Additional Information is for administrators and staff: not for the person it is about, nor for a practitioner. */
export function mayReadNotes(actor: Actor): boolean {
  return actor.kind === "account" && actor.role !== "practitioner";
}
