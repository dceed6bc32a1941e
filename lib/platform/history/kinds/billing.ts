import { z } from "zod";
import { fieldChanges, historyKind } from "@/lib/platform/history/kind";

export const billingHistory = {
  /** The amount is text with its currency; the date is the local one on which the money came in. */
  "payment.recorded": historyKind(
    z.object({ amount: z.string(), method: z.string(), receivedOn: z.string(), reference: z.string().nullable() }),
    { stream: true },
  ),
  "payment.deleted": historyKind(z.object({ amount: z.string(), receivedOn: z.string() }), { stream: true }),
  "invoice.recorded": historyKind(
    z.object({ number: z.string(), amount: z.string(), issuedOn: z.string(), dueOn: z.string() }),
    { stream: true },
  ),
  "billing.edited": historyKind(z.object({ name: z.string(), changes: fieldChanges }), { stream: true }),
};
