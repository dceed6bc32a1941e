"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { askToCover, declineCover, takeCover, withdrawRequest } from "./commands";
import { askToCoverInput, coverRequestInput } from "./schema";

export const askToCoverAction = action({
  permission: "sessions.cover",
  input: askToCoverInput,
  run: async (actor, input) => {
    const count = await askToCover(actor, input);
    revalidatePath("/staff", "layout");
    return count;
  },
  done: (count) => ({ key: "cover.done.asked", values: { count } }),
});

export const withdrawCoverRequestAction = action({
  permission: "sessions.cover",
  input: coverRequestInput,
  done: "cover.done.withdrawn",
  run: async (actor, input) => {
    await withdrawRequest(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const takeCoverAction = action({
  permission: "sessions.record",
  input: coverRequestInput,
  done: "cover.done.taken",
  run: async (actor, input) => {
    await takeCover(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const declineCoverAction = action({
  permission: "sessions.record",
  input: coverRequestInput,
  done: "cover.done.declined",
  run: async (actor, input) => {
    await declineCover(actor, input);
    revalidatePath("/staff", "layout");
  },
});
