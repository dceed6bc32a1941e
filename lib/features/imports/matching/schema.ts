import { z } from "zod";
import type { Standing } from "@/lib/features/imports/cells/words/rules";
import type { PlannedContact } from "@/lib/features/imports/clients/schema";
import { id } from "@/lib/values/fields";

/** What a person chose for what the file does not say. */
export const importChoices = z.object({
  /** Where clients without a center of their own go. */
  centerId: id.nullable().default(null),
  /** The status of clients without one that is known here. */
  statusId: id.nullable().default(null),
  /** Whether whoever imports may give statuses that only administrators give. */
  setsAny: z.boolean().default(false),
});
export type ImportChoices = z.infer<typeof importChoices>;

/** What can be named in a file and made by it. */
export const NAMED_KINDS = ["center", "practitioner", "funding-source"] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** A center, practitioner or funding source of the file that is not known here. */
export type NamedRow = { type: "named"; named: NamedKind; name: string };

/** The facts of a client that a file may add where they are blank. */
export const FILLABLE = [
  "legalName",
  "phone",
  "email",
  "website",
  "naics",
  "industry",
  "employeeCount",
  "startedOn",
  "signedOn",
] as const;

export const ADDRESS = ["addressLine1", "addressLine2", "city", "state", "postalCode"] as const;

type Fact = string | number | null;
export type FactName = (typeof FILLABLE)[number] | (typeof ADDRESS)[number] | "practitionerId";

export type ExistingContact = {
  id: string;
  relationshipId: string;
  firstName: string;
  lastName: string;
  email: string | null;
  /** Addresses that merged duplicates had. */
  furtherEmails: string[];
  phone: string | null;
  title: string | null;
  isPrimary: boolean;
  /** The organization's own fields that something stands in. */
  custom?: string[];
};

/** A client that is here already, with all that a row of a file is compared with. */
export type ExistingClient = Record<FactName, Fact> & {
  id: string;
  number: string;
  /** Those it had as a pre-client. */
  formerNumbers?: string[];
  kind: "PRE_CLIENT" | "CLIENT";
  name: string;
  deleted: boolean;
  centerId: string;
  hasSignature: boolean;
  /** The organization's own fields that something stands in. */
  custom?: string[];
  contacts: ExistingContact[];
};

/** What a file adds to a contact that is here already; `custom` by the id of a field of the organization's own. */
export type ContactFill = { contactId: string; email?: string; phone?: string; custom?: Record<string, string> };
export type TitleFill = { relationshipId: string; title: string };

/** What a file adds to a client that is here already; nothing is ever overwritten. */
export type ClientAdditions = {
  facts: Partial<Record<FactName, string | number>>;
  /** By the id of a field of the organization's own. */
  custom: Record<string, string>;
  contacts: ContactFill[];
  titles: TitleFill[];
  newContacts: PlannedContact[];
};

/** A record that a name stands for; centers have their zone. */
export type Named = { id: string; timeZone: string | null };

/** What names of a file stand for here: case, accents and the order of a person's names do not count. */
export type NameLookup = {
  find(kind: NamedKind, name: string | null): Named | null;
  zoneOf(centerId: string): string | null;
  /** Whether a center or status that was chosen earlier can be used still. */
  offers(id: string | null): boolean;
  /** The status with this name, else the first of this standing. */
  status(name: string | null, standing: Standing | null): string | null;
};
