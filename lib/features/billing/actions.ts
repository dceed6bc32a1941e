"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { recordPayment } from "./commands";
import { recordPaymentInput } from "./schema";

export const recordPaymentAction = action({
  permission: "payments.record",
  input: recordPaymentInput,
  done: "billing.recorded",
  run: async (actor, input) => {
    await recordPayment(actor, input);
    revalidatePath(paths.staff.clientPayments(input.clientId));
  },
});
