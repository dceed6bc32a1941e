import type { WelcomeBlocker } from "./schema";

/** A temporary password told by staff lives three days. */
export const TEMPORARY_HOURS = 72;

/** Somebody who could be meant by what was typed. */
export type Candidate = {
  contactId: string;
  by: "username" | "email";
  loginId: string | null;
  vouchedAt: Date | null;
};

/**
 * Whose sign-in a typed name means. A username is unique. An address counts only while one living contact has it;
 * among several, only the one for whom staff vouched by typing a password (S2-03, S2-11). Null when it means nobody.
 */
export function meantPerson<Person extends Candidate>(people: readonly Person[]): Person | null {
  const named = people.find(({ by }) => by === "username");
  if (named) return named;
  if (people.length === 1) return people[0] ?? null;
  const vouched = people.filter(({ loginId, vouchedAt }) => loginId !== null && vouchedAt !== null);
  return vouched.length === 1 ? (vouched[0] ?? null) : null;
}

/** What stands between a contact and the welcome mail; null when it can be sent. */
export function welcomeBlocker(facts: {
  email: string | null;
  active: boolean;
  username: string | null;
  sharedWith: number;
}): WelcomeBlocker | null {
  if (!facts.active) return "not_active";
  if (!facts.email) return "no_email";
  return facts.sharedWith > 0 && !facts.username ? "shared_address" : null;
}
