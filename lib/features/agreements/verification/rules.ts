import { randomBytes } from "node:crypto";

/** Without I, L, O and U, which are misread (Crockford's base 32). */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** A code nobody guesses (80 bits), in groups that can be read out: "7K2M-QX4P-9DTA-W3HC". */
export function newVerificationCode(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return grouped(letters);
}

/** A code as somebody typed or read it; null when it cannot be one. Look-alikes count as what they look like. */
export function verificationCodeOf(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, "").replace(/[IL]/g, "1").replace(/O/g, "0");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? grouped(letters) : null;
}

function grouped(letters: string): string {
  return letters.replace(/.{4}(?=.)/g, "$&-");
}
