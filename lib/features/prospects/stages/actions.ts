"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { moveEntry } from "@/lib/platform/named-list/commands";
import { archiveEntryInput, moveEntryInput } from "@/lib/platform/named-list/schema";
import { addStage, archiveStage, editStage, STAGES } from "./commands";
import { addStageInput, editStageInput } from "./schema";

export const addProspectStageAction = action({
  permission: "settings.edit",
  input: addStageInput,
  done: "prospects.stages.added",
  run: async (actor, input) => {
    await addStage(actor, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});

export const editProspectStageAction = action({
  permission: "settings.edit",
  input: editStageInput,
  done: "prospects.stages.saved",
  run: async (actor, input) => {
    await editStage(actor, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});

export const moveProspectStageAction = action({
  permission: "settings.edit",
  input: moveEntryInput,
  run: async (actor, input) => {
    await moveEntry(actor, STAGES, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});

export const archiveProspectStageAction = action({
  permission: "settings.edit",
  input: archiveEntryInput,
  run: async (actor, input) => {
    await archiveStage(actor, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});
