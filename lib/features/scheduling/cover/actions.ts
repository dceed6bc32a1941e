"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { handOver } from "./commands";
import { handOverInput } from "./schema";

export const handOverAction = action({
  permission: "sessions.cover",
  input: handOverInput,
  run: async (actor, input) => {
    const handed = await handOver(actor, input);
    revalidatePath("/staff", "layout");
    return handed;
  },
  done: (values) => ({ key: values.refused > 0 ? "cover.done.handedSome" : "cover.done.handed", values }),
});
