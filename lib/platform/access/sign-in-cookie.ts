import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { env } from "@/lib/platform/env";

/** How long a sign-in lives at most, and how long it survives without a request, in seconds (OWASP session guidance). */
export const SIGN_IN_LIFETIME = { absolute: 12 * 3600, idle: 60 * 60 };

const secure = () => env().APP_ORIGIN.startsWith("https://");

/** `__Host-` ties the cookie to this exact host; browsers take that only over https. */
export function signInCookieName(): string {
  return secure() ? "__Host-caseload.sign-in" : "caseload.sign-in";
}

/** Puts the token into this browser's sign-in cookie, encrypted. */
export async function setSignInCookie(token: string): Promise<void> {
  const value = await encode({ token: { sid: token }, secret: env().AUTH_SECRET, maxAge: SIGN_IN_LIFETIME.absolute });
  (await cookies()).set(signInCookieName(), value, {
    httpOnly: true,
    secure: secure(),
    sameSite: "lax",
    path: "/",
    maxAge: SIGN_IN_LIFETIME.absolute,
  });
}

export async function clearSignInCookie(): Promise<void> {
  (await cookies()).set(signInCookieName(), "", {
    httpOnly: true,
    secure: secure(),
    sameSite: "lax",
    path: "/",
    maxAge: 0,
  });
}

/** The token of the browser that asks; null when it has none or the cookie was not made by us. */
export async function readSignInToken(): Promise<string | null> {
  const value = (await cookies()).get(signInCookieName())?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: env().AUTH_SECRET });
    return typeof token?.sid === "string" ? token.sid : null;
  } catch {
    // A cookie that cannot be decrypted or has expired is no sign-in.
    return null;
  }
}
