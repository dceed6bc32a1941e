"use server";
import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { keepPasscodeToken, passcodeToken } from "@/lib/platform/access/browser";
import { action } from "@/lib/platform/action";
import { askForPasscode, givePasscode } from "./commands";
import { askInput, passcodeInput } from "./schema";

export const askForPasscodeAction = action({
  permission: "public.sign-in",
  input: askInput,
  run: async (actor, input) => {
    await keepPasscodeToken(await askForPasscode(actor, input));
    redirect(paths.portal.enterPasscode);
  },
});

export const givePasscodeAction = action({
  permission: "public.sign-in",
  input: passcodeInput,
  run: async (actor, input) => {
    await givePasscode(actor, input, { browserToken: await passcodeToken() });
    redirect(paths.portal.setPassword);
  },
});
