import type { CustomValue } from "@/lib/features/custom-fields/schema";

/** What a contact is to one client, as pages show it. Dates are local dates. */
type ContactRelationship = {
  id: string;
  clientId: string;
  clientName: string;
  clientNumber: string;
  title: string | null;
  isPrimary: boolean;
  isOwner: boolean;
  isGuardian: boolean;
  isSupervisor: boolean;
  isAccountsPayable: boolean;
  validFrom: string | null;
  validTo: string | null;
};

export type ContactRecord = {
  id: string;
  firstName: string;
  lastName: string;
  name: string;
  email: string | null;
  otherEmails: string[];
  phone: string | null;
  language: string;
  doNotMail: boolean;
  portalAllowed: boolean;
  version: number;
  /** The organization's own fields with what stands in them. */
  custom: CustomValue[];
  relationships: ContactRelationship[];
};

export type ContactRow = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  doNotMail: boolean;
  clients: { id: string; name: string; title: string | null }[];
  clientCount: number;
};

/** Somebody who could become a contact of a client, or is one already. */
export type LinkableContact = { id: string; name: string; email: string | null; linked: boolean };
