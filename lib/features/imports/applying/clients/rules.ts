import type { PlannedClient, PlannedContact } from "@/lib/features/imports/clients/schema";
import type { ClientAdditions } from "@/lib/features/imports/matching/schema";
import { localeOf } from "@/lib/values/locale";
import { fullName } from "@/lib/values/person-name";

/** A new contact with the ids it gets. */
export type NewContact = { id: string; relationshipId: string; contact: PlannedContact };

type Stamp = { at: string };
export type ClientPlaces = {
  id: string;
  number: string;
  statusId: string;
  centerId: string;
  practitionerId: string | null;
};

/** The row of a new client, by the names of the table's columns. */
export function clientRecord(client: PlannedClient, places: ClientPlaces, { at }: Stamp): Record<string, unknown> {
  return {
    id: places.id,
    number: places.number,
    kind: client.kind,
    purpose: client.kind === "PRE_CLIENT" ? "LEAD" : null,
    name: client.name,
    legal_name: client.legalName,
    is_person: client.isPerson,
    status_id: places.statusId,
    center_id: places.centerId,
    practitioner_id: places.practitionerId,
    address_line1: client.addressLine1,
    address_line2: client.addressLine2,
    city: client.city,
    state: client.state,
    postal_code: client.postalCode,
    country: client.country ?? "US",
    phone: client.phone,
    email: client.email,
    website: client.website,
    naics: client.naics,
    industry: client.industry,
    employee_count: client.employeeCount,
    language: client.language ?? "en",
    started_on: client.startedOn,
    signed_on: client.signedOn,
    created_at: at,
    updated_at: at,
  };
}

export function contactRecord({ id, contact }: NewContact, { at }: Stamp): Record<string, unknown> {
  return {
    id,
    first_name: contact.firstName,
    last_name: contact.lastName,
    email: contact.email,
    phone: contact.phone,
    language: localeOf(contact.language),
    created_at: at,
    updated_at: at,
  };
}

export function relationshipRecord(
  clientId: string,
  { id, relationshipId, contact }: NewContact,
  { at }: Stamp,
): Record<string, unknown> {
  return {
    id: relationshipId,
    client_id: clientId,
    contact_id: id,
    title: contact.title,
    is_owner: contact.isOwner,
    is_primary: contact.isPrimary,
    is_guardian: contact.isGuardian,
    is_supervisor: contact.isSupervisor,
    is_accounts_payable: contact.isAccountsPayable,
    created_at: at,
  };
}

/** Who most likely signed: the owner, else the primary contact, else the first. */
export function signerOf(contacts: readonly NewContact[]): NewContact | null {
  const marked = (mark: "isOwner" | "isPrimary") => contacts.find(({ contact }) => contact[mark]);
  return marked("isOwner") ?? marked("isPrimary") ?? contacts[0] ?? null;
}

const COLUMNS: Record<string, string> = {
  legalName: "legal_name",
  employeeCount: "employee_count",
  startedOn: "started_on",
  signedOn: "signed_on",
  addressLine1: "address_line1",
  addressLine2: "address_line2",
  postalCode: "postal_code",
  practitionerId: "practitioner_id",
};

/** Facts as columns of the table. */
export function factColumns(facts: ClientAdditions["facts"]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).map(([field, value]) => [COLUMNS[field] ?? field, value]));
}

/** What stands where nothing stood, as history keeps changes. */
export function changesOf<Value extends string | number>(
  told: Record<string, Value>,
): Record<string, { from: null; to: Value }> {
  return Object.fromEntries(Object.entries(told).map(([field, to]) => [field, { from: null, to }]));
}

/** What was filled of a client, as history keeps changes. */
export function filledChanges({ facts }: ClientAdditions): Record<string, { from: null; to: string | number }> {
  const { practitionerId: _, ...told } = facts;
  return changesOf(told);
}

export const nameOf = ({ contact }: NewContact) => fullName(contact);
