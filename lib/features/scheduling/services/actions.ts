"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { addService, archiveService, editService, restoreService } from "./commands";
import { addServiceInput, editServiceInput, serviceInput } from "./schema";

export const addServiceAction = action({
  permission: "settings.edit",
  input: addServiceInput,
  done: "services.added",
  run: async (actor, input) => {
    await addService(actor, input);
    revalidatePath(paths.staff.admin.services);
  },
});

export const editServiceAction = action({
  permission: "settings.edit",
  input: editServiceInput,
  done: "services.saved",
  run: async (actor, input) => {
    await editService(actor, input);
    revalidatePath(paths.staff.admin.services);
  },
});

export const archiveServiceAction = action({
  permission: "settings.edit",
  input: serviceInput,
  done: "services.archived",
  run: async (actor, input) => {
    await archiveService(actor, input);
    revalidatePath(paths.staff.admin.services);
  },
});

export const restoreServiceAction = action({
  permission: "settings.edit",
  input: serviceInput,
  run: async (actor, input) => {
    await restoreService(actor, input);
    revalidatePath(paths.staff.admin.services);
  },
});
