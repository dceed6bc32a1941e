import type { ComparedRecord } from "@/lib/features/merges/schema";
import { formatDay } from "@/lib/values/format";
import { parseInstant } from "@/lib/values/instant";
import type { Locale } from "@/lib/values/locale";
import { displayPhone } from "@/lib/values/phone";
import type { ComparedContact, ComparedRelationship } from "./schema";

type Words = (key: string, values?: Record<string, string | number>) => string;
type Told = { words: Words; locale: Locale; zone: string };

/** One person side by side with others, all in words. */
export function comparedPerson(contact: ComparedContact, told: Told): ComparedRecord {
  const { words, locale, zone } = told;
  const { id, version, name, firstName, lastName, email, phone, language, doNotMail } = contact;
  return {
    id,
    version,
    name,
    since: words("duplicates.comparison.since", { date: formatDay(contact.createdAt, { locale, zone }) }),
    values: {
      firstName: firstName || null,
      lastName: lastName || null,
      email,
      phone: phone && displayPhone(phone),
      language: words(`duplicates.comparison.languages.${language}`),
      doNotMail: words(`duplicates.comparison.mailings.${doNotMail ? "no" : "yes"}`),
    },
    along: alongWith(contact, words),
    login: loginOf(contact, told),
  };
}

function alongWith(contact: ComparedContact, words: Words): string[] {
  const { relationships, otherEmails, signatures, registrations, mailings, tasks, hasNote } = contact;
  const counted = { signatures, registrations, mailingsReceived: mailings, tasks };
  return [
    ...relationships.map((relationship) => relationshipOf(relationship, words)),
    ...Object.entries(counted).flatMap(([key, count]) =>
      count > 0 ? [words(`duplicates.comparison.${key}`, { count })] : [],
    ),
    ...(otherEmails.length > 0 ? [words("duplicates.comparison.otherEmails", { emails: otherEmails.join(", ") })] : []),
    ...(hasNote ? [words("duplicates.comparison.note")] : []),
  ];
}

const MARKS = ["isPrimary", "isOwner", "isGuardian", "isSupervisor", "isAccountsPayable"] as const;

function relationshipOf(relationship: ComparedRelationship, words: Words): string {
  const marks = MARKS.filter((mark) => relationship[mark]).map((mark) => words(`duplicates.comparison.marks.${mark}`));
  // "Owner, owner" would say it twice.
  const title = marks.some((mark) => mark.toLowerCase() === relationship.title?.toLowerCase())
    ? null
    : relationship.title;
  const what = [title, ...marks].filter(Boolean).join(", ");
  const client = `${relationship.clientName} ${relationship.clientNumber}`;
  return what ? `${client}: ${what}` : client;
}

function loginOf({ login }: ComparedContact, { words, locale, zone }: Told): string | null {
  if (!login) return null;
  const named = login.username
    ? words("duplicates.comparison.loginNamed", { username: login.username })
    : words("duplicates.comparison.login");
  const at = login.lastSignInAt ? parseInstant(login.lastSignInAt) : null;
  const used = at
    ? words("duplicates.comparison.loginLast", { date: formatDay(at, { locale, zone }) })
    : words("duplicates.comparison.loginNever");
  return `${named}, ${used}`;
}
