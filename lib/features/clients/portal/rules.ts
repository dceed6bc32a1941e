import { type ContactClient, speaksFor } from "@/lib/platform/access/actor";
import { isBlank } from "@/lib/values/text";
import type { CompanyDetails, CompanyEditAnswer } from "./schema";

type Relation = Pick<ContactClient, "isOwner" | "isPrimary" | "isGuardian">;

/** Owner, primary contact and the guardian of a minor act for the client; other contacts only belong to it. */
export function actsFor(relation: Relation): boolean {
  return speaksFor(relation as ContactClient) || relation.isGuardian;
}

/**
 * Who may change a client's details in the portal (S2-13 to S2-17). The kind of contact comes first: switching the
 * setting on gives other contacts nothing.
 */
export function companyEditAnswer(
  relation: Relation,
  { ownersMayEdit }: { ownersMayEdit: boolean },
): CompanyEditAnswer {
  if (!actsFor(relation)) return "not_entitled";
  return ownersMayEdit ? "yes" : "switched_off";
}

/** What we would like to know of a client and do not; a person needs no business address. */
export function missingDetails({ isPerson, details }: { isPerson: boolean; details: CompanyDetails | null }): string[] {
  if (!details) return [];
  const wanted = isPerson ? (["phone"] as const) : (["addressLine1", "city", "phone", "industry"] as const);
  return wanted.filter((field) => isBlank(details[field]));
}
