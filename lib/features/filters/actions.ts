"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { deleteFilter, replaceFilter, saveFilter, shareFilter } from "./commands";
import { deleteFilterInput, replaceFilterInput, saveFilterInput, shareFilterInput } from "./saved/schema";

export const saveFilterAction = action({
  permission: "filters.save",
  input: saveFilterInput,
  done: "saved-filters.saved",
  run: async (actor, input) => {
    const id = await saveFilter(actor, input);
    revalidatePath("/staff", "layout");
    return { id };
  },
});

export const replaceFilterAction = action({
  permission: "filters.save",
  input: replaceFilterInput,
  done: "saved-filters.saved",
  run: async (actor, input) => {
    await replaceFilter(actor, input);
    revalidatePath("/staff", "layout");
    return { id: input.id };
  },
});

export const shareFilterAction = action({
  permission: "filters.save",
  input: shareFilterInput,
  done: "saved-filters.sharingChanged",
  run: async (actor, input) => {
    await shareFilter(actor, input);
    revalidatePath("/staff", "layout");
  },
});

export const deleteFilterAction = action({
  permission: "filters.save",
  input: deleteFilterInput,
  run: async (actor, input) => {
    const list = await deleteFilter(actor, input);
    revalidatePath("/staff", "layout");
    redirect(paths.staff[list]);
  },
});
