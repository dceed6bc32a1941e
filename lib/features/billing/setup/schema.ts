import { z } from "zod";
import { id } from "@/lib/values/fields";

export const BILLING_CYCLES = ["WEEKLY", "EVERY_TWO_WEEKS", "MONTHLY", "PER_SESSION", "ON_REQUEST"] as const;
export type BillingCycle = (typeof BILLING_CYCLES)[number];
export const BILLING_METHODS = ["EMAIL", "POST", "PORTAL"] as const;
export type BillingMethod = (typeof BILLING_METHODS)[number];

/** Usual payment terms in days. */
export const PAYMENT_TERMS = [0, 7, 15, 30, 45, 60, 90] as const;
export const USUAL_TERMS = 30;

export const editBillingInput = z.object({
  clientId: id,
  version: z.coerce.number().int().min(0),
  cycle: z.enum(BILLING_CYCLES, "required"),
  method: z.enum(BILLING_METHODS, "required"),
  termsDays: z.coerce.number("number").int("number").min(0, "number").max(365, "number"),
  recipientIds: z.array(id).max(100).default([]),
});
export type EditBillingInput = z.output<typeof editBillingInput>;

/** A contact of the client who could get its invoices. */
export type BillingContact = { id: string; name: string; email: string | null; gets: boolean; isPayable: boolean };

/** How a client is billed; `version` is 0 while nobody has set it up. */
export type BillingSetup = {
  cycle: BillingCycle | null;
  method: BillingMethod | null;
  termsDays: number;
  version: number;
  contacts: BillingContact[];
};
