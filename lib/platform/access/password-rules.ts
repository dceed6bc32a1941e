import { foldText } from "@/lib/values/text";

// NIST SP 800-63B-4 and OWASP ASVS 5 chapter 6.2: length and a list of known passwords, no composition rules.
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** So much must be left of a password when the words anyone would try for this person are taken out. */
const OWN_LETTERS = 6;
const OWN_CHARACTERS = 10;
const SHORTEST_WORD = 3;

export type PasswordProblem = "password_too_short" | "password_too_long" | "password_common" | "password_personal";

/** What an attacker knows of the person: names, address, organization. */
export type PasswordContext = readonly (string | null | undefined)[];

/** Passwords are compared and hashed in one Unicode form, so that every keyboard makes the same one. */
export const normalPassword = (password: string) => password.normalize("NFKC");

/**
 * Why a password cannot be chosen; null when it can.
 * @param common known passwords, NFKC and lower case.
 */
export function passwordProblem(
  password: string,
  { context, common }: { context: PasswordContext; common: ReadonlySet<string> },
): PasswordProblem | null {
  const normal = normalPassword(password);
  const length = Array.from(normal).length;
  if (length < SHORTEST_PASSWORD) return "password_too_short";
  if (length > LONGEST_PASSWORD) return "password_too_long";
  if (common.has(normal.toLowerCase())) return "password_common";
  return isPersonal(normal, context) ? "password_personal" : null;
}

/** The words in names and addresses, each alone and joined as they stand: "amara", "ali", "amaraali". */
export function contextWords(context: PasswordContext): string[] {
  const words = new Set<string>();
  for (const text of ["caseload", ...context]) {
    const parts = foldText(text ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
    for (const word of [...parts, parts.join("")]) if (Array.from(word).length >= SHORTEST_WORD) words.add(word);
  }
  return [...words].sort((a, b) => b.length - a.length);
}

function isPersonal(password: string, context: PasswordContext): boolean {
  const folded = foldText(password);
  const rest = contextWords(context).reduce((text, word) => text.replaceAll(word, ""), folded);
  if (rest.length === folded.length) return false;
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  return letters < OWN_LETTERS && Array.from(rest).length < OWN_CHARACTERS;
}
