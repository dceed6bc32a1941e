"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { archiveEntry, moveEntry } from "@/lib/platform/named-list/commands";
import { archiveEntryInput, moveEntryInput } from "@/lib/platform/named-list/schema";
import { addService, editService, SERVICES } from "./commands";
import { addServiceInput, editServiceInput } from "./schema";

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

export const moveServiceAction = action({
  permission: "settings.edit",
  input: moveEntryInput,
  run: async (actor, input) => {
    await moveEntry(actor, SERVICES, input);
    revalidatePath(paths.staff.admin.services);
  },
});

export const archiveServiceAction = action({
  permission: "settings.edit",
  input: archiveEntryInput,
  run: async (actor, input) => {
    await archiveEntry(actor, SERVICES, input);
    revalidatePath(paths.staff.admin.services);
  },
});
