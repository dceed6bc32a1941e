import { z } from "zod";

export const noInput = z.object({});

/** What follows a sign-in: the page that was asked for before. */
export const returnTo = z.string("text").max(1000, "too_long").optional();

/** A password as it is typed to be checked; never trimmed, never shown again. */
export const typedPassword = z.string("text").min(1, "required").max(1000, "password_too_long");

/** Six digits of an authenticator or a recovery code, with the blanks and dashes people paste along. */
export const typedCode = z.string("text").trim().min(1, "required").max(40, "too_long");

export const confirmInput = z.object({
  password: typedPassword,
  code: z.string("text").trim().max(40, "too_long").optional(),
  return: returnTo,
});
export type ConfirmInput = z.output<typeof confirmInput>;

/** What stands in the address of a door. */
export const doorSearch = z.object({ return: z.string().max(1000).optional().catch(undefined) });
