"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { browserName } from "@/lib/platform/access/browser";
import { setSignInCookie } from "@/lib/platform/access/sign-in-cookie";
import { action } from "@/lib/platform/action";
import { setUp } from "./commands";
import { setUpInput } from "./schema";

export const setUpAction = action({
  permission: "public.sign-in",
  input: setUpInput,
  run: async (actor, input) => {
    const { token } = await setUp(actor, input, { userAgent: await browserName() });
    await setSignInCookie(token);
    redirect(paths.staff.home);
  },
});
