import type { ClientColour } from "@/lib/features/clients/colours/rules";
import type { ClientKind, ClientPurpose, ClientStanding, ResourceKind } from "@/lib/features/clients/schema";
import type { CustomField, CustomValue } from "@/lib/features/custom-fields/schema";
import type { BookingMode } from "@/lib/features/settings/schema";

/** A person of a client, with what they are to it. */
export type ClientContact = {
  id: string;
  relationshipId: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  isPrimary: boolean;
  isOwner: boolean;
  isGuardian: boolean;
  isSupervisor: boolean;
  isAccountsPayable: boolean;
  validFrom: string | null;
  validTo: string | null;
};

type ClientPractitionerRow = {
  id: string;
  name: string;
  active: boolean;
  email: string | null;
  phone: string | null;
  isPrimary: boolean;
};

/** Everything the pages of one client show of the client itself. Dates are local dates. */
export type ClientRecord = {
  id: string;
  number: string;
  kind: ClientKind;
  purpose: ClientPurpose | null;
  resourceKind: ResourceKind | null;
  /** The number it had as a pre-client. */
  formerNumber: string | null;
  name: string;
  legalName: string | null;
  isPerson: boolean;
  status: { id: string; name: string; standing: ClientStanding; blocksSessions: boolean };
  center: { id: string; name: string; timeZone: string };
  practitionerId: string | null;
  /** In which colour the person who looks sees it in their own calendar. */
  colour: ClientColour | null;
  practitioners: ClientPractitionerRow[];
  contacts: ClientContact[];
  addressLine1: string | null;
  addressLine2: string | null;
  city: string | null;
  state: string | null;
  postalCode: string | null;
  country: string;
  phone: string | null;
  email: string | null;
  website: string | null;
  naics: string | null;
  industry: string | null;
  employeeCount: number | null;
  /** The identifier of the language the client speaks, and its name. */
  language: string;
  languageName: string;
  startedOn: string | null;
  signedOn: string | null;
  /** How its people book in the portal; null as the organization set it. */
  portalBooking: BookingMode | null;
  /** The organization's own fields with what stands in them, in their order. */
  custom: CustomValue[];
  /** What contacts asked to change in the portal and nobody decided yet. */
  waitingProposals: number;
  sessionCount: number;
  lastSessionAt: Date | null;
  version: number;
};

type Choice = { id: string; name: string };

/** What the client form and the filter choose from. */
export type ClientChoices = {
  statuses: (Choice & { standing: ClientStanding; blocksSessions: boolean })[];
  centers: Choice[];
  practitioners: (Choice & { active: boolean })[];
  /** By their identifiers. */
  languages: Choice[];
  /** The organization's own fields of clients, archived ones among them. */
  custom: CustomField[];
};
