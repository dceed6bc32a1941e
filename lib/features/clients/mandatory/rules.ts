/** What an administrator can make mandatory for clients, in the order of the form. Name, status and center always are. */
export const MANDATORY_FIELDS = [
  "legalName",
  "practitionerId",
  "addressLine1",
  "city",
  "state",
  "postalCode",
  "phone",
  "email",
  "startedOn",
  "website",
  "industry",
  "naics",
  "employeeCount",
  "primaryContact",
] as const;
export type MandatoryField = (typeof MANDATORY_FIELDS)[number];

/** What is known of a client. A field that is not among it is not asked about: its form cannot fill it in. */
export type MandatoryFacts = Partial<Record<MandatoryField, unknown>>;

const isBlank = (value: unknown) => value === null || value === undefined || value === "";

/** The fields a client still needs, in the order of the form. */
export function missingFields(facts: MandatoryFacts, mandatory: readonly string[]): MandatoryField[] {
  return MANDATORY_FIELDS.filter((field) => mandatory.includes(field) && field in facts && isBlank(facts[field]));
}

/** The facts of a stored client; a primary contact is one of the people linked to it. */
export function mandatoryFacts<Client extends { contacts: readonly { isPrimary: boolean }[] }>(client: Client) {
  return { ...client, primaryContact: client.contacts.find(({ isPrimary }) => isPrimary) ?? null };
}
