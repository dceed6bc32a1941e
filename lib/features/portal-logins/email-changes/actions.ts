"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { action } from "@/lib/platform/action";
import { askEmailChange, confirmEmailChange } from "./commands";
import { askEmailChangeInput, confirmEmailChangeInput } from "./schema";

export const askEmailChangeAction = action({
  permission: "portal.edit-own-details",
  input: askEmailChangeInput,
  done: "portal.email.sent",
  run: async (actor, input) => {
    await askEmailChange(actor, input);
    revalidatePath(paths.portal.myInformation);
  },
});

export const confirmEmailChangeAction = action({
  permission: "portal.edit-own-details",
  input: confirmEmailChangeInput,
  run: async (actor, input) => {
    await confirmEmailChange(actor, input);
    redirect(paths.portal.myInformation);
  },
});
