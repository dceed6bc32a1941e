import { createHmac, timingSafeEqual } from "node:crypto";
import { isId } from "@/lib/values/id";

/** Nobody reads a form and writes a message in less. */
const FASTEST_MS = 3_000;
const LONGEST_MS = 24 * 60 * 60 * 1_000;

type Shown = { key: string; at: number };

const sign = (text: string, secret: string) =>
  createHmac("sha256", secret).update(`inquiry ${text}`).digest("base64url");

/** Says which form was shown when, so that nobody can claim to have looked at it longer. */
export function inquiryToken({ key, at }: Shown, secret: string): string {
  const text = `${key}.${at}`;
  return `${text}.${sign(text, secret)}`;
}

/** What a token says; null when it is not ours. */
export function readInquiryToken(token: string, secret: string): Shown | null {
  const [key = "", at = "", signature = ""] = token.split(".");
  const expected = Buffer.from(sign(`${key}.${at}`, secret));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return isId(key) ? { key, at: Number(at) } : null;
}

export type InquiryBlocker = "stale" | "tooFast" | "hiddenField";

/** Why what was sent cannot be taken as something a person wrote. */
export function inquiryBlocker(
  { shown, website }: { shown: Shown | null; website: string | null },
  { now }: { now: Date },
): InquiryBlocker | null {
  if (!shown || now.getTime() - shown.at > LONGEST_MS) return "stale";
  if (website) return "hiddenField";
  return now.getTime() - shown.at < FASTEST_MS ? "tooFast" : null;
}

/** "Grand Rapids Center" as part of an address: "grand-rapids-center". */
export function centerSlug(name: string): string {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
