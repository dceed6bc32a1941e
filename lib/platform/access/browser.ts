import "server-only";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/platform/env";

/** Asking, waiting for the mail, and choosing the password together. */
const PASSCODE_MINUTES = 30;
const secure = () => env().APP_ORIGIN.startsWith("https://");
const passcodeCookie = () => (secure() ? "__Host-caseload.passcode" : "caseload.passcode");

/** What the browser calls itself; shown to people who look through their sign-ins. */
export async function browserName(): Promise<string | null> {
  return (await headers()).get("user-agent");
}

/** The random token by which a passcode is bound to the browser that asked for it; null when it never asked. */
export async function passcodeToken(): Promise<string | null> {
  return (await cookies()).get(passcodeCookie())?.value ?? null;
}

/** Binds the passcode that was just asked for to this browser. */
export async function keepPasscodeToken(token: string): Promise<void> {
  (await cookies()).set(passcodeCookie(), token, {
    httpOnly: true,
    secure: secure(),
    // Lax, so that the link in the mail finds it.
    sameSite: "lax",
    path: "/",
    maxAge: PASSCODE_MINUTES * 60,
  });
}

export async function clearPasscodeToken(): Promise<void> {
  (await cookies()).set(passcodeCookie(), "", {
    httpOnly: true,
    secure: secure(),
    sameSite: "lax",
    path: "/",
    maxAge: 0,
  });
}
