import { z } from "zod";
import { typedPassword } from "@/lib/features/accounts/schema";
import { id } from "@/lib/values/fields";

/** Never an "@": what is typed at sign-in is then either a username or an address, not both. */
const USERNAME = /^[a-z0-9][a-z0-9._-]{2,49}$/i;

const username = z.string("text").trim().min(1, "required").regex(USERNAME, "portal-logins.refusals.username");

export const contactInput = z.object({ contactId: id });
export const usernameInput = z.object({ contactId: id, username });

/** Blank means: make one for me. */
export const temporaryPasswordInput = z.object({ contactId: id, password: z.union([z.literal(""), typedPassword]) });
export type TemporaryPasswordInput = z.output<typeof temporaryPasswordInput>;

/** Why a welcome cannot be sent. */
export type WelcomeBlocker = "no_email" | "not_active" | "shared_address";

/** What staff see of a contact's way into the portal. */
export type PortalLoginState = {
  contactId: string;
  name: string;
  email: string | null;
  username: string | null;
  hasLogin: boolean;
  hasPassword: boolean;
  /** A temporary password waits to be replaced until then. */
  temporaryUntil: Date | null;
  lastSignInAt: Date | null;
  /** False after the username was deleted: "Forgot Password" does not help either. */
  allowed: boolean;
  active: boolean;
  /** How many other contacts have the same address. */
  sharedWith: number;
  welcomeBlocker: WelcomeBlocker | null;
};
