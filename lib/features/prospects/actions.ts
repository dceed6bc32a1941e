"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addProspect, createProspect, editProspect } from "./commands";
import { moveProspect } from "./moves/commands";
import { addProspectInput, createProspectInput, editProspectInput, moveProspectInput } from "./schema";

export const addProspectAction = action({
  permission: "prospects.add",
  input: addProspectInput,
  done: "prospects.added",
  run: async (actor, input) => {
    const id = await addProspect(actor, input);
    revalidatePath(paths.staff.prospects, "layout");
    return { id, name: input.name };
  },
});

export const createProspectAction = action({
  permission: "prospects.add",
  input: createProspectInput,
  run: async (actor, input) => {
    const prospectId = await createProspect(actor, input);
    redirect(paths.staff.prospect(prospectId));
  },
});

export const editProspectAction = action({
  permission: "prospects.edit",
  input: editProspectInput,
  run: async (actor, input) => {
    await editProspect(actor, input);
    redirect(paths.staff.prospect(input.prospectId));
  },
});

export const moveProspectAction = action({
  permission: "prospects.edit",
  input: moveProspectInput,
  run: async (actor, input) => {
    const moved = await moveProspect(actor, input);
    revalidatePath(paths.staff.prospects, "layout");
    return moved;
  },
});
