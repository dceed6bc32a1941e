"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { deleteRecord, restoreRecord } from "./commands";
import { placeOf } from "./copy";
import { deleteRecordInput, restoreRecordInput } from "./schema";

export const deleteRecordAction = action({
  permission: "records.delete",
  input: deleteRecordInput,
  run: async (actor, input) => {
    await deleteRecord(actor, input);
    revalidatePath(paths.staff.home, "layout");
    redirect(paths.staff.recycleBin);
  },
});

export const restoreRecordAction = action({
  permission: "records.restore",
  input: restoreRecordInput,
  run: async (actor, input) => {
    const restored = await restoreRecord(actor, input);
    revalidatePath(paths.staff.home, "layout");
    redirect(placeOf(restored, { merges: actor.can("contacts.merge") }));
  },
});
