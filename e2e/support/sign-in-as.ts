import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { encode } from "next-auth/jwt";
import { db } from "@/lib/platform/db/db";

export type Person = { accountId: string } | { portalLoginId: string };

const MINUTE = 60_000;

/**
 * A living sign-in for this person, as the cookie a browser would hold. Tests of signing in itself use the pages.
 * @param confirmed the password counts as confirmed: administrator mode, or its equal for staff.
 */
export async function signInCookie(
  person: Person,
  { origin, confirmed = false, at = new Date() }: { origin: string; confirmed?: boolean; at?: Date },
) {
  const token = randomBytes(32).toString("base64url");
  await db.signIn.create({
    data: {
      ...person,
      tokenHash: createHash("sha256").update(token).digest("hex"),
      createdAt: at,
      confirmedAt: at,
      lastSeenAt: at,
      expiresAt: new Date(at.getTime() + 12 * 60 * MINUTE),
      adminModeUntil: confirmed ? new Date(at.getTime() + 30 * MINUTE) : null,
    },
  });
  const value = await encode({ token: { sid: token }, secret: process.env.AUTH_SECRET ?? "", maxAge: 12 * 3600 });
  return { name: "caseload.sign-in", value, url: origin, httpOnly: true, sameSite: "Lax" as const };
}

/** Signs the browser in without its pages. */
export async function signInAs(context: BrowserContext, person: Person, options: Parameters<typeof signInCookie>[1]) {
  await context.addCookies([await signInCookie(person, options)]);
}
