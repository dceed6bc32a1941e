"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { undoMakeClient } from "./commands";
import { undoMakeClientInput } from "./schema";

export const undoMakeClientAction = action({
  permission: "clients.make",
  input: undoMakeClientInput,
  run: async (actor, input) => {
    await undoMakeClient(actor, input);
    redirect(paths.staff.client(input.clientId));
  },
});
