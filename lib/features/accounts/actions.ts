"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { returnPath } from "@/lib/platform/access/return-path";
import { clearSignInCookie } from "@/lib/platform/access/sign-in-cookie";
import { action } from "@/lib/platform/action";
import { confirmPassword, leaveConfirmation, signOut, signOutEverywhere } from "./commands";
import { confirmInput, noInput } from "./schema";

export const signOutAction = action({
  permission: "public.sign-in",
  input: noInput,
  run: async (actor) => {
    await signOut(actor);
    await clearSignInCookie();
    redirect(actor.kind === "account" ? paths.staff.signIn : paths.portal.signIn);
  },
});

export const signOutEverywhereAction = action({
  permission: "public.sign-in",
  input: noInput,
  run: async (actor) => {
    await signOutEverywhere(actor);
    await clearSignInCookie();
    redirect(actor.kind === "account" ? paths.staff.signIn : paths.portal.signIn);
  },
});

export const confirmPasswordAction = action({
  permission: "administrator-mode.enter",
  input: confirmInput,
  run: async (actor, input) => {
    await confirmPassword(actor, input);
    redirect(returnPath(input.return, "staff"));
  },
});

export const leaveConfirmationAction = action({
  permission: "administrator-mode.enter",
  input: noInput,
  run: async (actor) => {
    await leaveConfirmation(actor);
    revalidatePath("/staff", "layout");
  },
});
