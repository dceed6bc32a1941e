"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addStage, archiveStage, editStage, moveStage, restoreStage } from "./commands";
import { addStageInput, editStageInput, moveStageInput, stageInput } from "./schema";

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
  input: moveStageInput,
  run: async (actor, input) => {
    await moveStage(actor, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});

export const archiveProspectStageAction = action({
  permission: "settings.edit",
  input: stageInput,
  done: "prospects.stages.archived",
  run: async (actor, input) => {
    await archiveStage(actor, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});

export const restoreProspectStageAction = action({
  permission: "settings.edit",
  input: stageInput,
  run: async (actor, input) => {
    await restoreStage(actor, input);
    revalidatePath(paths.staff.admin.prospectStages);
  },
});
