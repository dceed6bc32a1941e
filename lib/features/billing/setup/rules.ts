import { isBlank } from "@/lib/values/text";
import type { BillingMethod } from "./schema";

export type RecipientProblem = "no_recipient" | "no_address";

/** Invoices by e-mail need somebody who gets them, with an address. Other ways can do without. */
export function recipientProblem(
  method: BillingMethod,
  recipients: readonly { email: string | null }[],
): RecipientProblem | null {
  if (method !== "EMAIL") return null;
  if (recipients.length === 0) return "no_recipient";
  return recipients.some(({ email }) => !isBlank(email)) ? null : "no_address";
}
