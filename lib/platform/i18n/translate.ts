import "server-only";
import { createTranslator } from "next-intl";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/values/locale";
import { catalogueFor } from "./catalogue";

export type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * Words outside a page, for jobs and answers to forms: `key` begins with its namespace ("refusals.notFound").
 * Unlike next-intl's own hooks it works where no request is.
 */
export async function translatorFor(
  language: string,
): Promise<Translate & { has: (key: string) => boolean; locale: Locale }> {
  const locale = isLocale(language) ? language : DEFAULT_LOCALE;
  const t = createTranslator({ locale, messages: await catalogueFor(locale) });
  const translate = (key: string, values?: Record<string, string | number>) => t(key as never, values as never);
  return Object.assign(translate, { has: (key: string) => t.has(key as never), locale });
}
