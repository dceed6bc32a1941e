/** The languages the product speaks. */
export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "en";

/** The organizations are American: 12-hour clock and month before day, in both languages. */
const INTL_TAGS: Record<Locale, string> = { en: "en-US", es: "es-US" };

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The BCP 47 tag that formatting uses for a language of the product. */
export function intlTag(locale: Locale): string {
  return INTL_TAGS[locale];
}
