import { z } from "zod";
import { returnTo, typedPassword } from "@/lib/features/accounts/schema";

const token = z.string("text").min(20, "invalid").max(100, "invalid");

export const choosePortalPasswordInput = z.object({
  password: typedPassword,
  /** The token of a welcome link; without it the browser's passcode or temporary sign-in decides. */
  token: token.optional(),
  return: returnTo,
});
export type ChoosePortalPasswordInput = z.output<typeof choosePortalPasswordInput>;

export const changePortalPasswordInput = z.object({ current: typedPassword, password: typedPassword });
export const newPortalLinkInput = z.object({ token });

/** By what right somebody may choose a password. */
export type PasswordRight = {
  contactId: string;
  by: "passcode" | "temporary" | "link";
  /** The passcode, sign-in or link that is spent by it. */
  proofId: string;
};
