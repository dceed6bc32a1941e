import { createHash, createHmac } from "node:crypto";

/**
 * The secret of a cancel link. Made from the registration's id with the server's key, so that every letter can carry
 * the same link while the table holds nothing that opens it.
 */
export function cancelToken(registrationId: string, secret: string): string {
  return createHmac("sha256", secret).update(`cancel registration ${registrationId}`).digest("base64url");
}

/** What the table holds of it, hex. */
export function cancelTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
