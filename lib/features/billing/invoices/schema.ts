import { z } from "zod";
import { amount } from "@/lib/features/billing/schema";
import { id, localDate } from "@/lib/values/fields";

export const recordInvoiceInput = z
  .object({ clientId: id, amount, issuedOn: localDate, dueOn: localDate })
  .refine(({ issuedOn, dueOn }) => dueOn >= issuedOn, { path: ["dueOn"], message: "billing.refusals.dueBeforeIssue" });
export type RecordInvoiceInput = z.output<typeof recordInvoiceInput>;
