import { addressWith } from "@/lib/features/filters/lists/rules";
import { isDeliverable, storedEmail } from "@/lib/values/email-address";
import { parsePhone } from "@/lib/values/phone";
import type { Age, ProspectChoice } from "./schema";

/** What somebody typed as the one way to reach a prospect; null when it is neither an address nor a number. */
export function reachOf(typed: string): { email: string; phone: null } | { email: null; phone: string } | null {
  const email = storedEmail(typed);
  if (isDeliverable(email)) return { email, phone: null };
  const isNumber = /^[\d\s().+/x-]+$/i.test(typed) && (parsePhone(typed) !== null || /\d.*\d.*\d/.test(typed));
  return isNumber ? { email: null, phone: typed } : null;
}

/** Days since a prospect came in, from and up to (exclusive); null has no end. */
export const AGE_DAYS: Record<Age, { from: number; to: number | null }> = {
  week: { from: 0, to: 7 },
  month: { from: 7, to: 30 },
  quarter: { from: 30, to: 90 },
  older: { from: 90, to: null },
};

/** Everything that can narrow the prospects. */
export const NARROWING = [
  "q",
  "stage",
  "owner",
  "source",
  "center",
  "outcome",
  "next",
  "age",
  "created",
  "converted",
  "filter",
] as const satisfies (keyof ProspectChoice)[];

/** Whether an address names some prospects rather than all. */
export function isNarrowed(choice: ProspectChoice): boolean {
  return NARROWING.some((key) => Boolean(choice[key]));
}

/** The choice as parameters of an address. */
export function choiceParameters(choice: ProspectChoice): Record<string, string | undefined> {
  return Object.fromEntries(["saved" as const, ...NARROWING].map((key) => [key, choice[key]]));
}

/** The address with one choice made or taken back; with the last one its saved filter goes, too. */
export function choiceAddress(path: string, choice: ProspectChoice, changes: Partial<ProspectChoice>): string {
  const next = { ...choice, ...changes };
  return addressWith(path, choiceParameters(choice), { ...changes, saved: isNarrowed(next) ? next.saved : undefined });
}
