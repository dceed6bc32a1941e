"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { browserName } from "@/lib/platform/access/browser";
import { returnPath } from "@/lib/platform/access/return-path";
import { setSignInCookie } from "@/lib/platform/access/sign-in-cookie";
import { action } from "@/lib/platform/action";
import { signInToPortal } from "./commands";
import { portalSignInInput } from "./schema";

export const signInToPortalAction = action({
  permission: "public.sign-in",
  input: portalSignInInput,
  run: async (actor, input) => {
    const { token, mustSetPassword } = await signInToPortal(actor, input, { userAgent: await browserName() });
    await setSignInCookie(token);
    const next = returnPath(input.return, "portal");
    redirect(mustSetPassword ? `${paths.portal.setPassword}?return=${encodeURIComponent(next)}` : next);
  },
});
