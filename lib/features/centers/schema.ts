import { z } from "zod";
import { BRAND_COLOURS, type BrandColour } from "@/lib/values/brand-colour";
import { blankAsNull, emailAddress, id, optionalText, requiredText, timeZone } from "@/lib/values/fields";

/** How large the picture of a center may be. */
export const MAX_LOGO_BYTES = 500_000;

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
export const editCenterInput = fields.extend({
  centerId: id,
  archived: ticked,
  replyTo: blankAsNull(emailAddress),
  colour: blankAsNull(z.enum(BRAND_COLOURS)),
  logo: z.instanceof(File).optional(),
  removeLogo: ticked,
  ownAgreement: ticked,
});
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
  replyTo: string | null;
  colour: BrandColour | null;
  hasLogo: boolean;
  /** Its clients sign a text of its own. */
  ownAgreement: boolean;
  archived: boolean;
  clientCount: number;
  /** Active practitioners who belong to it. */
  practitionerCount: number;
};

/** What tells one center's pages and mails from another's. */
export type CenterBrand = { centerId: string; name: string; colour: BrandColour | null; hasLogo: boolean };

/** What mails about a center's clients wear, and where answers to them go. */
export type CenterMail = { brand: LetterBrand | null; replyTo: string | null };

/** The head of a letter: a name in a colour, and a picture where there is one. */
export type LetterBrand = { name: string; ink: string; logo: string | null };

/** The parts of a center's page. */
export const CENTER_PARTS = ["details", "hours", "holidays", "agreement"] as const;
export type CenterPart = (typeof CENTER_PARTS)[number];

export const centerSearch = z.object({
  part: z.enum(CENTER_PARTS).catch("details").default("details"),
  year: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined),
  /** Of the agreement: which version is laid beside the one before it. */
  compare: z.coerce.number().int().positive().optional().catch(undefined),
});
