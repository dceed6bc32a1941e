import type { FilterTree } from "@/lib/features/filters/schema";
import { type Actor, centersSeen } from "@/lib/platform/access/actor";

/**
 * The conditions of a list that shows exactly those that the figures count, for who may report on fewer prospects than
 * they see. Null where the figures count all that the list shows.
 */
export function countedOnly(actor: Actor): FilterTree | null {
  const centers = centersSeen(actor, "prospects");
  if (actor.kind !== "account" || actor.role === "practitioner" || !centers) return null;
  const here = { field: "center", operator: "one_of" as const, value: [...centers] };
  const theirs = { field: "owner", operator: "one_of" as const, value: [actor.accountId] };
  return { any: centers.length > 0 ? [here, theirs] : [theirs] };
}
