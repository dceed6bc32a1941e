import { fullestPicks } from "@/lib/features/merges/rules";
import { emailKey } from "@/lib/values/email-address";
import { isBlank } from "@/lib/values/text";
import { type ComparedContact, MERGED_FIELDS, type MergedField, type Picks } from "./schema";

type Weighed = Pick<ComparedContact, "id" | "login" | "createdAt" | "relationships" | "signatures" | "registrations">;

/** Whom to keep unless a person says otherwise: who signs in, then who has most to lose, then the oldest. */
export function suggestedWinner(people: readonly Weighed[]): string | null {
  const ranked = people.toSorted(
    (a, b) =>
      compareText(signedInAt(b), signedInAt(a)) ||
      Number(b.login?.hasPassword ?? false) - Number(a.login?.hasPassword ?? false) ||
      weight(b) - weight(a) ||
      a.createdAt.getTime() - b.createdAt.getTime() ||
      compareText(a.id, b.id),
  );
  return ranked[0]?.id ?? null;
}

const weight = ({ relationships, signatures, registrations }: Weighed) =>
  relationships.length + signatures + registrations;
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const signedInAt = ({ login }: Weighed) => login?.lastSignInAt ?? "";

type Fields = Pick<ComparedContact, "id" | MergedField>;

/** From whom each field is taken unless a person says otherwise: from whom is kept, or who has it where they do not. */
export function suggestedPicks(people: readonly Fields[], winnerId: string): Picks {
  const picks = fullestPicks(MERGED_FIELDS, people, winnerId);
  // Whoever asked for no mailings asked as a person, under whichever record.
  return { ...picks, doNotMail: people.find(({ doNotMail }) => doNotMail)?.id ?? winnerId };
}

/** Of these people's portal logins the one that stays: the winner's own, else the one used last; null without any. */
export function keptLogin(people: readonly Pick<Weighed, "id" | "login">[], winnerId: string): string | null {
  const holders = people.filter(({ login }) => login !== null);
  if (holders.some(({ id }) => id === winnerId)) return winnerId;
  const ranked = holders.toSorted(
    (a, b) =>
      compareText(b.login?.lastSignInAt ?? "", a.login?.lastSignInAt ?? "") ||
      Number(b.login?.hasPassword ?? false) - Number(a.login?.hasPassword ?? false),
  );
  return ranked[0]?.id ?? null;
}

/** What is proposed for each of the people, should they be the one who stays. */
export function suggestions(people: readonly (Fields & Pick<Weighed, "login">)[]) {
  return Object.fromEntries(
    people.map(({ id }) => [id, { picks: suggestedPicks(people, id), login: keptLogin(people, id) }]),
  );
}

/** The addresses that stay as further ones: everybody's, without the chosen one, each once. */
export function furtherEmails(all: readonly (string | null)[], chosen: string | null): string[] {
  const kept = new Map<string, string>();
  for (const email of all) if (email && !kept.has(emailKey(email))) kept.set(emailKey(email), email);
  if (chosen) kept.delete(emailKey(chosen));
  return [...kept.values()];
}

/** What a contact is to a client, as far as two such facts become one. Dates are local dates. */
export type Standing = {
  title: string | null;
  isOwner: boolean;
  isPrimary: boolean;
  isGuardian: boolean;
  isSupervisor: boolean;
  isAccountsPayable: boolean;
  getsInvoices: boolean;
  validFrom: string | null;
  validTo: string | null;
};

/**
 * Two facts about one person and one client as one: every mark that either has, for the time of both. A fact that is
 * over gives its marks only to one that is over too, so that nobody is owner again by being merged.
 */
export function combinedStanding(kept: Standing, other: Standing, { today }: { today: string }): Standing {
  const isPrimary = kept.isPrimary || other.isPrimary;
  const title = isBlank(kept.title) ? other.title : kept.title;
  if (isOver(other, today) && !isOver(kept, today)) return { ...kept, title, isPrimary };
  if (isOver(kept, today) && !isOver(other, today)) return { ...other, title, isPrimary };
  return {
    title,
    isPrimary,
    isOwner: kept.isOwner || other.isOwner,
    isGuardian: kept.isGuardian || other.isGuardian,
    isSupervisor: kept.isSupervisor || other.isSupervisor,
    isAccountsPayable: kept.isAccountsPayable || other.isAccountsPayable,
    getsInvoices: kept.getsInvoices || other.getsInvoices,
    validFrom: earlier(kept.validFrom, other.validFrom),
    validTo: later(kept.validTo, other.validTo),
  };
}

const isOver = ({ validTo }: Standing, today: string) => validTo !== null && validTo < today;

/** No day is the furthest: always been, for ever. */
const earlier = (a: string | null, b: string | null) => (a === null || b === null ? null : a < b ? a : b);
const later = (a: string | null, b: string | null) => (a === null || b === null ? null : a > b ? a : b);
