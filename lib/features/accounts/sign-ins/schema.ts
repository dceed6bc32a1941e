import { z } from "zod";
import { returnTo, typedCode, typedPassword } from "@/lib/features/accounts/schema";
import { id, requiredText } from "@/lib/values/fields";

export const signInInput = z.object({ email: requiredText(254), password: typedPassword, return: returnTo });
export type SignInInput = z.output<typeof signInInput>;

export const secondFactorInput = z.object({ code: typedCode, return: returnTo });

export const endSignInInput = z.object({ signInId: id });

/** One place where a person is signed in. */
export type OwnSignIn = {
  id: string;
  device: string | null;
  ip: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  /** The one that asks. */
  current: boolean;
};
