import "server-only";
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** One key per purpose, all from the installation's secret: what leaks for one opens nothing of another. */
export function purposeKey(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "caseload", purpose, 32));
}

/** Encrypts a short secret that must be read again, such as an authenticator's key (AES-256-GCM). */
export function seal(text: string, purpose: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", purposeKey(purpose), iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/**
 * Reads what `seal` wrote for the same purpose.
 * @throws when it was changed, or sealed under another secret.
 */
export function unseal(sealed: string, purpose: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", purposeKey(purpose), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
}

/** A hash that only this installation can make, hex: for short codes that could be guessed from a plain hash. */
export function keyedHash(text: string, purpose: string): string {
  return createHmac("sha256", purposeKey(purpose)).update(text).digest("hex");
}
