"use server";
import { revalidatePath } from "next/cache";
import { action } from "@/lib/platform/action";
import { addCustomField, archiveCustomField, editCustomField, placeCustomField, restoreCustomField } from "./commands";
import { addCustomFieldInput, customFieldInput, editCustomFieldInput, placeCustomFieldInput } from "./schema";

export const addCustomFieldAction = action({
  permission: "settings.edit",
  input: addCustomFieldInput,
  done: "custom-fields.added",
  run: async (actor, input) => {
    await addCustomField(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const editCustomFieldAction = action({
  permission: "settings.edit",
  input: editCustomFieldInput,
  done: "custom-fields.saved",
  run: async (actor, input) => {
    await editCustomField(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const placeCustomFieldAction = action({
  permission: "settings.edit",
  input: placeCustomFieldInput,
  run: async (actor, input) => {
    await placeCustomField(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const archiveCustomFieldAction = action({
  permission: "settings.edit",
  input: customFieldInput,
  done: "custom-fields.archivedOne",
  run: async (actor, input) => {
    await archiveCustomField(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const restoreCustomFieldAction = action({
  permission: "settings.edit",
  input: customFieldInput,
  run: async (actor, input) => {
    await restoreCustomField(actor, input);
    revalidatePath("/staff", "layout");
  },
});
