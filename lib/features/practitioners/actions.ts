"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { createPractitioner, editPractitioner, reactivatePractitioner } from "./commands";
import { createPractitionerInput, editPractitionerInput, practitionerInput } from "./schema";

export const createPractitionerAction = action({
  permission: "practitioners.add",
  input: createPractitionerInput,
  run: async (actor, input) => {
    const practitionerId = await createPractitioner(actor, input);
    redirect(paths.staff.practitioner(practitionerId));
  },
});

export const editPractitionerAction = action({
  permission: "practitioners.edit",
  input: editPractitionerInput,
  run: async (actor, input) => {
    await editPractitioner(actor, input);
    redirect(paths.staff.practitioner(input.practitionerId));
  },
});

export const reactivatePractitionerAction = action({
  permission: "practitioners.edit",
  input: practitionerInput,
  done: "practitioners.reactivated",
  run: async (actor, input) => {
    await reactivatePractitioner(actor, input);
    revalidatePath("/staff", "layout");
  },
});
