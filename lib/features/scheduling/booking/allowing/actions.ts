"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { allowBooking } from "./commands";
import { allowBookingInput } from "./schema";

export const allowBookingAction = action({
  permission: "clients.edit",
  input: allowBookingInput,
  done: "clients.booking.saved",
  run: async (actor, input) => {
    await allowBooking(actor, input);
    revalidatePath("/staff", "layout");
  },
});
