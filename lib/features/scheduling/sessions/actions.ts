"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { recordSession } from "./commands";
import { recordSessionInput } from "./schema";

export const recordSessionAction = action({
  permission: "sessions.record",
  input: recordSessionInput,
  run: async (actor, input) => {
    await recordSession(actor, input);
    redirect(paths.staff.clientSessions(input.clientId));
  },
});
