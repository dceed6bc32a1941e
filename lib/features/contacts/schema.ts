import { z } from "zod";
import { customInput } from "@/lib/features/custom-fields/inputs/schema";
import type { CustomInput } from "@/lib/features/custom-fields/schema";
import { blankAsNull, emailAddress, id, localDate, locale, optionalText, requiredText } from "@/lib/values/fields";

const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

export const contactFields = z.object({
  firstName: requiredText(100),
  lastName: requiredText(100),
  email: blankAsNull(emailAddress),
  phone: optionalText(60),
  language: locale,
  doNotMail: ticked,
  /** By the id of a field of the organization's own. */
  custom: customInput,
});

/** What a contact is to a client. Primary is not among it: exactly one is, and it moves by its own command. */
export const relationshipFields = z
  .object({
    title: optionalText(120),
    isOwner: ticked,
    isGuardian: ticked,
    isSupervisor: ticked,
    isAccountsPayable: ticked,
    validFrom: blankAsNull(localDate),
    validTo: blankAsNull(localDate),
  })
  .refine(({ validFrom, validTo }) => validFrom === null || validTo === null || validFrom <= validTo, {
    message: "contacts.refusals.endsBeforeStart",
    path: ["validTo"],
  });

export const createContactInput = contactFields.extend({
  clientId: blankAsNull(id).optional(),
  title: optionalText(120),
  isOwner: ticked,
});

/** A person to add, of one client or of none. */
export type NewContact = {
  /** Given by who must know it before. */
  id?: string;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  language: string;
  doNotMail?: boolean;
  clientId?: string | null;
  title?: string | null;
  isOwner?: boolean;
  isGuardian?: boolean;
  custom?: CustomInput;
};

export const editContactInput = contactFields.extend({ contactId: id, version: z.coerce.number().int() });
export type EditContactInput = z.output<typeof editContactInput>;

export const removeEmailInput = z.object({ contactId: id, version: z.coerce.number().int() });
export const otherEmailInput = z.object({ contactId: id, email: emailAddress });

const single = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const parameter = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(single, schema.optional().catch(undefined));

/** The address of the list of contacts. */
/** What a contact can be to a client, as a filter asks for it. */
export const CONTACT_ROLES = ["PRIMARY", "OWNER", "GUARDIAN", "SUPERVISOR", "ACCOUNTS_PAYABLE"] as const;

export const contactSearch = z.object({
  q: parameter(z.string().max(200)),
  page: parameter(z.string().max(2_000)),
  view: parameter(z.enum(["no-email", "no-client", "do-not-mail"])),
  filter: parameter(z.string()),
  saved: parameter(id),
  edit: parameter(z.literal("filter")),
});
export type ContactSearch = z.output<typeof contactSearch>;

/** The page of a client's contacts: `find` looks for a person to link. */
export const clientContactsSearch = z.object({
  find: parameter(z.string().max(200)),
});
