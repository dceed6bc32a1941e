"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { browserName } from "@/lib/platform/access/browser";
import { returnPath } from "@/lib/platform/access/return-path";
import { setSignInCookie } from "@/lib/platform/access/sign-in-cookie";
import { action } from "@/lib/platform/action";
import { endOwnSignIn, giveSecondFactor, signInToAccount } from "./commands";
import { endSignInInput, secondFactorInput, signInInput } from "./schema";

export const signInToAccountAction = action({
  permission: "public.sign-in",
  input: signInInput,
  run: async (actor, input) => {
    const { token, awaits } = await signInToAccount(actor, input, { userAgent: await browserName() });
    await setSignInCookie(token);
    const next = returnPath(input.return, "staff");
    redirect(awaits ? `${paths.staff.secondFactor}?return=${encodeURIComponent(next)}` : next);
  },
});

export const giveSecondFactorAction = action({
  permission: "public.sign-in",
  input: secondFactorInput,
  run: async (actor, input) => {
    const { token } = await giveSecondFactor(actor, input, { userAgent: await browserName() });
    await setSignInCookie(token);
    redirect(returnPath(input.return, "staff"));
  },
});

export const endOwnSignInAction = action({
  permission: "own-account.manage",
  input: endSignInInput,
  done: "accounts.signIns.ended",
  run: async (actor, input) => {
    await endOwnSignIn(actor, input);
    revalidatePath(paths.staff.account);
  },
});

export const endPortalSignInAction = action({
  permission: "portal.manage-account",
  input: endSignInInput,
  done: "sign-in.signIns.ended",
  run: async (actor, input) => {
    await endOwnSignIn(actor, input);
    revalidatePath(paths.portal.account);
  },
});
