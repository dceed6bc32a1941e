import "server-only";
import { cookies, headers } from "next/headers";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/values/locale";

export const LANGUAGE_COOKIE = "language";

/** The language of somebody who has not signed in: chosen before, else the browser's first that we speak. */
export async function languageFrom(): Promise<Locale> {
  const chosen = (await cookies()).get(LANGUAGE_COOKIE)?.value;
  if (isLocale(chosen)) return chosen;
  const accepted = ((await headers()).get("accept-language") ?? "").split(",");
  return accepted.map((entry) => entry.trim().slice(0, 2).toLowerCase()).find(isLocale) ?? DEFAULT_LOCALE;
}
