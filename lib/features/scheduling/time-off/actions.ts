"use server";
import { revalidatePath } from "next/cache";
import { countToCover } from "@/lib/features/scheduling/cover/queries";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addTimeOff, removeTimeOff } from "./commands";
import { addTimeOffInput, removeTimeOffInput } from "./schema";

/** Answers how many planned sessions somebody else has to take now. */
export const addTimeOffAction = action({
  permission: "practitioners.edit",
  input: addTimeOffInput,
  done: "scheduling.timeOff.added",
  run: async (actor, input) => {
    await addTimeOff(actor, input);
    revalidatePath(paths.staff.practitioner(input.practitionerId), "layout");
    return actor.can("scheduling.pair") ? countToCover(actor, input.practitionerId) : 0;
  },
});

export const removeTimeOffAction = action({
  permission: "practitioners.edit",
  input: removeTimeOffInput,
  done: "scheduling.timeOff.removed",
  run: async (actor, input) => {
    await removeTimeOff(actor, input);
    revalidatePath(paths.staff.practitioner(input.practitionerId), "layout");
  },
});
