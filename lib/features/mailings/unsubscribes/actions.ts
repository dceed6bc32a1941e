"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { subscribeAgain, unsubscribe } from "./commands";
import { unsubscribeInput } from "./schema";

const PAGE = "/unsubscribe/[token]";

export const unsubscribeAction = action({
  permission: "public.unsubscribe",
  input: unsubscribeInput,
  run: async (actor, input) => {
    await unsubscribe(actor, input);
    revalidatePath(PAGE, "page");
  },
});

export const subscribeAgainAction = action({
  permission: "public.unsubscribe",
  input: unsubscribeInput,
  run: async (actor, input) => {
    await subscribeAgain(actor, input);
    revalidatePath(PAGE, "page");
  },
});
