import { createHmac, timingSafeEqual } from "node:crypto";
import { isId } from "@/lib/values/id";

/** Whose wish it is, and which mailing it answers; null for a wish that came without one. */
export type UnsubscribeLink = { email: string; mailingId: string | null };

const MAX_TOKEN = 1_000;

const signatureOf = (payload: string, secret: string) =>
  createHmac("sha256", secret).update(`unsubscribe:${payload}`).digest("base64url");

/** The token of a link by which the reader of a letter leaves the mailings. It never expires: old letters are kept. */
export function unsubscribeToken(email: string, mailingId: string, secret: string): string {
  const payload = Buffer.from(JSON.stringify([email, mailingId])).toString("base64url");
  return `${payload}.${signatureOf(payload, secret)}`;
}

/** Reads a token; null for one that we did not make. */
export function readUnsubscribeToken(token: string, secret: string): UnsubscribeLink | null {
  const [payload = "", signature = "", ...rest] = token.slice(0, MAX_TOKEN).split(".");
  const expected = Buffer.from(signatureOf(payload, secret));
  const given = Buffer.from(signature);
  if (rest.length > 0 || expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  const [email, mailingId] = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as [string, string];
  return { email, mailingId: isId(mailingId) ? mailingId : null };
}
