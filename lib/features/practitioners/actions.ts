"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { createPractitioner, editPractitioner } from "./commands";
import { createPractitionerInput, editPractitionerInput } from "./schema";

export const createPractitionerAction = action({
  permission: "practitioners.edit",
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
