import { z } from "zod";
import type { CenterBrand } from "@/lib/features/centers/schema";
import type { OwnProposal } from "@/lib/features/clients/proposals/schema";
import type { PortalField, PortalFieldRule } from "@/lib/features/settings/schema";
import { blankAsNull, emailAddress, id, optionalText, requiredText } from "@/lib/values/fields";

const webAddress = optionalText(300).refine(
  (text) => text === null || /^(https?:\/\/)?[^\s<>"':/]+\.[^\s<>"':/]{2,}(:\d{1,5})?(\/[^\s<>"']*)?$/i.test(text),
  "portal.refusals.website",
);

/** Everything of a client that the portal may write; what is not named here cannot be sent (AZ-07). */
const companyFields = z.object({
  name: requiredText(200),
  addressLine1: optionalText(200),
  addressLine2: optionalText(200),
  city: optionalText(100),
  state: optionalText(100),
  postalCode: optionalText(20),
  phone: optionalText(60),
  email: blankAsNull(emailAddress),
  website: webAddress,
  industry: optionalText(120),
  employeeCount: blankAsNull(z.coerce.number("number").int("number").min(0, "number").max(10_000_000, "number")),
});
export type CompanyFields = z.output<typeof companyFields>;

export const editCompanyInput = companyFields.extend({ clientId: id, version: z.coerce.number().int().min(0) });
export type EditCompanyInput = z.output<typeof editCompanyInput>;

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** The address of pages that show one of several clients. */
export const clientChoice = z.object({ client: z.preprocess(single, z.string().max(100).optional().catch(undefined)) });

/** Whom a client turns to: its practitioner, or its center where it has none. */
export type Helper = {
  kind: "practitioner" | "center";
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
};

/** Whether the contact who asks may change the client's details, and if not, why. */
export type CompanyEditAnswer = "yes" | "not_entitled" | "switched_off";

/** What the portal shows of one client. `details` only to those who speak for it or are its guardian. */
export type PortalClient = {
  id: string;
  name: string;
  isPerson: boolean;
  relation: { isOwner: boolean; isPrimary: boolean; isGuardian: boolean };
  helper: Helper;
  /** The face of the client's center. */
  brand: CenterBrand;
  edit: CompanyEditAnswer;
  hasAvailability: boolean;
  details: CompanyDetails | null;
  /** What becomes of a correction, field by field. */
  rules: Record<PortalField, PortalFieldRule>;
  /** What was asked of staff and waits, or was decided lately. */
  proposals: OwnProposal[];
};

export type CompanyDetails = CompanyFields & { legalName: string | null; version: number };

/** Something only this person can do, with the page where it is done. */
export type PortalTodo = {
  kind: "sign" | "signAgain" | "company" | "ownPhone" | "availability";
  clientId: string | null;
  clientName: string;
  /** How many answers are missing; 0 where that is not what it is about. */
  fields: number;
};

/** Whom to ask, each once, with the clients they are there for. */
export type HelperOf = Helper & { clients: string[] };
