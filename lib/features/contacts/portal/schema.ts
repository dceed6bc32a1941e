import { z } from "zod";
import { locale, optionalText, requiredText } from "@/lib/values/fields";

/** Everything a contact may write of their own record with this form; the address has a way of its own. */
export const editOwnDetailsInput = z.object({
  version: z.coerce.number().int().min(0),
  firstName: requiredText(100),
  lastName: requiredText(100),
  phone: optionalText(60),
  language: locale,
});
export type EditOwnDetailsInput = z.output<typeof editOwnDetailsInput>;

export const chooseLanguageInput = z.object({ language: locale });

/** What a contact sees of themself. */
export type OwnDetails = {
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  language: string;
  version: number;
};
