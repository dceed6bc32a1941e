"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { leaveFlash } from "@/lib/platform/flash";
import { bookOwnSession, cancelOwnSession, moveOwnSession } from "./commands";
import { bookOwnInput, cancelOwnInput, moveOwnInput } from "./schema";

export const bookOwnSessionAction = action({
  permission: "portal.book",
  input: bookOwnInput,
  run: async (actor, input) => {
    const status = await bookOwnSession(actor, input);
    const t = await getTranslations("portal.booking.done");
    await leaveFlash(t(status === "BOOKED" ? "booked" : "asked"));
    redirect(paths.portal.sessions);
  },
});

export const moveOwnSessionAction = action({
  permission: "portal.book",
  input: moveOwnInput,
  run: async (actor, input) => {
    await moveOwnSession(actor, input);
    const t = await getTranslations("portal.booking.done");
    await leaveFlash(t("moved"));
    redirect(paths.portal.sessions);
  },
});

export const cancelOwnSessionAction = action({
  permission: "portal.book",
  input: cancelOwnInput,
  done: "portal.booking.cancelled",
  run: async (actor, input) => {
    await cancelOwnSession(actor, input);
    revalidatePath(paths.portal.sessions);
  },
});
