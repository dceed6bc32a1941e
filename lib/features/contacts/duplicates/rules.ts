/** How alike two names at one client are before they are shown: trigram similarity, 1 is the same letters. */
export const NAME_LIKENESS = 0.5;
/** Names are compared pair by pair, so of a client with very many people only these are. */
export const COMPARED_AT_CLIENT = 400;
/** A number with fewer digits ("none", "ext 12") says nothing about who somebody is. */
export const PHONE_DIGITS = 7;
/** Longer groups are shown by their first people. */
export const PEOPLE_SHOWN = 12;

/** What keys of tasks begin with that say somebody could not sign in. */
export const BLOCKED_SIGN_IN = "blocked-sign-in:";

/** While a task with this key is open, the same clash of addresses makes no other. */
export function clashKey(addressHash: string): string {
  return `${BLOCKED_SIGN_IN}${addressHash}`;
}
