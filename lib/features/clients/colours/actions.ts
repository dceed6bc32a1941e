"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { pickColour } from "./commands";
import { pickColourInput } from "./schema";

export const pickColourAction = action({
  permission: "clients.pick-colour",
  input: pickColourInput,
  done: "clients.colour.saved",
  run: async (actor, input) => {
    await pickColour(actor, input);
    revalidatePath("/staff", "layout");
  },
});
