"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { createClientWithLogin } from "./commands";
import { newClientInput } from "./schema";

export const createClientAction = action({
  permission: "clients.add",
  input: newClientInput,
  run: async (actor, input) => {
    const clientId = await createClientWithLogin(actor, input);
    redirect(paths.staff.client(clientId));
  },
});
