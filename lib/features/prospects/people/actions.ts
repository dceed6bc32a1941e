"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addPerson, editPerson, removePerson, starPerson } from "./commands";
import { addPersonInput, editPersonInput, personInput } from "./schema";

export const addProspectContactAction = action({
  permission: "prospects.edit",
  input: addPersonInput,
  done: "prospects.people.added",
  run: async (actor, input) => {
    await addPerson(actor, input);
    revalidatePath(paths.staff.prospect(input.prospectId));
  },
});

export const editProspectContactAction = action({
  permission: "prospects.edit",
  input: editPersonInput,
  done: "prospects.people.saved",
  run: async (actor, input) => {
    await editPerson(actor, input);
    revalidatePath(paths.staff.prospect(input.prospectId));
  },
});

export const starProspectContactAction = action({
  permission: "prospects.edit",
  input: personInput,
  run: async (actor, input) => {
    await starPerson(actor, input);
    revalidatePath(paths.staff.prospect(input.prospectId));
  },
});

export const removeProspectContactAction = action({
  permission: "prospects.edit",
  input: personInput,
  done: "prospects.people.removed",
  run: async (actor, input) => {
    await removePerson(actor, input);
    revalidatePath(paths.staff.prospect(input.prospectId));
  },
});
