"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { makeClient } from "./commands";
import { makeClientInput } from "./schema";

export const makeClientAction = action({
  permission: "clients.make",
  input: makeClientInput,
  run: async (actor, input) => {
    const { sessions } = await makeClient(actor, input);
    redirect(sessions > 0 ? paths.staff.earlierSessions(input.clientId) : paths.staff.client(input.clientId));
  },
});
