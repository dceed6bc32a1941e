import { z } from "zod";
import { typedPassword } from "@/lib/features/accounts/schema";
import { emailAddress } from "@/lib/values/fields";

export const askEmailChangeInput = z.object({ email: emailAddress, password: typedPassword });
export type AskEmailChangeInput = z.output<typeof askEmailChangeInput>;

export const confirmEmailChangeInput = z.object({ token: z.string("text").min(1, "required").max(100, "invalid") });

/** A change of address that waits for its confirmation; `until` is written for the contact. */
export type PendingEmail = { email: string; until: string };
