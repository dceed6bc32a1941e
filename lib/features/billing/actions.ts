"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { deletePayment, recordPayment } from "./commands";
import { deletePaymentInput, recordPaymentInput } from "./schema";

export const recordPaymentAction = action({
  permission: "payments.record",
  input: recordPaymentInput,
  done: "billing.recorded",
  run: async (actor, input) => {
    await recordPayment(actor, input);
    revalidatePath(paths.staff.clientPayments(input.clientId));
  },
});

export const deletePaymentAction = action({
  permission: "payments.delete",
  input: deletePaymentInput,
  done: "billing.deleted",
  run: async (actor, input) => {
    await deletePayment(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});
