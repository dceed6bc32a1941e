import { z } from "zod";
import { id, localDate, optionalText } from "@/lib/values/fields";
import { CURRENCY, type Money, money, parseMoney } from "@/lib/values/money";

/** How money can come in. */
export const PAYMENT_METHODS = ["check", "card", "transfer", "cash"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const deletePaymentInput = z.object({ paymentId: id, clientId: id });
export type DeletePaymentInput = z.output<typeof deletePaymentInput>;

const NOTHING = money(0, CURRENCY);
const LARGEST_CENTS = 10_000_000_00;

/** "1,234.50" as money; more than nothing and at most ten million. */
export const amount = z
  .string("money")
  .transform((text, context): Money => {
    if (text.trim() === "") context.addIssue({ code: "custom", message: "required" });
    const parsed = parseMoney(text, CURRENCY);
    if (!parsed) context.addIssue({ code: "custom", message: "money" });
    return parsed ?? NOTHING;
  })
  .pipe(
    z.custom<Money>(
      (paid) => (paid as Money).cents > 0 && (paid as Money).cents <= LARGEST_CENTS,
      "billing.refusals.amount",
    ),
  );

export const recordPaymentInput = z.object({
  clientId: id,
  amount,
  receivedOn: localDate,
  method: z.enum(PAYMENT_METHODS, "required"),
  reference: optionalText(120),
  /** Made with the form: the same one sent twice is one payment. */
  idempotencyKey: id,
});
export type RecordPaymentInput = z.output<typeof recordPaymentInput>;

/** One payment of a client, as its list shows it. */
export type PaymentRow = {
  id: string;
  amount: Money;
  /** A local date. */
  receivedOn: string;
  method: PaymentMethod;
  reference: string | null;
  /** Who recorded it; null once that account is gone. */
  recordedBy: string | null;
};
