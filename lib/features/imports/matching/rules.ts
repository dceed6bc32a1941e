import type { PlannedClient, PlannedContact } from "@/lib/features/imports/clients/schema";
import { customAdditions } from "@/lib/features/imports/custom/rules";
import {
  ADDRESS,
  type ClientAdditions,
  type ExistingClient,
  type ExistingContact,
  FILLABLE,
  type NamedKind,
} from "@/lib/features/imports/matching/schema";
import { emailKey } from "@/lib/values/email-address";
import { fullName, nameKey, personKey, splitName } from "@/lib/values/person-name";

/**
 * The client a planned one is, among those with its number or its name: the same number, now or before; the same digits and name where
 * a pre-client was made a client since; without a number the same name at the same address.
 */
export function matchOf(
  planned: Pick<PlannedClient, "number" | "name" | "addressLine1">,
  candidates: readonly ExistingClient[],
): ExistingClient | null {
  const sameName = (client: ExistingClient) => nameKey(client.name) === nameKey(planned.name);
  if (planned.number) {
    const { number } = planned;
    const had = (client: ExistingClient) => client.number === number || client.formerNumbers?.includes(number);
    return candidates.find(had) ?? candidates.find(sameName) ?? null;
  }
  const named = candidates.filter((client) => sameName(client) && !client.deleted);
  const address = placeKey(planned.addressLine1);
  const there = named.filter((client) => address && placeKey(client.addressLine1) === address);
  const anywhere = named.filter((client) => !address || !placeKey(client.addressLine1));
  return there[0] ?? (anywhere.length === 1 ? (anywhere[0] ?? null) : null);
}

/**
 * Whether the client with this number may be the one of the file: something of it must agree. Otherwise two systems gave
 * one number to two clients, and nothing may be added to the wrong one.
 */
export function mayBeSame(planned: PlannedClient, existing: ExistingClient): boolean {
  const nameless = planned.name === planned.number;
  const names = new Set([existing.name, existing.legalName].map(placeKey).filter(Boolean));
  const sameName = [planned.name, planned.legalName].some((name) => names.has(placeKey(name)));
  const address = placeKey(planned.addressLine1);
  const samePlace = address !== "" && address === placeKey(existing.addressLine1);
  return nameless || sameName || samePlace || pairContacts(existing.contacts, planned.contacts).size > 0;
}

const placeKey = (value: string | number | null) => nameKey(String(value ?? ""));

/** What the file adds to a client that is here already. Blank facts are filled, values that stand are kept. */
export function additionsTo(
  existing: ExistingClient,
  planned: PlannedClient,
  { practitionerId }: { practitionerId: string | null },
): ClientAdditions {
  const facts: ClientAdditions["facts"] = {};
  const fields = fillsAddress(existing, planned) ? [...FILLABLE, ...ADDRESS] : FILLABLE;
  for (const field of fields) {
    const value = planned[field];
    if (isBlank(existing[field]) && value !== null) facts[field] = value;
  }
  if (existing.practitionerId === null && practitionerId) facts.practitionerId = practitionerId;
  const custom = customAdditions(planned.custom, existing.custom);
  return { facts, custom, ...contactAdditions(existing.contacts, planned.contacts) };
}

const isBlank = (value: string | number | null) => value === null || value === "";

/** Parts of two addresses are never mixed. */
function fillsAddress(existing: ExistingClient, planned: PlannedClient): boolean {
  const here = placeKey(existing.addressLine1);
  return here === "" ? ADDRESS.every((part) => isBlank(existing[part])) : here === placeKey(planned.addressLine1);
}

function contactAdditions(existing: readonly ExistingContact[], planned: readonly PlannedContact[]) {
  const additions: Omit<ClientAdditions, "facts" | "custom"> = { contacts: [], titles: [], newContacts: [] };
  const hasPrimary = existing.some(({ isPrimary }) => isPrimary);
  const same = pairContacts(existing, planned);
  for (const contact of planned) {
    const known = same.get(contact);
    if (!known) {
      additions.newContacts.push({ ...contact, isPrimary: contact.isPrimary && !hasPrimary });
      continue;
    }
    const custom = customAdditions(contact.custom, known.custom);
    const fill = {
      ...(known.email === null && contact.email !== null ? { email: contact.email } : {}),
      ...(known.phone === null && contact.phone !== null ? { phone: contact.phone } : {}),
      ...(Object.keys(custom).length > 0 ? { custom } : {}),
    };
    if (Object.keys(fill).length > 0) additions.contacts.push({ contactId: known.id, ...fill });
    if (known.title === null && contact.title !== null)
      additions.titles.push({ relationshipId: known.relationshipId, title: contact.title });
  }
  return additions;
}

/** The surest sign first: name and address, then the name, then the address; each person is found once. */
function pairContacts(existing: readonly ExistingContact[], planned: readonly PlannedContact[]) {
  const pairs = new Map<PlannedContact, ExistingContact>();
  const free = new Set(existing);
  const signs = [
    (a: PlannedContact, b: ExistingContact) => personKey(a) === personKey(b) && sameAddress(a, b),
    (a: PlannedContact, b: ExistingContact) => personKey(a) === personKey(b),
    sameAddress,
  ];
  for (const agree of signs) {
    for (const contact of planned) {
      const known = pairs.has(contact) ? undefined : [...free].find((candidate) => agree(contact, candidate));
      if (!known) continue;
      pairs.set(contact, known);
      free.delete(known);
    }
  }
  return pairs;
}

function sameAddress({ email }: PlannedContact, { email: known, furtherEmails }: ExistingContact): boolean {
  if (email === null) return false;
  return [known, ...furtherEmails].some((other) => other !== null && emailKey(other) === emailKey(email));
}

export function addsNothing({ facts, custom, contacts, titles, newContacts }: ClientAdditions): boolean {
  return Object.keys({ ...facts, ...custom }).length + contacts.length + titles.length + newContacts.length === 0;
}

/** The same for "Whitfield, Dana" and "dana whitfield". */
export function nameInFile(kind: NamedKind, name: string): string {
  return kind === "practitioner" ? nameKey(fullName(splitName(name))) : nameKey(name);
}
