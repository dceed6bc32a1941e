"use server";
import { redirect } from "next/navigation";
import { browserName, clearPasscodeToken, passcodeToken } from "@/lib/platform/access/browser";
import { returnPath } from "@/lib/platform/access/return-path";
import { setSignInCookie } from "@/lib/platform/access/sign-in-cookie";
import { action } from "@/lib/platform/action";
import { changePortalPassword, choosePortalPassword, sendNewPortalLink } from "./commands";
import { changePortalPasswordInput, choosePortalPasswordInput, newPortalLinkInput } from "./schema";

export const choosePortalPasswordAction = action({
  permission: "public.sign-in",
  input: choosePortalPasswordInput,
  run: async (actor, input) => {
    const browser = { browserToken: await passcodeToken(), userAgent: await browserName() };
    const { token } = await choosePortalPassword(actor, input, browser);
    await Promise.all([setSignInCookie(token), clearPasscodeToken()]);
    redirect(returnPath(input.return, "portal"));
  },
});

export const changePortalPasswordAction = action({
  permission: "portal.manage-account",
  input: changePortalPasswordInput,
  done: "sign-in.password.changed",
  run: changePortalPassword,
});

export const sendNewPortalLinkAction = action({
  permission: "public.sign-in",
  input: newPortalLinkInput,
  done: "sign-in.welcome.newLinkSent",
  run: sendNewPortalLink,
});
