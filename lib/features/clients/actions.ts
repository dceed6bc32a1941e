"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { changeClientStatus, editClient } from "./commands";
import { changeStatusInput, editClientInput } from "./schema";

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
