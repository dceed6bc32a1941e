"use server";
import { revalidatePath } from "next/cache";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { markReportable } from "./commands";
import { markReportableInput } from "./schema";

export const markReportableAction = action({
  permission: "sessions.mark-reportable",
  input: markReportableInput,
  run: async (actor, input) => {
    const { clientId } = await markReportable(actor, input);
    revalidatePath(paths.staff.earlierSessions(clientId));
  },
});
