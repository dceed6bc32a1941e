import { z } from "zod";
import { blankAsNull, emailAddress, id, optionalText, requiredText, timeZone } from "@/lib/values/fields";

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const fields = z.object({
  name: requiredText(120),
  addressLine1: optionalText(200),
  addressLine2: optionalText(200),
  city: optionalText(100),
  state: optionalText(100),
  postalCode: optionalText(20),
  phone: optionalText(60),
  email: blankAsNull(emailAddress),
  website: optionalText(300),
  timeZone,
});
export const createCenterInput = fields;
export type CreateCenterInput = z.output<typeof createCenterInput>;
export const editCenterInput = fields.extend({ centerId: id, archived: ticked });
export type EditCenterInput = z.output<typeof editCenterInput>;

/** What a mailing needs of a center (CAN-SPAM: a postal address) and may lack. */
export type MissingDetail = "address" | "phone" | "email" | "website";

export type CenterRecord = {
  id: string;
  name: string;
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  phone: string | null;
  email: string | null;
  website: string | null;
  timeZone: string;
  archived: boolean;
  clientCount: number;
};
