"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { createGroup, deleteGroup, editGroup } from "./commands";
import { editGroupInput, groupFields, groupInput } from "./schema";

export const createGroupAction = action({
  permission: "accounts.change-rights",
  input: groupFields,
  run: async (actor, input) => {
    await createGroup(actor, input);
    redirect(paths.staff.admin.groups);
  },
});

export const editGroupAction = action({
  permission: "accounts.change-rights",
  input: editGroupInput,
  done: "accounts.groups.saved",
  run: async (actor, input) => {
    await editGroup(actor, input);
    revalidatePath(paths.staff.admin.accounts, "layout");
  },
});

export const deleteGroupAction = action({
  permission: "accounts.change-rights",
  input: groupInput,
  run: async (actor, input) => {
    await deleteGroup(actor, input);
    redirect(paths.staff.admin.groups);
  },
});
