import type { Actor } from "@/lib/platform/access/actor";

/**
 * Additional Information is for administrators and staff: not for a practitioner, and not for the person it is about,
 * whoever that is.
 */
export function mayReadNotes(actor: Actor, about: { subjectKind: string; subjectId: string }): boolean {
  if (actor.kind !== "account" || actor.role === "practitioner") return false;
  const own = { account: actor.accountId, practitioner: actor.practitionerId };
  return !(about.subjectKind in own) || own[about.subjectKind as keyof typeof own] !== about.subjectId;
}
