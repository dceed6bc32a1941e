"use server";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { leaveFlash } from "@/lib/platform/flash";
import { makeClient } from "./commands";
import { makeClientInput } from "./schema";

export const makeClientAction = action({
  permission: "clients.make",
  input: makeClientInput,
  run: async (actor, input) => {
    const { sessions, number } = await makeClient(actor, input);
    const t = await getTranslations("clients.making");
    await leaveFlash(t("made", { number }), { undo: paths.staff.undoMakeClient(input.clientId) });
    redirect(sessions > 0 ? paths.staff.earlierSessions(input.clientId) : paths.staff.client(input.clientId));
  },
});
