"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { leaveSession, recordSession } from "./commands";
import { leaveSessionInput, recordSessionInput } from "./schema";

export const recordSessionAction = action({
  permission: "sessions.record",
  input: recordSessionInput,
  run: async (actor, input) => {
    await recordSession(actor, input);
    redirect(paths.staff.clientSessions(input.clientId));
  },
});

export const leaveSessionAction = action({
  permission: "sessions.delete",
  input: leaveSessionInput,
  done: "scheduling.sessions.left",
  run: async (actor, input) => {
    await leaveSession(actor, input);
    revalidatePath(paths.staff.client(input.clientId), "layout");
  },
});
