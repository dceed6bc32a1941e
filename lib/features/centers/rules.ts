import type { CenterRecord, MissingDetail } from "./schema";

/** What a mailing that names this center would leave blank. */
export function missingDetails(center: CenterRecord): MissingDetail[] {
  const missing: MissingDetail[] = [];
  if (!center.addressLine1 || !center.city) missing.push("address");
  if (!center.phone) missing.push("phone");
  if (!center.email) missing.push("email");
  if (!center.website) missing.push("website");
  return missing;
}
