"use server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { id } from "@/lib/values/fields";
import { startViewing, stopViewing } from "./commands";
import { startViewingInput } from "./schema";

export const startViewingAction = action({
  permission: "client-view.use",
  input: startViewingInput,
  run: async (actor, input) => {
    await startViewing(actor, input);
    redirect(paths.portal.home);
  },
});

export const stopViewingAction = action({
  permission: "client-view.use",
  input: z.object({ clientId: id }),
  run: async (actor, input) => {
    await stopViewing(actor);
    redirect(paths.staff.clientPortal(input.clientId));
  },
});
