import { addMinutes, type Instant, isBefore } from "@/lib/values/instant";

export const PASSCODE_MINUTES = 10;
/** Wrong guesses included; with eight digits a year of attacks on one person succeeds with 0.02 %. */
export const TRIES = 5;
const CODES_PER_HOUR = 3;
const CODES_PER_DAY = 10;
/** So long a right passcode lets its browser choose a password. */
export const GRANT_MINUTES = 10;

const HOUR = 60;
const DAY = 24 * HOUR;

/** Whether another passcode may be asked for, given when those of the last day were. */
export function mayAskAgain(askedAt: readonly Instant[], now: Instant): boolean {
  const since = (minutes: number) => askedAt.filter((at) => isBefore(addMinutes(now, -minutes), at)).length;
  return since(HOUR) < CODES_PER_HOUR && since(DAY) < CODES_PER_DAY;
}

export type Outcome = "mail" | "nobody" | "several" | "no-access" | "too-many";

/**
 * What becomes of a request: mail only when exactly one living contact has the address and may enter (S2-03, S2-04).
 */
export function outcomeFor(
  people: readonly { entitled: boolean }[],
  { askedAt, now }: { askedAt: readonly Instant[]; now: Instant },
): Outcome {
  if (people.length === 0) return "nobody";
  if (people.length > 1) return "several";
  if (!people[0]?.entitled) return "no-access";
  return mayAskAgain(askedAt, now) ? "mail" : "too-many";
}
