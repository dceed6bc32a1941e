import "server-only";
import { cookies, headers } from "next/headers";
import { env } from "@/lib/platform/env";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/values/locale";

export const LANGUAGE_COOKIE = "language";

/** The language of somebody who has not signed in: chosen before, else the browser's first that we speak. */
export async function languageFrom(): Promise<Locale> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const accepted = ((await headers()).get("accept-language") ?? "").split(",");
  return accepted.map((entry) => entry.trim().slice(0, 2).toLowerCase()).find(isLocale) ?? DEFAULT_LOCALE;
}

const A_YEAR = 365 * 24 * 3600;

/** Keeps the chosen language in this browser, for when nobody is signed in; only where an answer is still to be sent. */
export async function rememberLanguage(language: Locale): Promise<void> {
  const secure = env().APP_ORIGIN.startsWith("https://");
  (await cookies()).set(LANGUAGE_COOKIE, language, {
    path: "/",
    maxAge: A_YEAR,
    sameSite: "lax",
    httpOnly: true,
    secure,
  });
}
