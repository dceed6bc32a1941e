import type { MissingDetail, PractitionerRow } from "./schema";

/** What a mailing that names this practitioner would leave blank. */
export function missingDetails({ email, phone }: Pick<PractitionerRow, "email" | "phone">): MissingDetail[] {
  return [...(email ? [] : (["email"] as const)), ...(phone ? [] : (["phone"] as const))];
}
