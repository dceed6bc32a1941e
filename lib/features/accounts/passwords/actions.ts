"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { browserName } from "@/lib/platform/access/browser";
import { setSignInCookie } from "@/lib/platform/access/sign-in-cookie";
import { action } from "@/lib/platform/action";
import { changePassword, choosePasswordByLink, sendNewLink } from "./commands";
import { changePasswordInput, choosePasswordInput, newLinkInput } from "./schema";

export const changePasswordAction = action({
  permission: "own-account.manage",
  input: changePasswordInput,
  done: "accounts.password.changed",
  run: changePassword,
});

export const choosePasswordByLinkAction = action({
  permission: "public.sign-in",
  input: choosePasswordInput,
  run: async (actor, input) => {
    const { token, awaits } = await choosePasswordByLink(actor, input, { userAgent: await browserName() });
    await setSignInCookie(token);
    redirect(awaits ? paths.staff.secondFactor : paths.staff.home);
  },
});

export const sendNewLinkAction = action({
  permission: "public.sign-in",
  input: newLinkInput,
  done: "sign-in.welcome.newLinkSent",
  run: sendNewLink,
});
