import "server-only";
import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
/** Letters and digits that are not mistaken for each other when copied by hand. */
const CLEAR_SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

/** Codes as people type and paste them: blanks and dashes do not count. */
export function plainCode(typed: string): string {
  return typed.replace(/[\s\u2010-\u2015-]/g, "").toUpperCase();
}

/** Eight digits from the system's random source, each value equally likely. */
export function newPasscode(): string {
  return String(randomInt(100_000_000)).padStart(8, "0");
}

/** `count` codes of 12 signs (59 bits), in groups of four for reading. */
export function newRecoveryCodes(count: number): string[] {
  return Array.from({ length: count }, () => [randomSigns(4), randomSigns(4), randomSigns(4)].join("-"));
}

/** A password to be told over the phone once: 15 clear signs (73 bits). */
export function newTemporaryPassword(): string {
  return [randomSigns(5), randomSigns(5), randomSigns(5)].join("-");
}

function randomSigns(count: number): string {
  return Array.from({ length: count }, () => CLEAR_SIGNS[randomInt(CLEAR_SIGNS.length)]).join("");
}

/** A new key for an authenticator app, base32. */
export function newAuthenticatorKey(): string {
  return new Secret({ size: 20 }).base32;
}

function authenticator(key: string, { issuer, label }: { issuer?: string; label?: string } = {}): TOTP {
  const names = { ...(issuer ? { issuer } : {}), ...(label ? { label } : {}) };
  return new TOTP({ ...names, secret: Secret.fromBase32(key), algorithm: "SHA1", digits: 6, period: STEP_SECONDS });
}

/** The address that authenticator apps read from a QR code. */
export function authenticatorAddress(key: string, names: { issuer: string; label: string }): string {
  return authenticator(key, names).toString();
}

/** The code an authenticator shows at that moment. */
export function authenticatorCode(key: string, at: Date): string {
  return authenticator(key).generate({ timestamp: at.getTime() });
}

/** The 30-second step a code belongs to, at most one step from now (RFC 6238); null for a wrong code. */
export function acceptedStep(key: string, code: string, { at }: { at: Date }): bigint | null {
  if (!/^\d{6}$/.test(code)) return null;
  const delta = authenticator(key).validate({ token: code, timestamp: at.getTime(), window: 1 });
  return delta === null ? null : BigInt(Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta);
}
