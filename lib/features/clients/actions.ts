"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { changeClientStatus, editClient } from "./commands";
import { changeStatusesInput, changeStatusInput, editClientInput } from "./schema";
import { changeClientStatuses } from "./statuses/commands";

export const editClientAction = action({
  permission: "clients.edit",
  input: editClientInput,
  run: async (actor, input) => {
    await editClient(actor, input);
    redirect(paths.staff.client(input.clientId));
  },
});

export const changeClientStatusAction = action({
  permission: "clients.change-status",
  input: changeStatusInput,
  run: async (actor, input) => {
    await changeClientStatus(actor, input);
    redirect(paths.staff.client(input.clientId));
  },
});

export const changeClientStatusesAction = action({
  permission: "clients.change-status",
  input: changeStatusesInput,
  done: "clients.statusesChanged",
  run: async (actor, input) => {
    const result = await changeClientStatuses(actor, input);
    revalidatePath(paths.staff.clients);
    return result;
  },
});
