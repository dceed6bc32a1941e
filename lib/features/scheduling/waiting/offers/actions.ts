"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { leaveFlash } from "@/lib/platform/flash";
import { declineOffer, takeOffer } from "./commands";
import { answerOfferInput } from "./schema";

export const takeOfferAction = action({
  permission: "portal.book",
  input: answerOfferInput,
  run: async (actor, input) => {
    const status = await takeOffer(actor, input);
    const t = await getTranslations("portal.booking.done");
    await leaveFlash(t(status === "BOOKED" ? "booked" : "asked"));
    redirect(paths.portal.sessions);
  },
});

export const declineOfferAction = action({
  permission: "portal.book",
  input: answerOfferInput,
  done: "portal.waiting.declined",
  run: async (actor, input) => {
    await declineOffer(actor, input);
    revalidatePath(paths.portal.sessions, "layout");
  },
});
