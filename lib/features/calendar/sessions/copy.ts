import type { Terminology } from "@/lib/features/settings/schema";

/** What the organization calls what a calendar can be narrowed to. */
export function calendarTerms({ center, practitioner }: Terminology) {
  return {
    center: center.singular,
    centers: center.plural.toLowerCase(),
    practitioner: practitioner.singular,
    practitioners: practitioner.plural.toLowerCase(),
  };
}
