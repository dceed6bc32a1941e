import { flagOf, type RowValues, textOf } from "@/lib/features/imports/cells/rules";
import type { PlannedContact } from "@/lib/features/imports/clients/schema";
import { customOf } from "@/lib/features/imports/custom/rules";
import { type ProblemCode, type RowProblem, rowProblem } from "@/lib/features/imports/schema";
import { emailKey, isDeliverable } from "@/lib/values/email-address";
import { type PersonName, personKey, splitName } from "@/lib/values/person-name";

/** The person a row names, if any. A person known only by an address is called by it. */
export function readContact(values: RowValues, row: number): { contact: PlannedContact | null; problem?: ProblemCode } {
  const email = textOf(values, "contact.email");
  const phone = textOf(values, "contact.phone");
  const name = nameIn(values);
  if (!name && !email && !phone) return { contact: null };
  const contact: PlannedContact = {
    row,
    ...(name ?? { firstName: "", lastName: email?.split("@")[0] ?? phone ?? "" }),
    email,
    emailDeliverable: email !== null && isDeliverable(email),
    phone,
    language: textOf(values, "contact.language"),
    title: textOf(values, "relationship.title"),
    isOwner: flagOf(values, "relationship.isOwner") ?? false,
    isPrimary: flagOf(values, "relationship.isPrimary") ?? false,
    isGuardian: flagOf(values, "relationship.isGuardian") ?? false,
    isSupervisor: flagOf(values, "relationship.isSupervisor") ?? false,
    isAccountsPayable: flagOf(values, "relationship.isAccountsPayable") ?? false,
    custom: customOf(values, "contact"),
  };
  return name ? { contact } : { contact, problem: "contact_without_name" };
}

function nameIn(values: RowValues): PersonName | null {
  const firstName = textOf(values, "contact.firstName") ?? "";
  const lastName = textOf(values, "contact.lastName") ?? "";
  if (firstName || lastName) return { firstName, lastName };
  const full = textOf(values, "contact.fullName");
  return full ? splitName(full) : null;
}

/**
 * Finds the same person among one client's contacts: the same name and address, or the same name where one of the two
 * has no address. Two addresses are two people until staff say otherwise.
 */
export function contactIndex() {
  const byNameAndEmail = new Map<string, number>();
  const firstByName = new Map<string, number>();
  const withoutEmail = new Map<string, number>();

  return {
    find(contact: PlannedContact): number | null {
      const name = personKey(contact);
      if (contact.email === null) return firstByName.get(name) ?? null;
      return byNameAndEmail.get(`${name}|${emailKey(contact.email)}`) ?? withoutEmail.get(name) ?? null;
    },
    add(contact: PlannedContact, index: number) {
      const name = personKey(contact);
      if (!firstByName.has(name)) firstByName.set(name, index);
      if (contact.email === null) withoutEmail.set(name, index);
      else {
        byNameAndEmail.set(`${name}|${emailKey(contact.email)}`, index);
        if (withoutEmail.get(name) === index) withoutEmail.delete(name);
      }
    },
  };
}

/** The same person in another row: blanks are filled, marks are kept once set. */
export function mergeContact(known: PlannedContact, again: PlannedContact) {
  if (known.email === null && again.email !== null) {
    known.email = again.email;
    known.emailDeliverable = again.emailDeliverable;
  }
  known.phone ??= again.phone;
  known.language ??= again.language;
  known.title ??= again.title;
  known.isOwner ||= again.isOwner;
  known.isPrimary ||= again.isPrimary;
  known.isGuardian ||= again.isGuardian;
  known.isSupervisor ||= again.isSupervisor;
  known.isAccountsPayable ||= again.isAccountsPayable;
  known.custom = { ...again.custom, ...known.custom };
}

/** Leaves exactly one primary contact: the first that is marked, else the first of all (S2-20). */
export function settlePrimary(contacts: PlannedContact[], column: string | null): RowProblem[] {
  const primary = contacts.find((contact) => contact.isPrimary) ?? contacts[0];
  const problems: RowProblem[] = [];
  for (const contact of contacts) {
    if (contact.isPrimary && contact !== primary) problems.push(rowProblem("second_primary", contact.row, { column }));
    contact.isPrimary = contact === primary;
  }
  return problems;
}
